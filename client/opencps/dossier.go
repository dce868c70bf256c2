package opencps

import (
	"bytes"
	"encoding/json"
	"slices"
	"sync/atomic"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/decode"
	"motcua/client/rest"
)

// rows are the objects of an answer: one object, a list, or a page {total, data}.
type rows []json.RawMessage

// UnmarshalJSON accepts any of the three; anything else gives no rows.
func (r *rows) UnmarshalJSON(b []byte) error {
	*r = nil
	var list rest.List[json.RawMessage]
	if err := list.UnmarshalJSON(b); err != nil {
		return err
	}
	if b = bytes.TrimSpace(b); len(b) > 0 && b[0] == '{' {
		var page struct {
			Data json.RawMessage `json:"data"`
		}
		if json.Unmarshal(b, &page) == nil && len(page.Data) > 0 && (page.Data[0] == '[' || page.Data[0] == '{') {
			var data rest.List[json.RawMessage]
			if err := data.UnmarshalJSON(page.Data); err != nil {
				return err
			}
			list = append(list, data...)
		}
	}
	*r = rows(list)
	return nil
}

// detailBody is what the code alone may show. It has no field for a name, a
// number or an address, so those are dropped while decoding.
type detailBody struct {
	ID        rest.Raw `json:"dossierId"`
	Reference rest.Raw `json:"referenceUid"`
	Code      rest.Raw `json:"dossierNo"`

	ServiceCode rest.Line `json:"serviceCode"`
	ServiceName rest.Line `json:"serviceName"`
	AgencyName  rest.Line `json:"govAgencyName"`

	State        rest.Raw  `json:"dossierStatus"`
	StateText    rest.Line `json:"dossierStatusText"`
	SubState     rest.Raw  `json:"dossierSubStatus"`
	SubStateText rest.Line `json:"dossierSubStatusText"`
	StepName     rest.Line `json:"stepName"`
	LockState    rest.Raw  `json:"lockState"`

	SubmittedAt decode.Stamp `json:"submitDate"`
	ReceivedAt  decode.Stamp `json:"receiveDate"`
	DueAt       decode.Stamp `json:"dueDate"`
	ReleasedAt  decode.Stamp `json:"releaseDate"`
	FinishedAt  decode.Stamp `json:"finishDate"`

	people []string // the applicant and officials, whose names no text may show
}

// personBody is what a right secret opens. Its names are also removed from texts that
// officials typed.
type personBody struct {
	Applicant rest.Line `json:"applicantName"`
	Note      rest.Text `json:"lastActionNote"`
}

// has reports whether the dossier is among the rows.
func has(list rows, dossierCode code.Dossier) bool {
	return slices.ContainsFunc(list, func(raw json.RawMessage) bool {
		var b detailBody
		return json.Unmarshal(raw, &b) == nil && b.is(dossierCode)
	})
}

// readDossier finds the dossier among the rows. proved says that the portal accepted
// the secret.
func readDossier(list rows, q client.DossierQuery, proved bool, bad *atomic.Int64) (client.Dossier, detailBody, error) {
	for _, raw := range list {
		var b detailBody
		if json.Unmarshal(raw, &b) != nil || !b.is(q.Code) {
			continue
		}
		var p personBody
		_ = json.Unmarshal(raw, &p) // what cannot be read is not shown
		d := b.dossier(q.Code, bad)
		d.Proof, d.Private = q.Opened(proved, string(p.Applicant))
		d.GiveReason(string(p.Note))
		if d.Private != nil && (d.Status == client.StatusSupplement || d.Status == client.StatusPayment) {
			d.Private.Note = string(p.Note)
		}
		b.people = append(decode.PeopleIn(raw), string(p.Applicant))
		decode.Hide(&d, b.people...)
		return d, b, nil
	}
	return client.Dossier{}, detailBody{}, client.ErrNotFound
}

// is reports whether the portal's dossier is the one asked for. Its number in the
// database proves nothing: a code that begins with digits may be read as such a number.
func (b detailBody) is(dossierCode code.Dossier) bool {
	return decode.SameCode(string(b.Code), dossierCode) || b.Code == "" && decode.SameCode(string(b.Reference), dossierCode)
}

// dossier is the public part. Its texts may contain names until hide has run.
func (b detailBody) dossier(dossierCode code.Dossier, bad *atomic.Int64) client.Dossier {
	d := client.Dossier{
		Code:          dossierCode,
		Status:        readState(string(b.State)),
		ProcedureCode: string(b.ServiceCode),
		ProcedureName: string(b.ServiceName),
		Agency:        client.Agency{ID: dossierCode.Agency(), Name: string(b.AgencyName)},
		SubmittedAt:   b.SubmittedAt.Time(bad),
		ReceivedAt:    b.ReceivedAt.Time(bad),
		DueAt:         b.DueAt.Time(bad),
		FinishedAt:    b.ReleasedAt.Time(bad), // "releasing" means that the result is ready
		ReturnedAt:    b.FinishedAt.Time(bad),
	}
	for _, words := range []rest.Line{b.StateText, b.SubStateText, b.StepName} {
		if words != "" {
			d.StatusName = string(words)
			break
		}
	}
	if !d.Status.Known() {
		// The label may say what the state leaves open.
		d.Status, _ = decode.StatusByName(string(b.StateText))
	}
	d.SaidClock = b.clock(d)
	d.Steps = decode.StepsFromDates(d)
	return d
}

// clock is what the portal says about the time limit beside the state. A lock stops the
// clock in any state (portal body: lockState).
func (b detailBody) clock(d client.Dossier) client.Clock {
	if isState(b.LockState, lockPause, "paused", pausing) {
		return client.ClockStands
	}
	if d.Status.Ended() {
		return client.ClockRuns
	}
	if isState(b.State, pausing) || isState(b.SubState, pausing) {
		return client.ClockStands
	}
	if c := readState(string(b.SubState)).Clock(); c != client.ClockRuns {
		return c
	}
	words := []string{string(b.StateText), string(b.SubStateText)}
	if !d.Status.Known() {
		words = append(words, d.StatusName)
	}
	return decode.ClockByName(words...)
}
