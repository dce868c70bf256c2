package procedure

import (
	"fmt"

	"motcua/client"
	"motcua/tui/device"
	"motcua/tui/page"
	"motcua/tui/view"
	"motcua/tui/view/procedures"
)

// slipCasesMost is the maximum number of lines for the papers of all cases on a slip; above
// it only the case on the screen is printed.
const slipCasesMost = 60

// slip returns what to bring, for paper: of every case or, where that is too long, of the
// case with index caseAt.
func slip(env *page.Env, a client.Answer[client.Procedure], caseAt int, link string) device.Slip {
	doc := procedures.Document(a, env.OnPaper())
	s := env.Slip(doc.Words("procedure"), doc.Words("code"), link)
	s.Add(device.SlipText, doc.Get("official").Items()...)
	papers := func(doc view.Document) []device.SlipLine {
		var in device.Slip
		for _, b := range doc.Of(view.KindCase, view.KindChecklist) {
			slipPapers(env, &in, b)
		}
		return in.Lines
	}
	for _, b := range doc.Of(view.KindState, view.KindSentence, view.KindNote) {
		if b.Key == "outline" {
			s.Gap()
		}
		s.Add(device.SlipText, b.Items()...)
	}
	list := papers(doc)
	if left := doc.Cases() - 1; left > 0 && len(list) > slipCasesMost {
		list = papers(doc.In(caseAt + 1))
		list = append(list, device.SlipLine{Kind: device.SlipGap}, device.SlipLine{Kind: device.SlipText, Text: fmt.Sprintf(env.Texts.Slip.OtherCase, left)})
	}
	s.Lines = append(s.Lines, list...)
	for _, b := range doc.Of(view.KindList, view.KindFacts) {
		kind := device.SlipText
		if b.Kind == view.KindList {
			kind = device.SlipItem
		}
		s.Part(b.Head, kind, b.Items()...)
	}
	env.SlipHours(&s)
	s.Gap()
	s.Add(device.SlipText, doc.Words("source"))
	return s
}

// slipPapers adds a checklist under its heading, or the heading of a case.
func slipPapers(env *page.Env, s *device.Slip, b view.Block) {
	if head := checklistHead(b, env.Texts); head != "" {
		s.Section(head)
	} else {
		s.Gap()
	}
	for _, p := range b.Papers {
		s.Add(device.SlipItem, p.Counted())
		for _, one := range p.OneOf {
			s.Add(device.SlipSubitem, one.Name)
		}
	}
	switch {
	case b.Kind == view.KindCase:
	case b.Sign == "":
		s.Add(device.SlipText, b.Items()...)
	default:
		s.Add(device.SlipText, b.Lead)
		s.Add(device.SlipItem, b.Items()...)
	}
}
