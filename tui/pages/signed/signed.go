// Package signed asks for a file of this machine and tells what its signatures say. It is
// for a terminal of one's own on that machine: options without Signatures have no such page.
package signed

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/signature"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/signatures"
)

// screen is a field for the name of a file, and the newest answer below it.
type screen struct {
	page.Entry
	ask  page.Asking[signature.Report]
	name string // of the file that the answer is about
	tall page.Tall
}

// Topic is the question that this page answers.
var Topic = page.Topic{
	Name: func(t *text.Texts) string { return topic.Signature.In(t).Topic }, Hint: func(t *text.Texts) string { return topic.Signature.In(t).TopicHint },
	Field: true, To: page.Make(New),
}

// New makes the page.
func New(env *page.Env) page.Page {
	// A name is typed as it is: no method composes Vietnamese in it.
	return &screen{Entry: page.NewEntry(env, "file", page.LayoutProof, page.LongestInput)}
}

func (p *screen) Crumb() string { return topic.Signature.In(p.Texts).Title }

func (p *screen) Keys() []parts.Key {
	t := &p.Texts.Screen
	keys := []parts.Key{{Label: "Enter", Text: topic.Signature.In(p.Texts).KeyCheck, Press: "enter"}}
	if p.ask.Answer != nil {
		keys = append(keys, p.ScrollKeys(p.tall)...)
	}
	return append(keys, parts.Key{Label: "Esc", Text: t.KeyBack, Press: "esc"})
}

// Leave stops reading.
func (p *screen) Leave() { p.ask.Leave() }

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case page.AnswerMsg[signature.Report]:
		p.ask.Take(msg)
		return nil
	case page.TickMsg:
		return p.ask.Wait.Ticked(p.Env, p.Number())
	case page.WheelMsg:
		p.tall.By(msg.By * page.WheelLines)
		return nil
	case tea.KeyPressMsg:
		switch msg.String() {
		case "enter":
			return p.check()
		case "esc":
			return p.Back()
		case "up", "down", "pgup", "pgdown":
			p.tall.Key(msg)
			return nil
		}
	}
	return p.Take(msg)
}

// check reads the file of the field.
func (p *screen) check() tea.Cmd {
	name := p.Typed()
	if clean.Line(name) == "" {
		return nil
	}
	p.name, p.ask.Answer, p.tall = clean.Line(name), nil, page.Tall{}
	read, now, lang := p.Signatures, p.Service.Now, p.Texts.Lang
	return p.ask.Begin(p.Base, func(ctx context.Context) (client.Answer[signature.Report], error) {
		r, err := read(ctx, lang, name)
		return client.Answer[signature.Report]{Value: r, AsOf: now()}, err
	})
}

// Layout lays the page, however tall.
func (p *screen) Layout(width, height int) {
	p.Base.Layout(width, height)
	p.LayTall(&p.tall, width, height, p.draw)
}

func (p *screen) Sheet() *parts.Sheet { return p.DrawTall(p.tall) }

// Scrolling is how far down the page is.
func (p *screen) Scrolling() *page.Scroll { return &p.tall.Scroll }

func (p *screen) draw(width int) *parts.Sheet {
	t, st := topic.Signature.In(p.Texts), p.Styles
	s := parts.NewSheet(width, page.Tallest, st.Base)
	f := parts.Flow{Sheet: s, Width: min(width, 84)}
	p.DrawField(s, 0, f.Width, t.Label, t.Example)
	f.Gap(parts.FieldHeight + 1)
	switch {
	case p.ask.Answer != nil:
		p.drawAnswer(&f, signatures.Document(p.name, p.ask.Answer.Value, p.ask.Answer.AsOf, p.ViewEnv()))
	case p.ask.Wait.On():
		if p.ask.Wait.Said > 0 {
			f.Write(st.Info, t.Reading)
		}
	case p.ask.Err != nil:
		f.Hang(st.Warn, string(view.SignAction), st.Error, p.ask.Err.Error())
	default:
		f.Write(st.Base, t.Hint)
	}
	return s
}

// drawAnswer draws each question with its answer. A low screen has no free lines between them.
func (p *screen) drawAnswer(f *parts.Flow, doc view.Document) {
	st, top := p.Styles, f.Y
	for _, b := range doc.Blocks {
		if p.Height >= page.TallPage && f.Y > top {
			f.Gap(1)
		}
		switch b.Kind {
		case view.KindTitle:
			if clean.Line(p.Typed()) != p.name { // otherwise it stands in the field
				f.Block(st.Title.Render(parts.Cut(b.String(), f.Width)))
			}
		case view.KindState, view.KindSentence:
			if b.Head != "" {
				f.Write(st.Heading, b.Head)
			}
			for i, l := range b.Items() {
				sign := string(b.Sign)
				if i > 0 || sign == "" {
					sign = " "
				}
				f.Hang(p.Tone(b.Tone), sign, p.Tone(b.Tone), l)
			}
		default:
			p.DrawPart(f, b)
		}
	}
}

// Speaks is the page for the ear.
func (p *screen) Speaks() page.Spoken {
	t := topic.Signature.In(p.Texts)
	s := page.Spoken{Lines: []page.Line{{Text: t.Title}}, Field: &page.Field{Value: p.Typed(), After: 1}}
	switch {
	case p.ask.Answer != nil:
		for _, b := range signatures.Document(p.name, p.ask.Answer.Value, p.ask.Answer.AsOf, p.Heard()).Blocks {
			if b.Head != "" {
				s.Lines = append(s.Lines, page.Line{Text: b.Head, Of: p.name})
			}
			for _, l := range b.Lines {
				s.Lines = append(s.Lines, page.Line{Text: l.Text.String(), Key: l.Key, Of: p.name})
			}
		}
	case p.ask.Err != nil:
		s.Lines = append(s.Lines, page.Line{Text: p.ask.Err.Error(), Of: p.name, Wrong: true})
	}
	return s
}
