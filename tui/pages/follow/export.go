package follow

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"

	tea "charm.land/bubbletea/v2"

	"motcua/client/clean"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view"
)

// export asks for the name of a file and writes the list into it, on the machine at which the
// person sits.
type export struct {
	page.Entry
	content []byte
	rows    int
	busy    bool
	says    func() string // about the newest try, in the current language; nil: none
	there   string        // the name of a file that is there already
	done    bool
}

// exportedMsg is the result of writing the file.
type exportedMsg struct {
	page        int
	typed, name string
	err         error
}

func (m exportedMsg) To() int { return m.page }

// export makes the page for the shown dossiers.
func (p *screen) export() page.Make {
	var b bytes.Buffer
	b.WriteString("\ufeff") // without it a spreadsheet does not read UTF-8
	w := csv.NewWriter(&b)
	rows := p.cells()
	_ = w.Write(p.Texts.Follow.ExportHeads[:]) // into memory
	_ = w.WriteAll(rows)
	name := fmt.Sprintf(p.Texts.Follow.ExportName, p.Service.Now().Format("20060102"))
	return func(env *page.Env) page.Page {
		// A name is typed as it is: no method composes Vietnamese in it.
		x := &export{Entry: page.NewEntry(env, "file", page.LayoutProof, page.LongestInput), content: b.Bytes(), rows: len(rows)}
		x.Changed = func() tea.Cmd { x.says, x.there, x.done = nil, "", false; return nil }
		x.Field.SetValue(name)
		return x
	}
}

func (x *export) Crumb() string { return x.Texts.Follow.ExportTitle }

func (x *export) Keys() []parts.Key {
	t, w := &x.Texts.Screen, &x.Texts.Follow
	esc := parts.Key{Label: "Esc", Text: t.KeyBack, Press: "esc"}
	switch {
	case x.done || x.busy:
		return []parts.Key{esc}
	case x.there != "":
		return []parts.Key{{Label: "Ctrl+O", Text: w.KeyOver, Press: "ctrl+o"}, esc}
	default:
		return []parts.Key{{Label: "Enter", Text: w.KeyWrite, Press: "enter"}, esc}
	}
}

func (x *export) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case exportedMsg:
		x.wrote(msg)
		return nil
	case tea.KeyPressMsg:
		switch k := msg.String(); {
		case k == "esc":
			return x.Back()
		case x.busy, x.done && k == "enter":
			return nil
		case k == "enter" && x.there == "":
			return x.write(false)
		case k == "ctrl+o" && x.there != "":
			return x.write(true)
		case k == "enter", k == "ctrl+o":
			return nil
		}
	}
	return x.Take(msg)
}

// write writes the file that the field names.
func (x *export) write(over bool) tea.Cmd {
	name := clean.Line(x.Typed())
	if name == "" {
		return nil
	}
	x.busy = true
	write, content, number := x.Write, x.content, x.Number()
	return func() tea.Msg {
		whole, err := write(name, content, over)
		return exportedMsg{number, name, whole, err}
	}
}

// wrote says what became of it.
func (x *export) wrote(msg exportedMsg) {
	x.busy, x.there = false, ""
	w := func() string { return clean.Line(msg.name) }
	switch {
	case errors.Is(msg.err, fs.ErrExist):
		x.there = msg.typed
		x.says = func() string { return fmt.Sprintf(x.Texts.Follow.ExportThere, w()) }
	case msg.err != nil:
		x.says = func() string { return fmt.Sprintf(x.Texts.Follow.ExportFailed, w(), systemMessage(msg.err)) }
	default:
		x.done = true
		x.says = func() string {
			return fmt.Sprintf(x.Texts.Follow.Exported, counted(x.Env, x.rows), w())
		}
	}
}

func (x *export) Sheet() *parts.Sheet {
	w, st := &x.Texts.Follow, x.Styles
	s := parts.NewSheet(x.Width, x.Height, st.Base)
	f := parts.Flow{Sheet: s, Width: min(x.Width, 76)}
	x.DrawField(s, 0, f.Width, w.ExportLabel, "")
	f.Gap(parts.FieldHeight + 1)
	if x.says != nil {
		sign, face := view.SignAction, st.Warn
		if x.done {
			sign, face = view.SignDone, st.Good
		}
		f.Hang(face, string(sign), st.Strong, x.says())
		f.Gap(1)
	}
	f.Write(st.Base, w.ExportPersonal)
	return s
}
