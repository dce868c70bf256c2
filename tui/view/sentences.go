package view

import (
	"strings"

	"motcua/client"
	"motcua/client/workday"
)

// DossierView is a dossier as a person reads it, in reading order.
type DossierView struct {
	Code      string // canonical, "H55.17.05-261120-0007"
	Grouped   string // "H55.17.05 - 261120 - 0007"
	Procedure string // name, may be empty
	// ProcedureCode opens the procedure, empty when unknown.
	ProcedureCode string

	DueLabel string // "Hẹn trả kết quả"; "" when there is no date to show
	Due      string // "THỨ TƯ 25/11/2026, trước 17 giờ"
	// DueDigits is the same day in digits alone, "25/11/2026", to be written large.
	DueDigits string
	Timely    string // "Đúng hạn, còn 1 ngày làm việc"; "" when none
	TimeSign  Sign
	TimeTone  Tone
	Apology   string // the law's apology when late, else ""

	StateSign Sign
	StateTone Tone
	State     string // "Đang xử lý ở Công an phường Đức Xuân"
	Next      string // what to do now, where, until when
	Note      string // the agency's own note on what it waits for, only with proof

	Brief string // all in one line: "Đang xử lý · hẹn 25/11 · Đúng hạn, còn 1 ngày làm việc"

	Missing []string // papers to hand in
	Fees    []string // "Lệ phí cấp thẻ: 30.000 đồng, chưa nộp"
	Steps   []StepView

	Supplied []string // papers that were handed in, only with proof
	Results  []string // papers that come out, only with proof

	Applicant string // masked, only with proof
	ProofHint string // "Bấm M, nhập 4 số cuối ... để xem tên, giấy tờ" when ProofNeeded
	Source    string // "Theo Hệ thống một cửa ..., lúc 8:14 hôm nay"
	Stale     bool
	Caveats   []string // e.g. "Chưa có lịch nghỉ lễ năm 2028, ..."
}

// StepView is one line of the time line.
type StepView struct {
	Sign Sign
	When string // "20/11  08:12", "25/11" for a day ahead
	Name string
	Unit string // who did it, when the source says so and the name does not
}

// Sentences is the document as finished sentences, for the media that do not draw
// its blocks yet.
func Sentences(a client.Answer[client.Dossier], e Env) DossierView {
	d, doc := a.Value, Dossier(a, e)
	due, timely, state := doc.Get("due"), doc.Get("timely"), doc.Get("state")
	v := DossierView{
		Code:          d.Code.String(),
		Grouped:       strings.Join([]string{d.Code.Agency(), d.Code.DateDigits(), d.Code.Serial()}, " - "),
		Procedure:     doc.Words("procedure"),
		ProcedureCode: d.ProcedureCode,
		Due:           due.String(),
		Timely:        timely.String(),
		TimeSign:      timely.Sign,
		TimeTone:      timely.Tone,
		Apology:       doc.Words("apology"),
		StateSign:     state.Sign,
		StateTone:     state.Tone,
		State:         state.String(),
		Next:          doc.Words("next"),
		Note:          doc.Words("note"),
		Brief:         Row(a, e).Brief,
		Fees:          doc.Get("fees").Items(),
		Supplied:      doc.Get("supplied").Items(),
		Results:       doc.Get("results").Items(),
		Applicant:     doc.Words("applicant"),
		ProofHint:     doc.Words("proof"),
		Source:        doc.Words("source"),
		Stale:         a.Stale,
	}
	if p := d.Private; p != nil {
		v.Missing = p.Missing
	}
	if v.Due != "" {
		v.DueLabel, v.DueDigits = due.Head, d.DueAt.In(workday.Zone).Format("02/01/2006")
	}
	for _, s := range doc.Get("steps").Steps {
		v.Steps = append(v.Steps, StepView{Sign: s.Sign, When: s.Moment("  "), Name: s.Name.String(), Unit: s.Unit.String()})
	}
	v.Caveats = doc.Get("caveats").Items()
	return v
}
