package ask

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view"
	"motcua/tui/view/failure"
)

// screen asks for a dossier's code. It shows the typed text in groups above an example, and
// says in one sentence what is wrong with it.
type screen struct {
	page.Entry
	problem *code.Error // shown after Enter, until the text changes
	offer   string      // a procedure's code that was typed instead
	there   string      // a number of social insurance that was typed instead
	secret  string      // from a receipt's link
}

// New returns the page. typed stands in the field at first.
func New(env *page.Env, typed string) page.Page {
	a := &screen{Entry: page.NewEntry(env, "code", page.LayoutCode, page.LongestInput)}
	a.Changed = a.typed
	if typed != "" {
		a.Field.SetValue(typed)
	}
	return a
}

func (a *screen) Crumb() string { return a.Texts.Screen.DossierTitle }

func (a *screen) Keys() []parts.Key {
	t := &a.Texts.Screen
	return []parts.Key{
		{Label: "Enter", Text: t.KeyLookUp, Press: "enter"},
		{Label: "Esc", Text: t.KeyBack, Press: "esc"},
	}
}

func (a *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch msg.String() {
		case "enter":
			return a.lookUp()
		case "esc":
			return a.Back()
		}
	case tea.PasteMsg:
		a.paste(msg.Content)
		return nil
	}
	return a.Take(msg)
}

// typed resets the page after a change of the text.
func (a *screen) typed() tea.Cmd {
	a.problem, a.secret = nil, ""
	a.offerOther()
	return nil
}

// offerOther recognises the code of a procedure, or a number that another portal looks up.
func (a *screen) offerOther() {
	a.offer, a.there = "", ""
	p := code.SplitTyped(a.Typed()).Problem
	switch {
	case p == nil:
	case p.Problem == code.IsProcedure:
		a.offer = p.Got
	case p.Problem == code.IsInsurance:
		a.there = p.Got
	}
}

// paste accepts a code, or finds one in a link or in the text of a QR code.
func (a *screen) paste(content string) {
	a.problem, a.offer, a.secret = nil, "", ""
	defer a.offerOther()
	if dossierCode, ok := code.FindDossier(content); ok && a.Typed() == "" {
		a.Field.SetValue(dossierCode.String())
		a.secret = code.FindReceiptSecret(content)
		return
	}
	a.Field, _ = a.Field.Update(tea.PasteMsg{Content: content})
}

// lookUp reads the code and opens the dossier, or the procedure whose code was typed
// instead.
func (a *screen) lookUp() tea.Cmd {
	if a.offer != "" {
		return a.Open(page.Procedure{Code: a.offer, Name: ""})
	}
	if a.there != "" {
		return a.Open(page.Elsewhere{Number: a.there})
	}
	typed := a.Typed()
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
			return a.Open(page.Elsewhere{Number: wrong.Got})
		}
		return nil
	}
	if a.secret == "" {
		a.secret = code.FindReceiptSecret(typed)
	}
	return a.Open(page.Dossier{Query: client.DossierQuery{Code: dossierCode, Secret: a.secret}})
}

func (a *screen) Sheet() *parts.Sheet {
	if a.Touch {
		return a.lobbySheet()
	}
	t, st := &a.Texts.Screen, a.Styles
	s := parts.NewSheet(a.Width, a.Height, st.Base)
	f := parts.Flow{Sheet: s, Width: min(a.Width, 76)}
	if a.Height > 14 {
		f.Gap(1)
	}
	f.Write(st.Title, t.AskDossier)
	f.Gap(1)
	a.DrawField(s, f.Y, min(a.Width, 48), t.CodeLabel, "")
	f.Gap(parts.FieldHeight)
	a.drawExample(&f)
	f.Gap(1)
	a.drawHint(&f)
	a.drawUnderstood(&f)
	return s
}

// exampleCode is shown directly below the typed text, letter below letter.
var exampleCode = [3]string{"H55.17.05-", "261120-", "0007"}

// drawExample draws a code with the names of its groups. It stays while a person types: an
// example that disappears with the first letter cannot be looked at when it is needed, and
// removing it costs a slow line seven times as much as the letter.
func (a *screen) drawExample(f *parts.Flow) {
	t := &a.Texts.Screen
	code, names := "", ""
	for i, name := range []string{t.GroupAgency, t.GroupDate, t.GroupSerial} {
		code += exampleCode[i]
		names += name + strings.Repeat(" ", max(parts.Width(exampleCode[i])-parts.Width(name), 1))
	}
	gap := strings.Repeat(" ", max(parts.Width(names)-parts.Width(code), 0)+2)
	f.X = 2
	for _, line := range []string{code + gap + t.CodeExample, names + "  " + t.CodeParts} {
		f.Block(a.Styles.Quiet.Render(parts.Cut(line, f.Width-2)))
	}
	f.X = 0
}

// drawUnderstood shows how a code was understood when it was not typed as it is printed,
// with a place for each missing digit. A code typed as printed already shows its groups.
// The line is body text, because a style would cost a slow line more than the letter.
func (a *screen) drawUnderstood(f *parts.Flow) {
	typed := code.SplitTyped(a.Typed())
	if typed.Problem != nil && typed.Problem.Part == code.PartNone {
		return // not a dossier code: it has no groups to show
	}
	asPrinted := strings.TrimRight(typed.Agency+"-"+typed.Date+"-"+typed.Serial, "-")
	if strings.TrimRight(strings.ToUpper(a.Typed()), "-.") == asPrinted {
		return
	}
	f.Sheet.Put(f.X+2, f.Y, a.Styles.Base.Render(parts.Cut(typed.Grouped(), f.Width-2)))
	f.Gap(1)
}

// drawHint draws one line: what is wrong, or what to do when the code is complete and
// whether it is. The sentence is there from the start, in the style of body text, and only
// a sign changes: the last letter of a code then costs a slow line little more than the
// others.
func (a *screen) drawHint(f *parts.Flow) {
	t, st := &a.Texts.Screen, a.Styles
	problem := a.problem
	typed := code.SplitTyped(a.Typed())
	if problem == nil && typed.Problem != nil {
		problem = typed.Problem
	}
	if problem != nil {
		f.Hang(st.Warn, string(view.SignAction), st.Error, failure.Code(problem, a.ViewEnv()))
		return
	}
	sign := view.SignAhead
	if _, err := code.ParseDossier(a.Typed()); err == nil {
		sign = view.SignDone
	}
	f.Hang(st.Base, string(sign), st.Base, t.CodeWhole)
}
