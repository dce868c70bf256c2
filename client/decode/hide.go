package decode

import "motcua/client"

// Hide removes the given names, and what redact recognises of other people, from all
// texts of a dossier, because officials also type names into steps, units and
// papers. The applicant's own line is left to the caller.
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
	for _, list := range [][]string{p.Missing, p.Supplied} {
		for i := range list {
			hide(&list[i])
		}
	}
	for i := range p.Results {
		hide(&p.Results[i].Name)
	}
	for i := range p.Fees {
		hide(&p.Fees[i].Name)
	}
}
