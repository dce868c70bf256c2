package tui

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"motcua/tui/parts"
	"motcua/tui/qr"
	"motcua/tui/view"
)

// A code on the screen: one module is a column wide and half a row high. A lobby
// screen of 24 inches at 80x21 makes that 6.6 by 7.1 mm (531 by 299 mm), and the
// largest code with its quiet zone, 41 modules, 272 by 292 mm: a phone 40 cm away
// sees 370 mm of the screen's height (a main camera's 50 degrees) and finds
// modules from 0.6 mm on. On a desk's screen, with rows of 4.5 mm, a module is
// 2.2 mm.

// leastWords is how many columns the words beside a code need.
const leastWords = 18

// beside is how many columns stand free between the words and the code.
const beside = 2

// handOver is a link given to a person's phone, and the words beside its code.
type handOver struct {
	link  string
	title string
	what  string    // the procedure's name, the dossier's code
	sign  view.Sign // before says; "" for none
	tone  view.Tone
	says  string // the sentence of the moment
	bare  bool   // no code, the sentence alone
}

// room is where a page may stand: the whole screen, and within its frame.
type room struct {
	width, height           int
	framedWidth, framedRows int
	keys                    []parts.Key
	notice, badge           string
	buttons                 []parts.Button // of a lobby
}

// wholePage is a page that may take the whole screen, the frame included. It
// gives nil while it stands in the frame like any other.
type wholePage interface{ whole(room) *parts.Sheet }

// whole is the page on top when it takes the whole screen.
func (r *Root) whole() *parts.Sheet {
	w, ok := r.top().(wholePage)
	if !ok {
		return nil
	}
	x := margin(r.width)
	in := room{
		width: r.width, height: r.height,
		framedWidth: r.width - 2*x, framedRows: r.height - headerLines - footerLines - 2,
		keys: r.top().Keys(), notice: r.notice,
	}
	if r.sh.Sample {
		in.badge = r.sh.texts.Screen.SampleBadge
	}
	if r.sh.lobby() {
		// How much a lobby's frame leaves depends on what it has to offer. A tall
		// screen has room for a code within it, however many buttons there are.
		in.framedRows = 0
		if r.height >= tallLobby {
			in.framedRows = r.height - tallHeader - 2*(parts.ButtonHeight+1)
		}
		keys := append([]parts.Key{{Label: "F10", Text: r.sh.texts.Lobby.Finish, Press: "f10"}}, r.pageKeys()...)
		in.buttons = append(r.buttonsOf(keys), r.moreButton())
	}
	return w.whole(in)
}

// drawButtons lays a lobby's buttons two by two at the foot of the words.
func (h handOver) drawButtons(s *parts.Sheet, sh *shared, x, width int, in room) {
	each := (width - parts.ButtonGap) / 2
	rows := (len(in.buttons) + 1) / 2
	for i, b := range in.buttons {
		b.Draw(s, sh.st, x+i%2*(each+parts.ButtonGap), in.height-rows*(parts.ButtonHeight+1)+1+i/2*(parts.ButtonHeight+1), each, parts.ButtonHeight)
	}
}

// code finds the code for a place of that many columns and rows.
func (h handOver) code(sh *shared, width, rows int) (qr.Code, bool) {
	return sh.codes.find(h.link, min(2*rows, width-beside-leastWords))
}

// codeBook remembers codes, which take a millisecond each and are asked for
// several times a frame. It is the session's, and goes with the person.
type codeBook map[codeAsked]codeFound

type codeAsked struct {
	link string
	most int
}

type codeFound struct {
	code qr.Code
	ok   bool
}

// codesKept bounds the book: a page asks for three or four.
const codesKept = 16

func (b codeBook) find(link string, most int) (qr.Code, bool) {
	asked := codeAsked{link, most}
	found, known := b[asked]
	if !known {
		if len(b) >= codesKept {
			clear(b)
		}
		found.code, found.ok = qr.Encode(link, most)
		b[asked] = found
	}
	return found.code, found.ok
}

// sheet draws it within the frame.
func (h handOver) sheet(sh *shared, width, height int) *parts.Sheet {
	s := parts.NewSheet(width, height, sh.st.Base)
	h.draw(s, sh, width, height, 0)
	return s
}

// whole draws it on the whole screen where only there the code has room.
func (h handOver) whole(sh *shared, in room) *parts.Sheet {
	if h.bare {
		return nil
	}
	if _, ok := h.code(sh, in.framedWidth, in.framedRows); ok {
		return nil
	}
	code, ok := h.code(sh, in.width-1, in.height)
	if !ok {
		return nil
	}
	s := parts.NewSheet(in.width, in.height, sh.st.Base)
	const x = 2
	width := in.width - x - beside - code.Size - 2*qr.Quiet
	y := in.height - len(in.keys)
	if sh.lobby() {
		y = in.height - (len(in.buttons)+1)/2*(parts.ButtonHeight+1)
		if in.badge != "" {
			y -= 2
			s.Put(x, y, sh.st.Sample.Render(" "+in.badge+" "))
		}
	} else if in.badge != "" {
		y -= 2
		s.Put(x, in.height-1, sh.st.Sample.Render(" "+in.badge+" "))
	}
	words := parts.NewSheet(in.width-x, y-1, sh.st.Base)
	h.draw(words, sh, in.width-x, in.height, 1)
	if in.notice != "" {
		words.Put(0, 0, sh.st.Strong.Render(parts.Cut(in.notice, width)))
	}
	s.Lay(x, 0, words)
	sh.drawCode(s, in.width-code.Size-2*qr.Quiet, (in.height-code.Rows())/2, code)
	if sh.lobby() {
		h.drawButtons(s, sh, x, width, in)
		return s
	}
	for _, k := range in.keys {
		block := sh.st.Strong.Render(k.Label) + sh.st.Base.Render(" "+k.Text)
		if k.Press == "" {
			s.Put(x, y, block)
		} else {
			s.Target(x, y, block, parts.PressPrefix+k.Press)
		}
		y++
	}
	return s
}

// draw lays the words on the left and the code, when there is room for one of
// that many rows, at the right edge.
func (h handOver) draw(s *parts.Sheet, sh *shared, width, rows, y int) {
	t, st := &sh.texts.Slip, sh.st
	f := parts.Flow{Sheet: s, Width: width, Y: y}
	code, fits := h.code(sh, width, rows)
	if fits && !h.bare {
		side := code.Size + 2*qr.Quiet
		f.Width = min(width-side-beside, 48)
		if rows <= s.Height {
			sh.drawCode(s, width-side, 0, code)
		}
	}
	f.Write(st.Title, h.title)
	if h.what != "" {
		f.Gap(1)
		f.Block(st.Strong.Render(strings.Join(parts.CutLines(h.what, f.Width, 3), "\n")))
	}
	f.Gap(1)
	if h.says != "" {
		f.Hang(sh.tone(h.tone), string(h.sign), st.Base, h.says)
		f.Gap(1)
	}
	if h.bare || h.link == "" {
		return
	}
	lead := t.LeadsTo
	if !fits {
		lead = t.TooSmallFor
		if _, any := sh.codes.find(h.link, 200); !any {
			lead = t.TooLong
		}
	} else if f.Left() >= len(parts.Wrap(t.HowToScan, f.Width)) { // half a sentence helps nobody
		f.Write(st.Base, t.HowToScan)
		f.Gap(1)
	}
	if f.Left() <= len(parts.Wrap(lead, f.Width)) {
		return // words that lead to nothing
	}
	f.Write(st.Quiet, lead)
	f.Write(st.Link, h.link)
}

// drawCode lays a code with its quiet zone: black on white whatever the theme is,
// since scanners expect it. Without colours the terminal's own ground decides
// which of ground and ink is the dark one.
func (sh *shared) drawCode(s *parts.Sheet, x, y int, code qr.Code) {
	black, white := lipgloss.Color("#000000"), lipgloss.Color("#ffffff")
	face, swapped, darkInk := lipgloss.NewStyle().Foreground(black).Background(white), lipgloss.NewStyle().Foreground(white).Background(black), true
	if sh.profile < colorprofile.ANSI {
		face, swapped, darkInk = lipgloss.NewStyle(), lipgloss.NewStyle().Reverse(true), sh.lightGround
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
