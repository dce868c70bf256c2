package line

import (
	"encoding/json"
	"io"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/workday"
	"motcua/tui/view"
)

// The JSON of the commands: one object a line, keys in this order, absent values
// null, times in RFC 3339 with Vietnam's offset. Lists are null where nobody
// knows: missing and fees of a dossier while the proof hides them, the lists of a
// procedure of which only the heading is known. Every line without an answer ends
// in error, see errorJSON.

// trackJSON is a dossier. When found is false, all but code and found are null;
// nothing tells an unknown code from a wrong proof. An error stands there only for
// an agency of which no system is asked, which the route table tells.
type trackJSON struct {
	Code          *string `json:"code"`
	Found         *bool   `json:"found"`       // null: nobody could tell
	Status        *string `json:"status"`      // registered ... returned, unknown
	StatusCode    *int    `json:"status_code"` // 1 to 10; null when unknown
	StatusName    *string `json:"status_name"` // the portal's words
	ProcedureCode *string `json:"procedure_code"`
	ProcedureName *string `json:"procedure_name"`
	AgencyName    *string `json:"agency_name"`
	ReceivedAt    *string `json:"received_at"`
	DueAt         *string `json:"due_at"`
	FinishedAt    *string `json:"finished_at"`
	Timeliness    *string `json:"timeliness"` // early on_time due_today late paused none
	// WorkingDaysLeft counts to the due date, from now or from when the work was
	// done; negative when late, null when paused or none.
	WorkingDaysLeft *int         `json:"working_days_left"`
	NextStep        *string      `json:"next_step"`
	Missing         *[]string    `json:"missing"`
	Fees            *[]feeDue    `json:"fees"`
	Steps           *[]trackStep `json:"steps"`
	Proof           *string      `json:"proof"` // none needed given
	AsOf            *string      `json:"as_of"`
	Stale           *bool        `json:"stale"`
	Source          *string      `json:"source"`
	Error           *errorJSON   `json:"error,omitempty"`
}

type feeDue struct {
	Name   *string `json:"name"`
	Amount *int64  `json:"amount"` // đồng; null when not known
	Paid   *bool   `json:"paid"`   // null when the source does not say
}

type trackStep struct {
	At     *string `json:"at"`
	Name   *string `json:"name"`
	Unit   *string `json:"unit"`
	Status *string `json:"status"`
}

type searchJSON struct {
	Code   string  `json:"code"`
	Name   string  `json:"name"`
	Field  *string `json:"field"`
	Agency *string `json:"agency"`
	Level  *string `json:"level"` // ward province ministry other, joined by commas
	UUID   *string `json:"uuid"`
	Rank   int     `json:"rank"` // from 1
}

type showJSON struct {
	Code       *string      `json:"code"`
	Name       *string      `json:"name"`
	Field      *string      `json:"field"`
	Agency     *string      `json:"agency"` // who issued it
	Level      *string      `json:"level"`
	Executing  []string     `json:"executing"`
	Methods    []methodJSON `json:"methods"`
	Cases      []caseJSON   `json:"cases"`
	Steps      []stepJSON   `json:"steps"`
	Conditions *string      `json:"conditions"`
	LegalBasis []legalJSON  `json:"legal_basis"`
	Results    []resultJSON `json:"results"`
	Forms      []formJSON   `json:"forms"`
	URL        *string      `json:"url"`
	AsOf       *string      `json:"as_of"`
	Stale      *bool        `json:"stale"`
	Source     *string      `json:"source"`
	Review     *reviewJSON  `json:"review"` // null: no office went through the page
	Error      *errorJSON   `json:"error,omitempty"`
}

// reviewJSON is what an office wrote of the page; cases have its papers already.
type reviewJSON struct {
	Office     string   `json:"office"`
	Reviewer   *string  `json:"reviewer"`
	Date       string   `json:"date"`       // 2026-11-20
	State      string   `json:"state"`      // current changed unseen
	Papers     bool     `json:"papers"`     // cases are the office's, not as the page was read
	Time       []string `json:"time"`       // in the place of the limits of methods, when not empty
	Fees       []string `json:"fees"`       // in the place of the fees of methods, when not empty
	Conditions []string `json:"conditions"` // in the place of conditions, when not empty
	Note       *string  `json:"note"`       // of this desk
}

type methodJSON struct {
	Channel   string     `json:"channel"`    // direct online postal other
	TimeLimit *limitJSON `json:"time_limit"` // null when the source gives none
	Fees      []feeJSON  `json:"fees"`
}

type limitJSON struct {
	Quantity *float64 `json:"quantity"`
	Unit     *string  `json:"unit"` // working_day day working_hour hour other
	Text     *string  `json:"text"`
}

type feeJSON struct {
	State    string  `json:"state"` // amount free unknown
	Type     *string `json:"type"`  // fee service_fee
	Amount   *int64  `json:"amount"`
	Currency *string `json:"currency"`
	Text     *string `json:"text"`
}

type caseJSON struct {
	Name   *string     `json:"name"`  // null: for everybody
	Group  bool        `json:"group"` // part of one dossier: no alternative case
	Papers []paperJSON `json:"papers"`
	// ReadClosely are rows that were not read for sure, in the source's words.
	ReadClosely []string `json:"read_closely"`
	Office      []string `json:"office"` // what an office makes: nobody brings it
	Notes       []string `json:"notes"`
}

type paperJSON struct {
	Name      string      `json:"name"`
	Text      string      `json:"text"` // the source's whole sentence
	Originals int         `json:"originals"`
	Copies    int         `json:"copies"`
	Show      bool        `json:"show"`    // shown, not handed in
	OnlyIf    *string     `json:"only_if"` // null: always needed
	Except    bool        `json:"except"`  // only_if names those who do not need it
	FillIn    bool        `json:"fill_in"` // a form to fill in
	OneOf     []paperJSON `json:"one_of"`
	Forms     []formJSON  `json:"forms"`
}

type stepJSON struct {
	Name *string `json:"name"`
	Text *string `json:"text"`
}

type legalJSON struct {
	Number *string `json:"number"`
	Name   *string `json:"name"`
}

type resultJSON struct {
	Code *string `json:"code"`
	Name *string `json:"name"`
}

type formJSON struct {
	ID   *string `json:"id"`
	Name *string `json:"name"`
}

// EncodeLine writes one value as JSON on one line, letters as they are.
func EncodeLine(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// encode is EncodeLine as a string. The types above hold nothing that cannot be
// encoded.
func encode(v any) string {
	var b strings.Builder
	if err := EncodeLine(&b, v); err != nil {
		panic("line: " + err.Error())
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// orNull is null for an absent value.
func orNull[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

func timeOrNull(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	s := t.In(workday.Zone).Format(time.RFC3339)
	return &s
}

func notFound(c code.Dossier) trackJSON {
	return trackJSON{Code: orNull(c.String()), Found: new(bool)}
}

// notConnected is notFound with the reason: nobody was asked.
func notConnected(c code.Dossier, sentence string) trackJSON {
	r := notFound(c)
	r.Error = &errorJSON{kindUnconnected, sentence}
	return r
}

func dossierJSON(a client.Answer[client.Dossier], e view.Env) string {
	return encode(newTrackJSON(a, e))
}

func newTrackJSON(a client.Answer[client.Dossier], e view.Env) trackJSON {
	d := a.Value
	status, proof := d.Status.String(), d.Proof.String()
	l := d.Lateness(e.Now, e.Calendar)
	timely := string(l.Timeliness)
	found := true
	steps := make([]trackStep, 0, len(d.Steps))
	for _, s := range d.Steps {
		js := trackStep{At: timeOrNull(s.At), Name: orNull(s.Name), Unit: orNull(s.Unit)}
		if s.Status.Known() {
			js.Status = orNull(s.Status.String())
		}
		steps = append(steps, js)
	}
	out := trackJSON{
		Code: orNull(d.Code.String()), Found: &found,
		Status: &status, StatusName: orNull(statusName(d, e)),
		ProcedureCode: orNull(d.ProcedureCode), ProcedureName: orNull(d.ProcedureName), AgencyName: orNull(d.Agency.Name),
		ReceivedAt: timeOrNull(d.ReceivedAt), DueAt: timeOrNull(d.DueAt), FinishedAt: timeOrNull(d.FinishedAt),
		Timeliness: &timely, WorkingDaysLeft: daysLeft(l), NextStep: orNull(view.WhatNow(d, e)),
		Steps: &steps, Proof: &proof, AsOf: timeOrNull(a.AsOf), Stale: &a.Stale, Source: orNull(a.Source.ID),
	}
	if d.Status.Known() {
		code := int(d.Status)
		out.StatusCode = &code
	}
	if p := d.Private; p != nil {
		missing := append([]string{}, p.Missing...)
		fees := make([]feeDue, 0, len(p.Fees))
		for _, f := range p.Fees {
			fd := feeDue{Name: orNull(f.Name)}
			if f.Known {
				fd.Amount = &f.Amount
			}
			if !f.PaidUnsaid {
				fd.Paid = &f.Paid
			}
			fees = append(fees, fd)
		}
		out.Missing, out.Fees = &missing, &fees
	}
	return out
}

// statusName is the portal's own word, or the national one where it gives none.
func statusName(d client.Dossier, e view.Env) string {
	if d.StatusName == "" && d.Status.Known() {
		return e.Texts.Dossier.States[d.Status].Heading
	}
	return d.StatusName
}

func daysLeft(l client.Lateness) *int {
	n := l.WorkingDays
	switch l.Timeliness {
	case client.TimelyPaused, client.TimelyNone:
		return nil
	case client.TimelyLate:
		n = -n
	}
	return &n
}

func hitJSON(h client.Hit, rank int) string {
	return encode(searchJSON{
		Code: h.Code, Name: h.Name, Field: orNull(h.Field), Agency: orNull(h.Agency),
		Level: levelJSON(h.Levels), UUID: orNull(h.ID), Rank: rank,
	})
}

func levelJSON(ls []client.Level) *string {
	words := make([]string, len(ls))
	for i, l := range ls {
		words[i] = l.String()
	}
	return orNull(strings.Join(words, ","))
}
