package igate

import (
	"encoding/json"
	"strings"
	"sync/atomic"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/decode"
	"motcua/client/rest"
)

type searchBody struct {
	Content rest.List[json.RawMessage] `json:"content"`
}

// itemBody is what the code alone may show. It has no field for a name, a
// number or an address, so those are dropped while decoding.
type itemBody struct {
	Code         rest.Raw                   `json:"code"`
	NationalCode rest.Raw                   `json:"nationCode"`
	Procedure    rest.Object[procedureBody] `json:"procedure"`
	Status       named                      `json:"dossierStatus"`
	TaskStatus   named                      `json:"dossierTaskStatus"`
	Agency       named                      `json:"agency"`
	CurrentTask  rest.List[taskBody]        `json:"currentTask"`

	AppliedAt     decode.Stamp `json:"appliedDate"`
	AcceptedAt    decode.Stamp `json:"acceptedDate"`
	AppointmentAt decode.Stamp `json:"appointmentDate"`
	DueAt         decode.Stamp `json:"dueDate"`
	CompletedAt   decode.Stamp `json:"completedDate"`
}

type procedureBody struct {
	Code      rest.Line `json:"code"`
	Name      words     `json:"name"`
	Translate words     `json:"translate"`
	Sector    named     `json:"sector"`
}

type taskBody struct {
	Agency     named `json:"agency"`
	Definition named `json:"bpmProcessDefinitionTask"`
}

// applicantBody is what a proof is compared with. Its names are also removed from the
// portal's texts.
type applicantBody struct {
	Applicant rest.Object[struct {
		Data rest.Object[struct {
			Name     rest.Line `json:"fullname"`
			Owner    rest.Line `json:"ownerFullname"`
			Identity rest.Raw  `json:"identityNumber"`
			Phone    rest.Raw  `json:"phoneNumber"`
		}] `json:"data"`
	}] `json:"applicant"`
}

// readDossier finds the dossier of the query among the rows. An unknown code and a wrong
// proof return the same error. It also returns the id of the state.
func readDossier(rows []json.RawMessage, q client.DossierQuery, bad *atomic.Int64) (client.Dossier, string, error) {
	for _, raw := range rows {
		var b itemBody
		if json.Unmarshal(raw, &b) != nil {
			continue
		}
		if !decode.SameCode(string(b.Code), q.Code) && !decode.SameCode(string(b.NationalCode), q.Code) {
			continue
		}
		var a applicantBody
		_ = json.Unmarshal(raw, &a) // what cannot be read proves nothing
		who := a.Applicant.Value.Data.Value
		if q.Proof != "" && !code.MatchesDigits(q.Proof, string(who.Identity), string(who.Phone)) {
			return client.Dossier{}, "", client.ErrNotFound
		}
		d := b.dossier(q.Code, bad)
		// A search returns neither papers nor fees.
		d.Proof, d.Private = q.Opened(q.Proof != "", first(string(who.Owner), string(who.Name)))
		decode.Hide(&d, append(decode.PeopleIn(raw), string(who.Name), string(who.Owner))...)
		state, _ := b.Status.state()
		return d, state, nil
	}
	return client.Dossier{}, "", client.ErrNotFound
}

func (b itemBody) dossier(dossierCode code.Dossier, bad *atomic.Int64) client.Dossier {
	p := b.Procedure.Value
	d := client.Dossier{
		Code:          dossierCode,
		ProcedureCode: string(p.Code),
		ProcedureName: first(string(p.Translate), string(p.Name)),
		Field:         string(p.Sector.Name),
		Agency:        client.Agency{ID: dossierCode.Agency(), Name: first(b.agencies()...)},
		SubmittedAt:   b.AppliedAt.Time(bad),
		ReceivedAt:    b.AcceptedAt.Time(bad),
		DueAt:         b.AppointmentAt.Time(bad),
		FinishedAt:    b.CompletedAt.Time(bad),
	}
	// The appointment is the date promised to the person; the due date is the offices'
	// internal one.
	if due := b.DueAt.Time(bad); d.DueAt.IsZero() {
		d.DueAt = due
	}
	d.Status, d.StatusName = b.status()
	if !d.Status.Ended() {
		d.SaidClock = decode.ClockByName(d.StatusName, string(b.TaskStatus.Name))
	}
	d.Steps = decode.StepsFromDates(d)
	return d
}

// The two ids of dossierStatus that are known (portal body). One known client reads 4 as
// "returned", two read it as "result ready". "Ready" is also true of a returned dossier,
// and a person whose result is ready must be told to come.
var byID = map[string]client.Status{
	"0": client.StatusRegistered,
	"4": client.StatusFinished,
}

// status returns one of the ten states when the portal's name for it is known, else the
// portal's words. The id is used only when no name says anything. The name of the
// current task says what is being done, not the state, so it is shown only when there is
// nothing else.
func (b itemBody) status() (client.Status, string) {
	id, name := b.Status.state()
	_, task := b.TaskStatus.state()
	if name != "" {
		status, _ := decode.StatusByName(name)
		return status, name
	}
	status, ok := decode.StatusByName(task)
	if !ok {
		status, ok = byID[id]
	}
	if ok {
		return status, task
	}
	for _, t := range b.CurrentTask {
		task = first(task, string(t.Definition.Name))
	}
	return status, task
}

// state returns the id and the name of a state. A number in place of the name or of the
// whole object is the id.
func (n named) state() (id, name string) {
	id, name = strings.TrimSpace(string(n.ID)), string(n.Name)
	if name != "" && strings.Trim(name, "0123456789") == "" {
		return first(id, name), ""
	}
	return id, name
}

// agencies returns the agencies in the answer, the one that is working first.
func (b itemBody) agencies() []string {
	var names []string
	for _, t := range b.CurrentTask {
		names = append(names, string(t.Agency.Name))
	}
	return append(names, string(b.Agency.Name))
}

func first(names ...string) string {
	for _, n := range names {
		if n != "" {
			return n
		}
	}
	return ""
}
