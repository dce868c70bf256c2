package procedure

import (
	tea "charm.land/bubbletea/v2"

	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text/topic"
	"motcua/tui/view/forms"
	"motcua/tui/view/procedures"
)

// nextKeys is the key to the procedure that replaces this one. It stands first: nothing else on
// the page of an abolished procedure helps.
func (p *screen) nextKeys() []parts.Key {
	if p.Answer.Successor == nil {
		return nil
	}
	return []parts.Key{{Label: "G", Text: topic.Units.In(p.Texts).KeyNext, Press: "g"}}
}

// linkedKeys is the key to the procedure that does this one and others at once. L would switch
// the language.
func (p *screen) linkedKeys() []parts.Key {
	if p.Answer.Successor != nil || p.instead() == "" {
		return nil
	}
	return []parts.Key{{Label: "G", Text: topic.Linked.In(p.Texts).Key, Press: "g"}}
}

// instead is the code of the procedure that replaces this one, or else of the one that does
// this one and others at once; "" for neither.
func (p *screen) instead() string {
	if next := p.Answer.Successor; next != nil {
		return next.Code
	}
	return procedures.AllAtOnce(p.Answer.Value.Code, p.Answer.Linked)
}

// formKeys is the key to the procedure's forms, where it has some.
func (p *screen) formKeys() []parts.Key {
	if len(forms.Of(p.Answer.Value)) == 0 {
		return nil
	}
	return []parts.Key{{Label: "B", Text: topic.Form.In(p.Texts).Key, Press: "b"}}
}

// decisionKeys is the key to the decisions that have the procedure.
func (p *screen) decisionKeys() []parts.Key {
	if p.Answer.Value.Code == "" {
		return nil
	}
	return []parts.Key{{Label: "D", Text: topic.Decision.In(p.Texts).KeyDecision, Press: "d"}}
}

// aside leads to what belongs to a procedure and is not on its page: old places, its forms,
// the decision that published it.
func (p *screen) aside(k string) tea.Cmd {
	if k == "u" {
		return p.Open(page.Units{Procedure: p.Answer.Value.Code})
	}
	switch {
	case k == "o":
		return p.Open(page.Places{})
	case k == "b" && len(p.formKeys()) > 0:
		return p.Open(page.Forms{Of: *p.Answer})
	case k == "d" && len(p.decisionKeys()) > 0:
		v := p.Answer.Value
		return p.Open(page.Decisions{Procedure: v.Code, Number: v.Decision.Number, Field: v.Field})
	case k == "g" && p.instead() != "":
		return p.Open(page.Procedure{Code: p.instead()})
	}
	return nil
}
