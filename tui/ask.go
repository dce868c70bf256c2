package tui

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/tui/parts"
	"motcua/tui/view"
)

// longestInput is what a field takes: a code is 30 characters, a receipt's QR
// text some hundreds.
const longestInput = 512

// askPage asks for a dossier's code: what is typed stands in its groups below
// the field, and what is wrong with it is said in one sentence.
type askPage struct {
	basePage
	field   parts.Field
	problem *client.CodeError // said after Enter, until the text changes
	offer   string            // a procedure's code that was typed instead
	secret  string            // that came along with a receipt's link
}

func newAsk(sh *shared) *askPage {
	return &askPage{basePage: newBase(sh), field: parts.NewField("code", longestInput)}
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

func (a *askPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch msg.String() {
		case "enter":
			return a, a.lookUp()
		case "esc":
			return a, back
		}
	case tea.PasteMsg:
		a.paste(msg.Content)
		return a, nil
	case pressMsg:
		return a, nil
	}
	before := a.field.Value()
	var cmd tea.Cmd
	a.field, cmd = a.field.Update(msg)
	if a.field.Value() != before {
		a.problem, a.secret = nil, ""
		a.offerProcedure()
	}
	return a, cmd
}

// offerProcedure sees that a procedure's code was typed here.
func (a *askPage) offerProcedure() {
	a.offer = ""
	if p := client.SplitTyped(a.field.Value()).Problem; p != nil && p.Problem == client.CodeIsProcedure {
		a.offer = p.Got
	}
}

// paste takes a bare code, or finds it in a link or in the text of a QR code.
func (a *askPage) paste(content string) {
	a.problem, a.offer, a.secret = nil, "", ""
	defer a.offerProcedure()
	if code, ok := client.FindDossierCode(content); ok && a.field.Value() == "" {
		a.field.SetValue(code.String())
		a.secret = client.FindReceiptSecret(content)
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
	typed := a.field.Value()
	code, err := client.ParseDossierCode(typed)
	if err != nil {
		if found, ok := client.FindDossierCode(typed); ok {
			code, err = found, nil
			if a.secret == "" {
				a.secret = client.FindReceiptSecret(typed)
			}
		}
	}
	if err == nil {
		err = client.CheckDate(code, a.Service.Now())
	}
	if err != nil {
		var wrong *client.CodeError
		if errors.As(err, &wrong) {
			a.problem = wrong
		}
		return nil
	}
	return a.open(newDossier(a.shared, client.DossierQuery{Code: code, Secret: a.secret}))
}

func (a *askPage) View(width, height int) string { return a.Sheet(width, height).String() }

func (a *askPage) Sheet(width, height int) *parts.Sheet {
	t, st := &a.texts.Screen, a.st
	s := parts.NewSheet(width, height, st.Base)
	f := parts.Flow{Sheet: s, Width: min(width, 76)}
	if height > 14 {
		f.Gap(1)
	}
	f.Write(st.Title, t.AskDossier)
	f.Gap(1)
	a.field.Draw(s, st, 0, f.Y, min(width, 48), t.CodeLabel, t.CodeExample)
	f.Gap(parts.FieldHeight)
	a.drawGroups(&f)
	f.Gap(1)
	if _, err := client.ParseDossierCode(a.field.Value()); a.problem == nil && a.field.Value() != "" && err != nil {
		f.Write(st.Quiet, t.CodeParts)
		f.Gap(1)
	}
	a.drawHint(&f)
	return s
}

// drawGroups names the code's three groups right below what is typed. What is
// typed the way it is printed stands in its groups already, and a letter then
// costs a slow line nothing but itself; anything else is shown as it was
// understood, with a place for each digit to come.
func (a *askPage) drawGroups(f *parts.Flow) {
	t, st := &a.texts.Screen, a.st
	typed := client.SplitTyped(a.field.Value())
	if typed.Problem != nil && typed.Problem.Part == client.PartNone {
		f.Gap(1)
		return // no dossier's code at all: it has no groups to show
	}
	agency, date, serial := typed.Agency+"-", typed.Date+"-", typed.Serial
	asPrinted := strings.TrimRight(agency+date+serial, "-")
	gap := 0
	if strings.TrimRight(strings.ToUpper(a.field.Value()), "-") != asPrinted {
		f.Sheet.Put(f.X+2, f.Y, st.Strong.Render(parts.Cut(typed.Grouped(), f.Width-2)))
		f.Gap(1)
		agency, gap = typed.Agency, 3
		date = padBlank(typed.Date, leastDate)
	}
	x := f.X + 2
	for _, group := range []struct{ name, text, next string }{
		{t.GroupAgency, agency, typed.Agency},
		{t.GroupDate, date, typed.Date},
		{t.GroupSerial, serial, typed.Serial},
	} {
		if group.next == "" || x > f.X+f.Width-8 {
			break
		}
		f.Sheet.Put(x, f.Y, st.Quiet.Render(group.name))
		x += max(parts.Width(group.text)+gap, parts.Width(group.name)+1)
	}
	f.Gap(1)
}

// leastDate is how many digits the date of a code has at least.
const leastDate = 6

func padBlank(s string, least int) string {
	return s + strings.Repeat("_", max(least-len(s), 0))
}

// drawHint is one line: what is wrong, or that Enter will do.
func (a *askPage) drawHint(f *parts.Flow) {
	t, st := &a.texts.Screen, a.st
	problem := a.problem
	typed := client.SplitTyped(a.field.Value())
	if problem == nil && typed.Problem != nil {
		problem = typed.Problem
	}
	if problem != nil {
		f.Hang(st.Warn, string(view.SignAction), st.Error, view.CodeProblem(problem, a.env()))
		return
	}
	if _, err := client.ParseDossierCode(a.field.Value()); err != nil {
		return
	}
	f.Hang(st.Good, string(view.SignDone), st.Base, t.CodeReady)
}
