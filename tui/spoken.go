package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/text"
)

// spoken is what a page means, for the ear: sentences in reading order, not the
// letters of the screen.
type spoken struct {
	lines []line
	field *field // the field that takes letters
	focus line   // what has the focus
}

// line is a sentence to be said.
type line struct {
	lead string // what stands before the text and is recorded by itself: "Phím 1:"
	text string
	key  string // names the sentence where its words may not: see view.Sentence
	// private concerns one person and is said through headphones alone; public,
	// if there is one, is said in its place through the loudspeaker.
	private bool
	public  string
	// of tells lines of the same words apart: which section, which case.
	of string
	// wrong is a mistake to mend: it is said again when Enter changes nothing.
	wrong bool
}

// field is a field of input as the ear needs it.
type field struct {
	value   string
	after   int  // how many lines come before it
	code    bool // spelled, letter by letter
	private bool
}

// speaking is a page that says what it means. Of any other page its name and
// its keys are said.
type speaking interface{ speaks() spoken }

// speak says what is new since it spoke last: the whole page when it is another
// one, else the sentences that were not there, the letters typed, the focus
// where it moved, the keys where they changed.
func (r *Root) speak(msg tea.Msg) {
	v := &r.sh.voice
	if !v.on {
		return
	}
	p := r.top()
	if p.Number() == v.left {
		return
	}
	var now spoken
	if s, ok := p.(speaking); ok {
		now = s.speaks()
	} else {
		now = spoken{lines: []line{{text: p.Crumb()}}}
	}
	if focus, ok := r.spokenFocus(p); ok {
		now.focus = focus
	}
	if asking := r.porter != nil && r.porter.idle.asking(); asking != v.asked {
		v.asked = asking
		v.repeat = !asking // the question went over what was being read
	}
	keys := r.spokenKeys(p)
	lang := r.sh.texts.Lang

	say := v.first
	if r.noticed != v.notice && r.notice != "" {
		say = append(say, line{text: r.notice})
	}
	if p.Number() != v.page || lang != v.lang || v.repeat {
		say = append(say, r.sh.whole(now, keys)...)
	} else {
		fresh := r.sh.changed(now, keys)
		if k, ok := msg.(tea.KeyPressMsg); ok && len(fresh) == 0 {
			fresh = now.unmoved(k)
		}
		say = append(say, fresh...)
	}
	v.first, v.repeat, v.left, v.notice = nil, false, 0, r.noticed
	v.page, v.lang, v.said, v.keys = p.Number(), lang, now, keys
	if u := r.sh.utter(say); u.Text != "" {
		r.sh.speaker().Say(u)
	}
}

// whole is a page that was not read before.
func (sh *shared) whole(now spoken, keys []line) []line {
	var say []line
	lines := now.lines
	if f := now.field; f != nil {
		say = append(append(say, lines[:f.after]...), sh.fieldLine(f))
		lines = lines[f.after:]
	}
	return append(append(append(say, lines...), now.focus), keys...)
}

// changed is what is new on the page that was read last.
func (sh *shared) changed(now spoken, keys []line) []line {
	v := &sh.voice
	var say []line
	if now.field != nil && v.said.field != nil {
		say = append(say, sh.echo(v.said.field.value, now.field)...)
	}
	say = append(say, news(now.lines, v.said.lines)...)
	if now.field != nil && v.said.field == nil {
		say = append(say, sh.fieldLine(now.field))
	}
	if now.focus != v.said.focus {
		say = append(say, now.focus)
	}
	return append(say, news(keys, v.keys)...)
}

// unmoved is what is said when a key changed nothing: what to mend, or where the
// focus still is. Silence would leave a person to wonder.
func (s *spoken) unmoved(k tea.KeyPressMsg) []line {
	switch k.Code {
	case tea.KeyEnter:
		return slices.DeleteFunc(slices.Clone(s.lines), func(l line) bool { return !l.wrong })
	case tea.KeyUp, tea.KeyDown, tea.KeyTab:
		return []line{s.focus}
	}
	return nil
}

// news are the lines that were not there. A mistake of the same kind is the same
// line, with whatever letters.
func news(now, said []line) []line {
	var out []line
	for _, l := range now {
		known := func(s line) bool { return s == l || s.wrong && l.wrong && s.of == l.of }
		if !slices.ContainsFunc(said, known) {
			out = append(out, l)
		}
	}
	return out
}

// utter puts lines into one utterance, without what may not be heard by others.
func (sh *shared) utter(say []line) Utterance {
	u := Utterance{Lang: sh.texts.Lang}
	var words []string
	for _, l := range say {
		if l.private && !sh.voice.headphones {
			l = line{text: l.public}
		}
		for _, p := range sh.pieces(l) {
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

// pieces are what is said of a line, with the key of its clip: the lead by itself
// where both halves may be recorded. There is none of an empty line.
func (sh *shared) pieces(l line) []Utterance {
	whole := Utterance{Lang: sh.texts.Lang, Text: sh.plain(l.lead + " " + l.text), Private: l.private}
	lead, key := sh.texts.ClipKey(l.lead), sh.texts.ClipKey(l.text)
	if text.HasClip(l.key) {
		key = l.key
	}
	switch {
	case whole.Text == "":
		return nil
	case l.lead == "":
		whole.Key = key
		return []Utterance{whole}
	case lead == "" || key == "":
		return []Utterance{whole}
	}
	first, second := whole, whole
	first.Key, first.Text = lead, l.lead
	second.Key, second.Text = key, sh.plain(l.text)
	return []Utterance{first, second}
}

// pressing tells what a key does. A button that no key of its own presses has no
// label.
func (sh *shared) pressing(label, does string) line {
	if label == "" {
		return line{text: does}
	}
	return line{lead: sh.texts.Spoken.Pressing(label), text: does}
}

// fieldLine is all that stands in a field.
func (sh *shared) fieldLine(f *field) line {
	t := &sh.texts.Spoken
	if f.value == "" {
		return line{text: t.FieldEmpty}
	}
	words := f.value
	if f.code {
		words = t.Spell(f.value)
	}
	return line{
		text: fmt.Sprintf(t.Typed, words), private: f.private,
		public: fmt.Sprintf(t.TypedHidden, sh.texts.Number(int64(len([]rune(f.value))))),
	}
}

// echo says what changed in a field: a code's characters one by one, of words
// the one that is being written.
func (sh *shared) echo(before string, f *field) []line {
	t := &sh.texts.Spoken
	switch added, longer := strings.CutPrefix(f.value, before); {
	case f.value == before:
		return nil
	case f.value == "":
		return []line{sh.fieldLine(f)}
	case !f.code:
		words := strings.Fields(f.value)
		if len(words) == 0 || strings.HasSuffix(f.value, " ") {
			return nil // the word was heard
		}
		return []line{{text: words[len(words)-1], private: f.private}}
	case longer:
		return []line{{text: t.Spell(added), private: f.private, public: sh.fieldLine(f).public}}
	default:
		if gone, shorter := strings.CutPrefix(before, f.value); shorter {
			return []line{{text: fmt.Sprintf(t.Erased, t.Spell(gone)), private: f.private, public: sh.fieldLine(f).public}}
		}
		return []line{sh.fieldLine(f)}
	}
}

// spokenKeys is the footer for the ear.
func (r *Root) spokenKeys(p page) []line {
	t := &r.sh.texts.Spoken
	var out []line
	for _, k := range p.Keys() {
		if k.Press == "f9" {
			continue // it reads again
		}
		out = append(out, r.sh.pressing(strings.ReplaceAll(k.Label, " – ", " "+t.To+" "), k.Text))
	}
	if r.sh.lobby() && len(r.stack) > 1 {
		out = append(out, r.sh.pressing("F10", r.sh.texts.Lobby.Finish))
	}
	return out
}
