package kiosk

import (
	"time"

	"motcua/tui"
	"motcua/tui/page"
	"motcua/tui/parts"
)

// Screen returns the screen as the person sees it: the page in its frame, or what covers
// it.
func (sh *Shell) Screen() *parts.Sheet {
	switch {
	case sh.root.TooSmall(): // the root's own text says what to do, see Root.Show
		width, height := sh.root.Size()
		return parts.NewSheet(width, height, sh.env.Styles.Base)
	case sh.scrubbing:
		return sh.scrubSheet()
	case sh.idle.asking():
		return sh.drawQuestion(time.Now())
	}
	l := sh.lay()
	if sh.told == "" {
		return l.sheet
	}
	return sh.drawTold(l)
}

// drawTold draws the current sentence over the lower part of the page, which is not
// changed.
func (sh *Shell) drawTold(l *layout) *parts.Sheet {
	s := parts.NewSheet(l.sheet.Width, l.sheet.Height, sh.env.Styles.Base)
	s.Lay(0, 0, l.sheet)
	x := tui.Margin(s.Width)
	width := s.Width - 2*x
	lines := parts.Wrap(sh.told, width-6)
	b := parts.Button{ID: toldTarget, Text: sh.told, Main: true, Left: true}
	height := len(lines) + 2
	foot := len(l.rows) * (parts.ButtonHeight + 1) // the buttons below the page stay visible
	b.Draw(s, sh.env.Styles, x, max(s.Height-foot-height, 0), width, height)
	s.Cursor = nil
	return s
}

// toldTarget is the sentence as a target: touching it removes it and does nothing else.
const toldTarget = "told"

// tellTime is how long a sentence over the page is shown, unless a key or a touch removes
// it.
const tellTime = 5 * time.Second

// tellFor shows a sentence over the page.
func (sh *Shell) tellFor(sentence string, now time.Time) {
	sh.told, sh.toldUntil = sentence, now.Add(tellTime)
	sh.sayAloud(sentence)
}

// hush removes the sentence over the page.
func (sh *Shell) hush() { sh.told, sh.toldUntil = "", time.Time{} }

// sayAloud speaks a sentence that is on no page.
func (sh *Shell) sayAloud(sentence string) {
	if sh.env.Speaking() {
		sh.reader.say([]page.Line{{Text: sentence}})
	}
}
