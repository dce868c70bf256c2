package decode

import "motcua/client"

// Hide takes the given names, and what Redact knows of other people's, out of
// all words of a dossier: officials write whom they mean into the names of steps,
// units and papers too. The applicant's own line is the caller's.
func Hide(d *client.Dossier, names ...string) {
	hidden := hiddenNames(names)
	hide := func(words ...*string) {
		for _, w := range words {
			*w = redact(*w, hidden)
		}
	}
	hide(&d.StatusName, &d.ProcedureCode, &d.ProcedureName, &d.Field, &d.Agency.Name, &d.Desk, &d.Reason)
	for i := range d.Steps {
		hide(&d.Steps[i].Name, &d.Steps[i].Unit)
	}
	p := d.Private
	if p == nil {
		return
	}
	hide(&p.Note)
	for _, list := range [][]string{p.Missing, p.Supplied, p.Results} {
		for i := range list {
			hide(&list[i])
		}
	}
	for i := range p.Fees {
		hide(&p.Fees[i].Name)
	}
}
