package record

import (
	"encoding/json"
	"io"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/english"
	"motcua/client/timely"
	"motcua/client/workday"
	"motcua/tui/view"
	"motcua/tui/view/dossiers"
)

// Dossier is a dossier. When found is false, everything but code and found is null, so that
// an unknown code and a wrong proof look the same. It then has an error only for an agency
// without a connected system, which the route table shows anyway.
type Dossier struct {
	Code          *string `json:"code"`
	Found         *bool   `json:"found"`       // null: unknown
	Status        *string `json:"status"`      // registered ... returned, unknown
	StatusCode    *int    `json:"status_code"` // 1 to 10; null when unknown
	StatusName    *string `json:"status_name"` // the portal's own words
	ProcedureCode *string `json:"procedure_code"`
	ProcedureName *string `json:"procedure_name"`
	AgencyName    *string `json:"agency_name"`
	ReceivedAt    *string `json:"received_at"`
	DueAt         *string `json:"due_at"`
	FinishedAt    *string `json:"finished_at"`
	Timeliness    *string `json:"timeliness"` // early on_time due_today late paused none
	// WorkingDaysLeft counts to the due date, from now or from the day when the work was
	// done; negative when late, null when paused or without a due date.
	WorkingDaysLeft *int         `json:"working_days_left"`
	CalendarDoubt   *Doubt       `json:"calendar_doubt"` // null: the count is sure
	NextStep        *string      `json:"next_step"`
	Missing         *[]string    `json:"missing"`
	Fees            *[]feeDue    `json:"fees"`
	Results         *[]resultDue `json:"results"` // papers that the applicant will receive
	Steps           *[]trackStep `json:"steps"`
	Proof           *string      `json:"proof"` // none needed given
	AsOf            *string      `json:"as_of"`
	Stale           *bool        `json:"stale"`
	Source          *string      `json:"source"`
	Error           *Failure     `json:"error,omitempty"`
}

// Doubt is why a count of working days may be off.
type Doubt struct {
	Kind     string `json:"kind"` // unannounced unknown
	Year     int    `json:"year"`
	Sentence string `json:"sentence"`
}

type feeDue struct {
	Name   *string `json:"name"`
	Amount *int64  `json:"amount"` // đồng; null when unknown
	Paid   *bool   `json:"paid"`   // null when the source does not say
}

type resultDue struct {
	Name       string `json:"name"`
	Electronic bool   `json:"electronic"` // the source has a file of it
}

type trackStep struct {
	At     *string `json:"at"`
	Name   *string `json:"name"`
	Unit   *string `json:"unit"`
	Status *string `json:"status"`
}

// Hit is a found procedure.
type Hit struct {
	Code   string  `json:"code"`
	Name   string  `json:"name"`
	Field  *string `json:"field"`
	Agency *string `json:"agency"`
	Level  *string `json:"level"` // ward province ministry other, joined by commas
	UUID   *string `json:"uuid"`
	Rank   int     `json:"rank"` // counted from 1
	// Abolished: no office takes it any more.
	Abolished bool `json:"abolished"`
	// Successor replaces an abolished one; null: no office's file names it.
	Successor *Successor `json:"successor"`
	// Place is what the question names besides asking for something; null for nothing. It is
	// the same on each line of an answer.
	Place *mentionObject `json:"place"`
	// NameEN is the title in English that the program has; null: nobody wrote one.
	NameEN *string `json:"name_en"`
	// Near: this is not what was asked for but the nearest that there is.
	Near bool `json:"near"`
	// Wish is the part of the question that this answers, where it asks for two things; null for one.
	Wish *string `json:"wish"`
}

type procedureObject struct {
	Code       *string      `json:"code"`
	Name       *string      `json:"name"`
	Field      *string      `json:"field"`
	Agency     *string      `json:"agency"` // the agency that issued it
	Level      *string      `json:"level"`
	Executing  []string     `json:"executing"`
	Methods    []methodJSON `json:"methods"`
	Cases      []caseJSON   `json:"cases"`
	Steps      []stepJSON   `json:"steps"`
	Conditions *string      `json:"conditions"`
	LegalBasis []legalJSON  `json:"legal_basis"`
	Results    []resultJSON `json:"results"`
	Forms      []formJSON   `json:"forms"`
	Linked     []linkedJSON `json:"linked"` // what one filing does; null: no answer
	URL        *string      `json:"url"`
	AsOf       *string      `json:"as_of"`
	Stale      *bool        `json:"stale"`
	Source     *string      `json:"source"`
	Review     *reviewJSON  `json:"review"` // null: no office reviewed the page
	Online     *string      `json:"online"` // full some none, by its general description; units tells of one office
	Abolished  *bool        `json:"abolished"`
	Successor  *Successor   `json:"successor"` // as of a found one
	NameEN     *string      `json:"name_en"`   // as of a found one
	Error      *Failure     `json:"error,omitempty"`
}

// reviewJSON is an office's review of the page; its papers are already in cases.
type reviewJSON struct {
	Office     string   `json:"office"`
	Reviewer   *string  `json:"reviewer"`
	Date       string   `json:"date"`       // 2026-11-20
	State      string   `json:"state"`      // current changed unseen
	Papers     bool     `json:"papers"`     // cases are the office's, not read from the page
	Time       []string `json:"time"`       // replaces the limits of methods when not empty
	Fees       []string `json:"fees"`       // replaces the fees of methods when not empty
	Conditions []string `json:"conditions"` // replaces conditions when not empty
	Note       *string  `json:"note"`       // written by this desk
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
	Group  bool        `json:"group"` // part of one dossier, not an alternative case
	Papers []paperJSON `json:"papers"`
	// ReadClosely are rows that were not understood with certainty, in the source's words.
	ReadClosely []string `json:"read_closely"`
	Office      []string `json:"office"` // papers that an office issues: nobody brings them
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

// EncodeLine writes one value as JSON on one line, without escaping letters.
func EncodeLine(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// Encode returns the result of EncodeLine as a string. The types above contain nothing that
// cannot be encoded.
func Encode(v any) string {
	var b strings.Builder
	if err := EncodeLine(&b, v); err != nil {
		panic("record: " + err.Error())
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// OrNull returns nil, which becomes null, for an absent value.
func OrNull[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

// TimeOrNull is a time as JSON has it, with Vietnam's offset; null for the zero time.
func TimeOrNull(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	s := t.In(workday.Zone).Format(time.RFC3339)
	return &s
}

// NotFound returns the answer that nothing matches.
func NotFound(c code.Dossier) Dossier {
	return Dossier{Code: OrNull(c.String()), Found: new(bool)}
}

// NotConnected returns NotFound with the reason that no system was asked.
func NotConnected(c code.Dossier, sentence string) Dossier {
	r := NotFound(c)
	r.Error = &Failure{kindUnconnected, sentence}
	return r
}

// NewDossier returns the answer to a look-up.
func NewDossier(a client.Answer[client.Dossier], e view.Env) Dossier {
	d := a.Value
	status, proof := d.Status.String(), d.Proof.String()
	l := timely.Of(d, e.Now, e.Calendar)
	standing := string(l.Timeliness)
	found := true
	steps := make([]trackStep, 0, len(d.Steps))
	for _, s := range d.Steps {
		js := trackStep{At: TimeOrNull(s.At), Name: OrNull(s.Name), Unit: OrNull(s.Unit)}
		if s.Status.Known() {
			js.Status = OrNull(s.Status.String())
		}
		steps = append(steps, js)
	}
	out := Dossier{
		Code: OrNull(d.Code.String()), Found: &found,
		Status: &status, StatusName: OrNull(statusName(d, e)),
		ProcedureCode: OrNull(d.ProcedureCode), ProcedureName: OrNull(d.ProcedureName), AgencyName: OrNull(d.Agency.Name),
		ReceivedAt: TimeOrNull(d.ReceivedAt), DueAt: TimeOrNull(d.DueAt), FinishedAt: TimeOrNull(d.FinishedAt),
		Timeliness: &standing, WorkingDaysLeft: daysLeft(l), CalendarDoubt: doubtOf(l.Doubt, e), NextStep: OrNull(dossiers.WhatNow(d, e)),
		Steps: &steps, Proof: &proof, AsOf: TimeOrNull(a.AsOf), Stale: &a.Stale, Source: OrNull(a.Source.ID),
	}
	if d.Status.Known() {
		code := int(d.Status)
		out.StatusCode = &code
	}
	if p := d.Private; p != nil {
		missing := append([]string{}, p.Missing...)
		fees := make([]feeDue, 0, len(p.Fees))
		for _, f := range p.Fees {
			fd := feeDue{Name: OrNull(f.Name)}
			if f.Known {
				fd.Amount = &f.Amount
			}
			if !f.PaidUnsaid {
				fd.Paid = &f.Paid
			}
			fees = append(fees, fd)
		}
		results := make([]resultDue, 0, len(p.Results))
		for _, r := range p.Results {
			results = append(results, resultDue(r))
		}
		out.Missing, out.Fees, out.Results = &missing, &fees, &results
	}
	return out
}

// statusName returns the portal's own word, or the national one where it gives none.
func statusName(d client.Dossier, e view.Env) string {
	if d.StatusName == "" && d.Status.Known() {
		return e.Texts.Dossier.States[d.Status].Heading
	}
	return d.StatusName
}

func doubtOf(d workday.Doubt, e view.Env) *Doubt {
	if d == (workday.Doubt{}) {
		return nil
	}
	return &Doubt{string(d.Kind), d.Year, e.Doubt(d)}
}

func daysLeft(l timely.Standing) *int {
	n := l.WorkingDays
	switch l.Timeliness {
	case timely.Paused, timely.None:
		return nil
	case timely.Late:
		n = -n
	case timely.Early, timely.OnTime, timely.DueToday:
	}
	return &n
}

// HitLine returns a found procedure as a JSON line, with its rank from 1 and what the answer says
// of the question.
func HitLine(a client.SearchResult, h client.Hit, rank int) string {
	var wish *string
	if h.Wish < len(a.Wishes) {
		wish = &a.Wishes[h.Wish]
	}
	return Encode(Hit{
		Code: h.Code, Name: h.Name, Field: OrNull(h.Field), Agency: OrNull(h.Agency),
		Level: levelJSON(h.Levels), UUID: OrNull(h.ID), Rank: rank, Abolished: h.Abolished, Successor: SuccessorOf(h.Successor), Place: newMention(a.Mention),
		NameEN: OrNull(english.Title(h.Code)), Near: a.Near, Wish: wish,
	})
}

func levelJSON(ls []client.Level) *string {
	words := make([]string, len(ls))
	for i, l := range ls {
		words[i] = l.String()
	}
	return OrNull(strings.Join(words, ","))
}
