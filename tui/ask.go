package tui

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/parts"
	"motcua/tui/view"
)

// longestInput is what a field takes: a code is 30 characters, a receipt's QR
// text some hundreds.
const longestInput = 512

// askPage asks for a dossier's code: what is typed stands in its groups above an
// example, and what is wrong with it is said in one sentence.
type askPage struct {
	basePage
	field   parts.Field
	board   board       // that types into it, in a lobby
	problem *code.Error // said after Enter, until the text changes
	offer   string      // a procedure's code that was typed instead
	there   string      // a number of social insurance that was typed instead
	secret  string      // that came along with a receipt's link
}

func newAsk(sh *shared) *askPage {
	return &askPage{basePage: newBase(sh), field: parts.NewField(fieldPrefix+"code", longestInput)}
}

func (a *askPage) Crumb() string       { return a.texts.Screen.DossierTitle }
func (a *askPage) CapturesInput() bool { return true }

func (a *askPage) Keys() []parts.Key {
	t := &a.texts.Screen
	return []parts.Key{
		{Label: "Enter", Text: t.KeyLookUp, Press: "enter"},
		{Label: "Esc", Text: t.KeyBack, Press: "esc"},
	}
}

// Typed is what stands in the field.
func (a *askPage) Typed() string { return a.field.Value() }

// Retype puts another text there.
func (a *askPage) Retype(s string) tea.Cmd {
	a.field.SetValue(s)
	a.problem, a.secret = nil, ""
	a.offerOther()
	return nil
}

func (a *askPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch msg.String() {
		case "enter":
			return a, a.lookUp()
		case "esc":
			return a, a.back()
		}
	case tea.PasteMsg:
		a.paste(msg.Content)
		return a, nil
	case pressMsg:
		before := a.field.Value()
		if a.board.press(msg.id, &a.field) && a.field.Value() != before {
			a.problem, a.secret = nil, ""
			a.offerOther()
		}
		return a, nil
	}
	before := a.field.Value()
	var cmd tea.Cmd
	a.field, cmd = a.field.Update(msg)
	if a.field.Value() != before {
		a.problem, a.secret = nil, ""
		a.offerOther()
	}
	return a, cmd
}

// offerOther sees that the code of a procedure, or a number that another portal
// looks up, was typed here.
func (a *askPage) offerOther() {
	a.offer, a.there = "", ""
	p := code.SplitTyped(a.field.Value()).Problem
	switch {
	case p == nil:
	case p.Problem == code.IsProcedure:
		a.offer = p.Got
	case p.Problem == code.IsInsurance:
		a.there = p.Got
	}
}

// paste takes a bare code, or finds it in a link or in the text of a QR code.
func (a *askPage) paste(content string) {
	a.problem, a.offer, a.secret = nil, "", ""
	defer a.offerOther()
	if dossierCode, ok := code.FindDossier(content); ok && a.field.Value() == "" {
		a.field.SetValue(dossierCode.String())
		a.secret = code.FindReceiptSecret(content)
		return
	}
	a.field, _ = a.field.Update(tea.PasteMsg{Content: content})
}

// lookUp reads the code and opens the dossier, or the procedure whose code was
// typed instead.
func (a *askPage) lookUp() tea.Cmd {
	if a.offer != "" {
		return a.open(newProcedure(a.shared, a.offer, ""))
	}
	if a.there != "" {
		return a.open(newElsewhere(a.shared, a.there))
	}
	typed := a.field.Value()
	dossierCode, err := code.ReadDossier(typed)
	if err == nil {
		err = code.CheckDate(dossierCode, a.Service.Now())
	}
	if err != nil {
		var wrong *code.Error
		if errors.As(err, &wrong) {
			a.problem = wrong
		}
		if wrong != nil && wrong.Problem == code.IsInsurance {
			return a.open(newElsewhere(a.shared, wrong.Got))
		}
		return nil
	}
	if a.secret == "" {
		a.secret = code.FindReceiptSecret(typed)
	}
	return a.open(newDossier(a.shared, client.DossierQuery{Code: dossierCode, Secret: a.secret}))
}

func (a *askPage) View(width, height int) string { return a.Sheet(width, height).String() }

func (a *askPage) Sheet(width, height int) *parts.Sheet {
	if a.lobby() {
		return a.lobbySheet(width, height)
	}
	t, st := &a.texts.Screen, a.st
	s := parts.NewSheet(width, height, st.Base)
	f := parts.Flow{Sheet: s, Width: min(width, 76)}
	if height > 14 {
		f.Gap(1)
	}
	f.Write(st.Title, t.AskDossier)
	f.Gap(1)
	a.field.Draw(s, st, 0, f.Y, min(width, 48), t.CodeLabel, "")
	f.Gap(parts.FieldHeight)
	a.drawExample(&f)
	f.Gap(1)
	a.drawHint(&f)
	a.drawUnderstood(&f)
	return s
}

// exampleCode stands right below what is typed, letter below letter.
var exampleCode = [3]string{"H55.17.05-", "261120-", "0007"}

// drawExample is a code with the names of its groups. It stays while a person
// types: an example that goes with the first letter cannot be looked at when it
// is needed, and taking it away costs a slow line seven times the letter.
func (a *askPage) drawExample(f *parts.Flow) {
	t := &a.texts.Screen
	code, names := "", ""
	for i, name := range []string{t.GroupAgency, t.GroupDate, t.GroupSerial} {
		code += exampleCode[i]
		names += name + strings.Repeat(" ", max(parts.Width(exampleCode[i])-parts.Width(name), 1))
	}
	gap := strings.Repeat(" ", max(parts.Width(names)-parts.Width(code), 0)+2)
	f.X = 2
	for _, line := range []string{code + gap + t.CodeExample, names + "  " + t.CodeParts} {
		f.Block(a.st.Quiet.Render(parts.Cut(line, f.Width-2)))
	}
	f.X = 0
}

// drawUnderstood shows a code that was not typed as it is printed as it was
// understood, with a place for each digit to come. One that was stands in its
// groups already. It is drawn as body text: a style would cost a slow line more
// than the letter.
func (a *askPage) drawUnderstood(f *parts.Flow) {
	typed := code.SplitTyped(a.field.Value())
	if typed.Problem != nil && typed.Problem.Part == code.PartNone {
		return // no dossier's code at all: it has no groups to show
	}
	asPrinted := strings.TrimRight(typed.Agency+"-"+typed.Date+"-"+typed.Serial, "-")
	if strings.TrimRight(strings.ToUpper(a.field.Value()), "-.") == asPrinted {
		return
	}
	f.Sheet.Put(f.X+2, f.Y, a.st.Base.Render(parts.Cut(typed.Grouped(), f.Width-2)))
	f.Gap(1)
}

// drawHint is one line: what is wrong, or what to do when the code is whole and
// whether it is. The sentence stands from the start and a sign alone changes, in
// the style of body text: on a slow line the last letter of a code then costs
// little more than the others.
func (a *askPage) drawHint(f *parts.Flow) {
	t, st := &a.texts.Screen, a.st
	problem := a.problem
	typed := code.SplitTyped(a.field.Value())
	if problem == nil && typed.Problem != nil {
		problem = typed.Problem
	}
	if problem != nil {
		f.Hang(st.Warn, string(view.SignAction), st.Error, view.CodeProblem(problem, a.env()))
		return
	}
	sign := view.SignAhead
	if _, err := code.ParseDossier(a.field.Value()); err == nil {
		sign = view.SignDone
	}
	f.Hang(st.Base, string(sign), st.Base, t.CodeWhole)
}
