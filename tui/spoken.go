package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
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
	text string
	key  string // names its recorded clip, "" when there is none
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
		piece := Utterance{Lang: u.Lang, Text: sh.plain(l.text), Private: l.private}
		if l.private && !sh.voice.headphones {
			piece.Text, piece.Private = sh.plain(l.public), false
		}
		if piece.Text == "" {
			continue
		}
		u.Pieces = append(u.Pieces, sh.recorded(piece)...)
		u.Private = u.Private || piece.Private
		words = append(words, piece.Text)
	}
	u.Text = strings.Join(words, " ")
	if len(u.Pieces) == 1 {
		u.Key, u.Pieces = u.Pieces[0].Key, nil
	}
	return u
}

// recorded names the clip of a sentence, and takes one that only begins with
// what never changes ("Phím 1: …") apart, where both halves may be recorded.
func (sh *shared) recorded(whole Utterance) []Utterance {
	if whole.Key = sh.clipKey(whole.Text); whole.Key != "" {
		return []Utterance{whole}
	}
	lead, rest, ok := strings.Cut(whole.Text, ": ")
	if !ok {
		return []Utterance{whole}
	}
	first, second := whole, whole
	first.Text, second.Text = lead+":", rest
	first.Key, second.Key = sh.clipKey(sh.plain(lead)), sh.clipKey(rest)
	if first.Key == "" || second.Key == "" {
		return []Utterance{whole}
	}
	return []Utterance{first, second}
}

// clipKey names the recorded clip of a sentence that never changes.
func (sh *shared) clipKey(sentence string) string {
	for _, c := range sh.texts.Clips() {
		if sh.plain(c.Text) == sentence {
			return c.Key
		}
	}
	return ""
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
		label := k.Label
		if k.Press == "f9" {
			continue // it reads again
		}
		if name, ok := t.KeyNames[label]; ok {
			label = name
		}
		words := fmt.Sprintf(t.Press, strings.ReplaceAll(label, " – ", " "+t.To+" "), k.Text)
		if label == "" {
			words = k.Text // a button that no key of its own presses
		}
		out = append(out, line{text: words})
	}
	if r.sh.lobby() && len(r.stack) > 1 {
		out = append(out, line{text: fmt.Sprintf(t.Press, "F10", r.sh.texts.Lobby.Finish)})
	}
	return out
}
