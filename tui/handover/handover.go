package handover

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/qr"
	"motcua/tui/text"
	"motcua/tui/view"
)

// Sizes of a code on the screen: a module is one column wide and half a row high. On a 24-inch
// lobby screen (531 by 299 mm) with 80x21 cells that is 6.6 by 7.1 mm, and the largest code
// with its quiet zone, 41 modules, is 272 by 292 mm. A phone at 40 cm sees 370 mm of the
// screen's height (a main camera's 50 degrees) and reads modules from 0.6 mm. On a desktop
// screen, with rows of 4.5 mm, a module is 2.2 mm.

// leastWords is how many columns the words beside a code need.
const leastWords = 18

// beside is the number of free columns between the words and the code.
const beside = 2

// Link is a link given to a person's phone, and the words beside its code.
type Link struct {
	URL   string
	Title string
	What  string    // the procedure's name, the dossier's code
	Sign  view.Sign // before Says; "" for none
	Tone  view.Tone
	Says  string // the current sentence
	Bare  bool   // only the sentence, without a code
}

// OnPhone says where a person can look meanwhile, with the key that shows the QR code.
func OnPhone(env *page.Env) string {
	says := env.Texts.Errors.OnPhone
	if env.Touch {
		says = env.Texts.Lobby.OnPhone
	}
	return fmt.Sprintf(says, text.NationalDomain)
}

// drawButtons draws a lobby's buttons in rows of two below the words.
func (h Link) drawButtons(s *parts.Sheet, env *page.Env, x, width int, in page.Room) {
	each := (width - parts.ButtonGap) / 2
	rows := (len(in.Buttons) + 1) / 2
	for i, b := range in.Buttons {
		b.Draw(s, env.Styles, x+i%2*(each+parts.ButtonGap), in.Height-rows*(parts.ButtonHeight+1)+1+i/2*(parts.ButtonHeight+1), each, parts.ButtonHeight)
	}
}

// code returns the code for a space of that many columns and rows.
func (h Link) code(env *page.Env, width, rows int) (qr.Code, bool) {
	return env.Codes.Find(h.URL, min(2*rows, width-beside-leastWords))
}

// Sheet draws the link inside the frame.
func (h Link) Sheet(env *page.Env, width, height int) *parts.Sheet {
	s := parts.NewSheet(width, height, env.Styles.Base)
	h.draw(s, env, width, height, 0)
	return s
}

// Whole draws the link on the whole screen if the code fits only there.
func (h Link) Whole(env *page.Env, in page.Room) *parts.Sheet {
	if h.Bare {
		return nil
	}
	if _, ok := h.code(env, in.FramedWidth, in.FramedRows); ok {
		return nil
	}
	code, ok := h.code(env, in.Width-1, in.Height)
	if !ok {
		return nil
	}
	s := parts.NewSheet(in.Width, in.Height, env.Styles.Base)
	const x = 2
	width := in.Width - x - beside - code.Size - 2*qr.Quiet
	y := in.Height - len(in.Keys)
	if env.Touch {
		y = in.Height - (len(in.Buttons)+1)/2*(parts.ButtonHeight+1)
		if in.Badge != "" {
			y -= 2
			s.Put(x, y, env.Styles.Sample.Render(" "+in.Badge+" "))
		}
	} else if in.Badge != "" {
		y -= 2
		s.Put(x, in.Height-1, env.Styles.Sample.Render(" "+in.Badge+" "))
	}
	words := parts.NewSheet(in.Width-x, y-1, env.Styles.Base)
	h.draw(words, env, in.Width-x, in.Height, 1)
	if in.Notice != "" {
		words.Put(0, 0, env.Styles.Strong.Render(parts.Cut(in.Notice, width)))
	}
	s.Lay(x, 0, words)
	drawCode(env, s, in.Width-code.Size-2*qr.Quiet, (in.Height-code.Rows())/2, code)
	if env.Touch {
		h.drawButtons(s, env, x, width, in)
		return s
	}
	for _, k := range in.Keys {
		block := env.Styles.Strong.Render(k.Label) + env.Styles.Base.Render(" "+k.Text)
		if k.Press == "" {
			s.Put(x, y, block)
		} else {
			s.Target(x, y, block, parts.PressPrefix+k.Press)
		}
		y++
	}
	return s
}

// draw draws the words at the left and, if a code of that many rows fits, the code at the right
// edge.
func (h Link) draw(s *parts.Sheet, env *page.Env, width, rows, y int) {
	t, st := &env.Texts.Slip, env.Styles
	f := parts.Flow{Sheet: s, Width: width, Y: y}
	code, fits := h.code(env, width, rows)
	if fits && !h.Bare {
		side := code.Size + 2*qr.Quiet
		f.Width = min(width-side-beside, 48)
		if rows <= s.Height {
			drawCode(env, s, width-side, 0, code)
		}
	}
	f.Write(st.Title, h.Title)
	if h.What != "" {
		f.Gap(1)
		f.Block(st.Strong.Render(strings.Join(parts.CutLines(h.What, f.Width, 3), "\n")))
	}
	f.Gap(1)
	if h.Says != "" {
		f.Hang(env.Tone(h.Tone), string(h.Sign), st.Base, h.Says)
		f.Gap(1)
	}
	if h.Bare || h.URL == "" {
		return
	}
	lines := func(s string) int { return len(parts.Wrap(s, f.Width)) }
	if !fits {
		lead := t.TooSmallFor
		if _, any := env.Codes.Find(h.URL, 200); !any {
			lead = t.TooLong
		}
		if f.Left() > lines(lead) { // without the URL the words are useless
			f.Write(st.Quiet, lead)
			f.Write(st.Link, h.URL)
		}
		return
	}
	opens := ""
	if d := domain(h.URL); d != "" {
		opens = fmt.Sprintf(t.Opens, d)
	}
	if f.Left() >= lines(t.HowToScan)+lines(opens) { // incomplete instructions would not help
		f.Write(st.Base, t.HowToScan)
		f.Gap(min(f.Left()-lines(opens), 1))
	}
	// A domain that is broken into two lines is not recognised.
	named := slices.ContainsFunc(parts.Wrap(h.URL, f.Width), func(l string) bool { return strings.Contains(l, domain(h.URL)) })
	if named && f.Left() >= lines(t.LeadsTo)+lines(h.URL) {
		f.Write(st.Quiet, t.LeadsTo)
		f.Write(st.Link, h.URL)
		return
	}
	// Nobody copies a part of a URL, but where a code leads is to be known before it is scanned.
	if f.Left() >= lines(opens) {
		f.Write(st.Base, opens)
	} else if f.Left() > 0 {
		s.Put(0, s.Height-1, st.Base.Render(parts.Cut(domain(h.URL), f.Width)))
	}
}

// domain is whose page a URL is of, "" if it names none.
func domain(link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

// drawCode draws a code with its quiet zone, black on white in every theme, because scanners
// expect that. Without colours, the terminal's own background decides which of background and
// text is the dark one.
func drawCode(env *page.Env, s *parts.Sheet, x, y int, code qr.Code) {
	black, white := lipgloss.Color("#000000"), lipgloss.Color("#ffffff")
	face, swapped, darkInk := lipgloss.NewStyle().Foreground(black).Background(white), lipgloss.NewStyle().Foreground(white).Background(black), true
	switch {
	case env.Colours < colorprofile.ANSI:
		face, swapped, darkInk = lipgloss.NewStyle(), lipgloss.NewStyle().Reverse(true), env.LightGround
	case env.Lean: // to turn two colours round takes 4 bytes, to name them 18
		swapped = face.Reverse(true)
	}
	drawn := make([]string, code.Rows())
	for i, line := range code.Lines(darkInk) {
		for _, run := range line {
			if run.Swapped {
				drawn[i] += swapped.Render(run.Text)
			} else {
				drawn[i] += face.Render(run.Text)
			}
		}
	}
	s.Put(x, y, strings.Join(drawn, "\n"))
}
