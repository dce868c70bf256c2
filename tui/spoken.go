package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
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
	text string
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

// voice is what one person chose about reading aloud, and what was read last.
// It is off until somebody asks for it, and forgotten with the person.
type voice struct {
	on         bool
	headphones bool
	volume     int    // of ten, as the speaker gave it last; 0 is not known
	first      []line // to be said before the next page
	repeat     bool   // the page is to be read as if it were new
	left       int    // the page that is being left: nothing more is said of it

	page   int // what was said last
	lang   text.Lang
	said   spoken
	keys   []line
	notice int
	asked  bool // whether the person is still there
}

// speaking tells whether the screen is read aloud, when everything takes longer.
func (sh *shared) speaking() bool { return sh.voice.on }

// speaker is nil where nothing can be read aloud.
func (sh *shared) speaker() Speaker {
	if sh.lobby() {
		return sh.Kiosk.Speaker
	}
	return nil
}

// hush ends reading aloud for this person and forgets what was read.
func (sh *shared) hush() {
	sh.voice = voice{}
	if s := sh.speaker(); s != nil {
		s.Reset()
	}
}

// listen begins to read aloud: the next page, behind a word on how.
func (sh *shared) listen(headphones bool) {
	v, t := &sh.voice, &sh.texts.Spoken
	v.on, v.headphones = true, headphones
	sh.speaker().Headphones(headphones)
	v.first = []line{{text: t.OnLoudspeaker}, {text: t.Keys}}
	if headphones {
		v.first[0].text = t.OnHeadphones
	}
}

// louder changes the volume and says it.
func (sh *shared) louder(steps int) {
	if !sh.voice.on {
		return
	}
	sh.voice.volume = sh.speaker().Louder(steps)
	sh.voice.first = []line{{text: fmt.Sprintf(sh.texts.Spoken.Volume, sh.voice.volume)}}
}

// againPress is what the button that reads again presses. It is on no keyboard of a
// lobby: F9, which stands on the button, is another button's in the search.
const againPress = "f13"

// aloud are the keys of reading aloud. Plus and minus work where they are not
// letters of a field; the page behind F7 has the volume as well.
var aloud = struct{ choose, louder, quieter, repeat key.Binding }{
	choose:  key.NewBinding(key.WithKeys("f7")),
	louder:  key.NewBinding(key.WithKeys("+", "=")),
	quieter: key.NewBinding(key.WithKeys("-")),
	repeat:  key.NewBinding(key.WithKeys("f9", againPress)),
}

// voiceKey handles the keys of reading aloud and tells whether it was one.
func (r *Root) voiceKey(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	sh := r.sh
	if sh.speaker() == nil {
		return nil, false
	}
	letters := r.top().CapturesInput()
	switch {
	case key.Matches(msg, aloud.choose):
		if _, already := r.top().(*listenPage); already {
			sh.hush()
			r.back()
			return nil, true
		}
		if !sh.voice.on {
			// The question is read aloud as well: whoever needs the answer
			// cannot read it.
			sh.voice.on = true
		}
		sh.voice.left = r.top().Number()
		return r.open(newListen(sh)), true
	case !sh.voice.on:
		return nil, false
	case key.Matches(msg, aloud.repeat) && (!r.pressing || msg.String() == againPress): // a button with the legend F9 does its own
		sh.voice.repeat = true
	case !letters && key.Matches(msg, aloud.louder):
		sh.louder(+1)
	case !letters && key.Matches(msg, aloud.quieter):
		sh.louder(-1)
	default:
		return nil, false
	}
	return nil, true
}

// interrupt falls silent when the person does something.
func (r *Root) interrupt(msg tea.Msg) {
	if !r.sh.voice.on {
		return
	}
	switch msg.(type) {
	case tea.KeyPressMsg, tea.MouseClickMsg, tea.MouseWheelMsg, tea.PasteMsg:
		r.sh.speaker().Stop()
	}
}

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
