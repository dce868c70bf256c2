package kiosk

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/tui"
	"motcua/tui/device"
	"motcua/tui/page"
	"motcua/tui/text"
)

// speak says what is new since it spoke last: on another page the whole page, otherwise new
// sentences, typed letters, the focus if it moved, and the keys if they changed.
func (sh *Shell) speak(msg tea.Msg) {
	v := sh.reader
	if v == nil || !v.on {
		return
	}
	p := sh.Top()
	if p.Number() == v.left {
		return
	}
	var now page.Spoken
	if s, ok := p.Page.(page.Speaking); ok {
		now = s.Speaks()
	} else {
		now = page.Spoken{Lines: []page.Line{{Text: p.Crumb()}}}
	}
	if focus, ok := sh.spokenFocus(p); ok {
		now.Focus = focus
	}
	if asking := sh.idle.asking(); asking != v.asked {
		v.asked = asking
		v.repeat = !asking // the question interrupted what was being read
	}
	keys := sh.spokenKeys(p)
	lang := sh.env.Texts.Lang

	say := v.first
	notice, number := sh.root.Notice()
	if number != v.notice && notice != "" {
		say = append(say, page.Line{Text: notice})
	}
	if p.Number() != v.page || lang != v.lang || v.repeat {
		say = append(say, v.Whole(now, keys)...)
	} else {
		fresh := v.changed(now, keys)
		if k, ok := msg.(tea.KeyPressMsg); ok && len(fresh) == 0 {
			fresh = unmoved(now, k)
		}
		say = append(say, fresh...)
	}
	v.first, v.repeat, v.left, v.notice = nil, false, 0, number
	v.page, v.lang, v.said, v.keys = p.Number(), lang, now, keys
	v.say(say)
}

// say speaks lines unless nothing may be heard of them.
func (v *reader) say(lines []page.Line) {
	if u := v.utter(lines); u.Text != "" {
		v.speaker.Say(u)
	}
}

// Whole returns the lines of a page that was not read before.
func (v *reader) Whole(now page.Spoken, keys []page.Line) []page.Line {
	var say []page.Line
	lines := now.Lines
	if f := now.Field; f != nil {
		say = append(append(say, lines[:f.After]...), v.fieldLine(f))
		lines = lines[f.After:]
	}
	return append(append(append(say, lines...), now.Focus), keys...)
}

// changed returns what is new on the page that was read last.
func (v *reader) changed(now page.Spoken, keys []page.Line) []page.Line {
	var say []page.Line
	if now.Field != nil && v.said.Field != nil {
		say = append(say, v.echo(v.said.Field.Value, now.Field)...)
	}
	say = append(say, news(now.Lines, v.said.Lines)...)
	if now.Field != nil && v.said.Field == nil {
		say = append(say, v.fieldLine(now.Field))
	}
	if now.Focus != v.said.Focus {
		say = append(say, now.Focus)
	}
	return append(say, news(keys, v.keys)...)
}

// unmoved returns what to say when a key changed nothing: what to correct, or where the
// focus still is. Silence would confuse a person.
func unmoved(s page.Spoken, k tea.KeyPressMsg) []page.Line {
	switch k.Code {
	case tea.KeyEnter:
		return slices.DeleteFunc(slices.Clone(s.Lines), func(l page.Line) bool { return !l.Wrong })
	case tea.KeyUp, tea.KeyDown, tea.KeyTab:
		return []page.Line{s.Focus}
	}
	return nil
}

// news returns the lines that are new. A mistake of the same kind counts as the same line,
// whatever its letters.
func news(now, said []page.Line) []page.Line {
	var out []page.Line
	for _, l := range now {
		known := func(s page.Line) bool { return s == l || s.Wrong && l.Wrong && s.Of == l.Of }
		if !slices.ContainsFunc(said, known) {
			out = append(out, l)
		}
	}
	return out
}

// utter combines lines into one utterance, without those that others must not hear.
func (v *reader) utter(say []page.Line) device.Utterance {
	u := device.Utterance{Lang: v.env.Texts.Lang}
	var words []string
	for _, l := range say {
		if l.Private && !v.headphones {
			l = page.Line{Text: l.Public}
		}
		for _, p := range v.pieces(l) {
			words = append(words, p.Text)
			u.Pieces = append(u.Pieces, p)
			u.Private = u.Private || p.Private
		}
	}
	u.Text = strings.Join(words, " ")
	if len(u.Pieces) == 1 {
		u.Key, u.Pieces = u.Pieces[0].Key, nil
	}
	return u
}

// pieces returns the parts of a line with the keys of their clips: the lead separately
// where both parts may be recorded. An empty line has none.
func (v *reader) pieces(l page.Line) []device.Utterance {
	whole := device.Utterance{Lang: v.env.Texts.Lang, Text: v.plain(l.Lead + " " + l.Text), Private: l.Private}
	lead, key := v.env.Texts.ClipKey(l.Lead), v.env.Texts.ClipKey(l.Text)
	if text.HasClip(l.Key) {
		key = l.Key
	}
	switch {
	case whole.Text == "":
		return nil
	case l.Lead == "":
		whole.Key = key
		return []device.Utterance{whole}
	case lead == "" || key == "":
		return []device.Utterance{whole}
	}
	first, second := whole, whole
	first.Key, first.Text = lead, l.Lead
	second.Key, second.Text = key, v.plain(l.Text)
	return []device.Utterance{first, second}
}

// fieldLine returns the whole text of a field.
func (v *reader) fieldLine(f *page.Field) page.Line {
	t := &v.env.Texts.Spoken
	if f.Value == "" {
		return page.Line{Text: t.FieldEmpty}
	}
	words := f.Value
	if f.Code {
		words = t.Spell(f.Value)
	}
	return page.Line{
		Text: fmt.Sprintf(t.Typed, words), Private: f.Private,
		Public: fmt.Sprintf(t.TypedHidden, v.env.Texts.Number(int64(len([]rune(f.Value))))),
	}
}

// echo returns what changed in a field: the characters of a code one by one, or the word
// that is being written.
func (v *reader) echo(before string, f *page.Field) []page.Line {
	t := &v.env.Texts.Spoken
	switch added, longer := strings.CutPrefix(f.Value, before); {
	case f.Value == before:
		return nil
	case f.Value == "":
		return []page.Line{v.fieldLine(f)}
	case !f.Code:
		words := strings.Fields(f.Value)
		if len(words) == 0 || strings.HasSuffix(f.Value, " ") {
			return nil // the word was already spoken
		}
		return []page.Line{{Text: words[len(words)-1], Private: f.Private}}
	case longer:
		return []page.Line{{Text: t.Spell(added), Private: f.Private, Public: v.fieldLine(f).Public}}
	default:
		if gone, shorter := strings.CutPrefix(before, f.Value); shorter {
			return []page.Line{{Text: fmt.Sprintf(t.Erased, t.Spell(gone)), Private: f.Private, Public: v.fieldLine(f).Public}}
		}
		return []page.Line{v.fieldLine(f)}
	}
}

// spokenKeys returns the footer for reading aloud.
func (sh *Shell) spokenKeys(p tui.Opened) []page.Line {
	t := &sh.env.Texts.Spoken
	var out []page.Line
	for _, k := range p.Keys() {
		if k.Press == "f9" {
			continue // that key reads again
		}
		out = append(out, sh.env.Pressing(strings.ReplaceAll(k.Label, " – ", " "+t.To+" "), k.Text))
	}
	if !sh.root.Home() {
		out = append(out, sh.env.Pressing("F10", sh.env.Texts.Lobby.Finish))
	}
	return out
}
