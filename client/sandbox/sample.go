package sandbox

import (
	"fmt"
	"time"

	"motcua/client"
	"motcua/client/workday"
)

// Sample is a dossier to try, for README.md here, the help and the tests.
type Sample struct {
	Code       string // "H55.17.05-261120-0007"
	Proof      string // the last four digits of the applicant's identity number
	Phone      string // the last four of the telephone number do as well
	Procedure  string // code, "1.004194"
	Status     client.Status
	Timeliness client.Timeliness
	Shows      Shows
}

// Shows is what a sample is there for, in a few words.
type Shows struct{ VI, EN string }

// Samples are the dossiers of the sample portal under their fixed codes, which
// the README prints. The date inside a fixed code stays, while the dates inside
// the dossier move with today so that it never grows stale: the two do not agree
// and are not meant to. SamplesAt has codes that do. DatesNote says so to people.
func Samples() []Sample {
	out := make([]Sample, len(dossiers))
	for i, d := range dossiers {
		out[i] = d.sample(d.code())
	}
	return out
}

// DatesNote tells who tries a code why its date is not that of the dossier.
func DatesNote() Shows {
	return Shows{
		"Mã mẫu cố định, còn ngày trong hồ sơ tính theo hôm nay, nên ngày trong mã không phải ngày nộp.",
		"Sample codes stay while the dates in a dossier move with today, so the date in a code is not the day it was handed in.",
	}
}

// SamplesAt are the same dossiers under codes that carry the day on which they
// were handed in, seen from now. The sample portal knows both codes.
func SamplesAt(now time.Time, cal *workday.Calendar) ([]Sample, error) {
	days := newDays(now, cal)
	out := make([]Sample, len(dossiers))
	for i, d := range dossiers {
		code, err := d.codeAt(days)
		if err != nil {
			return nil, err
		}
		out[i] = d.sample(code)
	}
	return out, nil
}

// dossier is a made-up dossier. Moments are written as days.at reads them.
type dossier struct {
	agency, date, serial string // the fixed code
	procedure            string
	status               client.Status
	timeliness           client.Timeliness
	shows                Shows

	applicant person
	subject   string // trích yếu: what it is about, may be empty
	unit      string // who works on it
	handBack  string // where the result is handed out
	channel   string // 1 counter, 2 online, 3 post
	note      string // GhiChu: reason or remark
	handedIn  string
	due       string
	finished  string
	returned  string

	papers      []string
	fees        []charge
	supplements []supplement
	results     []string
	steps       []work
}

type person struct {
	name, identity, phone string
	organisation          bool
}

type charge struct {
	name   string
	amount int  // đồng
	fee    bool // lệ phí, else phí
}

// supplement is a request for papers: the old and the new appointment.
type supplement struct {
	text, at, dueBefore, dueAfter string
}

// work is a line of the time line.
type work struct {
	at     string
	text   string
	unit   string
	who    string // the person at work; clients must not show it
	status client.Status
}

func (d dossier) code() string { return d.agency + "-" + d.date + "-" + d.serial }

func (d dossier) codeAt(days days) (string, error) {
	at, err := days.at(d.handedIn)
	if err != nil {
		return "", err
	}
	layout := "060102"
	if len(d.date) == len("20060102") {
		layout = "20060102"
	}
	return d.agency + "-" + at.Format(layout) + "-" + d.serial, nil
}

func (d dossier) sample(code string) Sample {
	last4 := func(s string) string { return s[len(s)-4:] }
	return Sample{
		Code: code, Proof: last4(d.applicant.identity), Phone: last4(d.applicant.phone),
		Procedure: d.procedure, Status: d.status, Timeliness: d.timeliness, Shows: d.shows,
	}
}

// citizen is an obvious sample: such numbers are given to nobody.
func citizen(name string, n int) person {
	return person{
		name:     name,
		identity: fmt.Sprintf("00000000%04d", n),
		phone:    fmt.Sprintf("000000%04d", n+5),
	}
}

func company(name string, n int) person {
	p := citizen(name, n)
	p.identity = p.identity[2:] // a tax number has ten digits
	p.organisation = true
	return p
}
