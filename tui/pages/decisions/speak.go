package decisions

import (
	"motcua/client/decision"
	"motcua/tui/device"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/decisions"
)

func (p *screen) Speaks() page.Spoken {
	s := page.Spoken{Lines: []page.Line{{Text: topic.Decision.In(p.Texts).Title}}}
	if p.Answer == nil {
		s.Lines = append(s.Lines, p.Waits(&p.Wait, p.Portal())...)
		if p.Err != nil && !p.Wait.On() {
			s.Lines = append(s.Lines, page.Line{Text: decisions.Error(p.Err, p.Heard())})
		}
		return s
	}
	doc := decisions.List(*p.Answer, p.query(), p.Heard())
	of := doc.Words("decisions")
	for _, b := range doc.Blocks {
		says := b.String()
		if b.Kind == view.KindFacts {
			says = b.Head + ": " + says
		}
		s.Lines = append(s.Lines, page.Line{Text: says, Key: b.Lines[0].Key, Of: of})
	}
	if !p.Touch && len(p.rows.Rows) > 0 {
		s.Focus = page.Line{Lead: p.Texts.Spoken.FocusOn(), Text: p.rows.Rows[p.rows.At].Name, Of: of}
	}
	return s
}

// NameOf calls a row by its decision, in the words for the ear.
func (p *screen) NameOf(id string) string {
	i, ok := parts.RowOf(id)
	if !ok || p.Answer == nil || i < 0 || i >= len(p.Answer.Value.Decisions) {
		return ""
	}
	v := p.Answer.Value
	r := decisions.InBrief(v.Decisions[i], v, p.Heard())
	return r.Name + ", " + r.Quiet
}

// slip is the page on paper.
func (p *screen) slip() device.Slip {
	s := p.Slip(topic.Decision.In(p.Texts).Title, "", decision.PortalPage)
	if p.Answer == nil {
		return s
	}
	doc := decisions.List(*p.Answer, p.query(), p.OnPaper())
	s.Add(device.SlipText, doc.Words("decisions"), doc.Words("counted"))
	for _, b := range doc.Of(view.KindFacts) {
		s.Add(device.SlipItem, b.Head+": "+b.String())
	}
	for _, r := range p.rows.Rows[:min(len(p.rows.Rows), slipMost)] {
		s.Add(device.SlipItem, r.Name+" · "+r.Quiet)
	}
	s.Gap()
	s.Add(device.SlipText, doc.Words("source"))
	return s
}

// slipMost is how many decisions a slip lists: longer ones are not read.
const slipMost = 10
