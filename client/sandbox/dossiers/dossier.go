package dossiers

import (
	"fmt"

	"motcua/client"
	"motcua/client/timely"
)

// Sample is a dossier to try, for README.md, the help and the tests.
type Sample struct {
	Code       string // "H55.17.05-261120-0007"
	Proof      string // the last four digits of the applicant's identity number
	Phone      string // the last four digits of the telephone number, which are a proof too
	Procedure  string // code, "1.004194"
	Status     client.Status
	Timeliness timely.Timeliness
	Shows      Shows
}

// Shows says what a sample demonstrates, in a few words.
type Shows struct{ VI, EN string }

// Samples returns the dossiers of the sample portal under their fixed codes, which the
// README prints. The date in a fixed code never changes, while the dates in the dossier
// move with today, so the two differ; DatesNote explains that to people. SamplesAt has
// codes whose dates agree.
func Samples() []Sample {
	out := make([]Sample, len(samples))
	for i, d := range samples {
		out[i] = d.sample(d.Code())
	}
	return out
}

// DatesNote explains to a person who tries a code why its date differs from the dossier's.
func DatesNote() Shows {
	return Shows{
		"Mã mẫu cố định, còn ngày trong hồ sơ tính theo hôm nay, nên ngày trong mã không phải ngày nộp.",
		"Sample codes stay while the dates in an application move with today, so the date in a code is not the day it was handed in.",
	}
}

// All returns the samples.
func All() []Dossier { return samples }

// Dossier is a made-up dossier. Times are written in the form of Days.at.
type Dossier struct {
	Agency, Date, Serial string // the fixed code
	Procedure            string
	Status               client.Status
	Timeliness           timely.Timeliness
	Shows                Shows

	Applicant Person
	Subject   string // trích yếu: what it is about, may be empty
	Unit      string // who works on it
	HandBack  string // where the result is handed out
	Channel   string // 1 counter, 2 online, 3 post
	Note      string // GhiChu: reason or remark
	HandedIn  string
	Due       string
	Finished  string
	Returned  string

	Papers      []string
	Fees        []Charge
	Supplements []Supplement
	Results     []string
	Steps       []Work
}

// Person is an applicant.
type Person struct {
	Name, Identity, Phone string
	Organisation          bool
}

// Address is where all of them live.
const Address = "Số 1 đường Mẫu"

// Charge is a fee of a dossier.
type Charge struct {
	Name   string
	Amount int  // đồng
	Fee    bool // lệ phí, else phí
}

// Supplement is a request for papers: the old and the new appointment.
type Supplement struct {
	Text, At, DueBefore, DueAfter string
}

// Work is a line of the time line.
type Work struct {
	At     string
	Text   string
	Unit   string
	Who    string // the official at work; clients must not show it
	Status client.Status
}

// Code is the fixed code.
func (d Dossier) Code() string { return d.Agency + "-" + d.Date + "-" + d.Serial }

// Email is the applicant's mail address.
func (d Dossier) Email() string { return "mau" + d.Serial + "@example.vn" }

func (d Dossier) codeAt(days Days) (string, error) {
	at, err := days.at(d.HandedIn)
	if err != nil {
		return "", err
	}
	layout := "060102"
	if len(d.Date) == len("20060102") {
		layout = "20060102"
	}
	return d.Agency + "-" + at.Format(layout) + "-" + d.Serial, nil
}

func (d Dossier) sample(code string) Sample {
	last4 := func(s string) string { return s[len(s)-4:] }
	return Sample{
		Code: code, Proof: last4(d.Applicant.Identity), Phone: last4(d.Applicant.Phone),
		Procedure: d.Procedure, Status: d.Status, Timeliness: d.Timeliness, Shows: d.Shows,
	}
}

// LastWork returns the step of the time line that the dossier has reached.
func (d Dossier) LastWork() Work {
	if len(d.Steps) == 0 {
		return Work{}
	}
	return d.Steps[len(d.Steps)-1]
}

// AcceptedAt returns when the dossier was accepted, "" when it was not.
func (d Dossier) AcceptedAt() string {
	for _, w := range d.Steps {
		if w.Status == client.StatusAccepted {
			return w.At
		}
	}
	return ""
}

// CurrentDue returns the current appointment: the one set by the last request for papers, else
// the first.
func (d Dossier) CurrentDue() string {
	due := d.Due
	for _, s := range d.Supplements {
		if s.DueAfter != "" {
			due = s.DueAfter
		}
	}
	return due
}

// citizen makes a sample person; such identity numbers are never issued.
func citizen(name string, n int) Person {
	return Person{
		Name:     name,
		Identity: fmt.Sprintf("00000000%04d", n),
		Phone:    fmt.Sprintf("000000%04d", n+5),
	}
}

func company(name string, n int) Person {
	p := citizen(name, n)
	p.Identity = p.Identity[2:] // a tax number has ten digits
	p.Organisation = true
	return p
}
