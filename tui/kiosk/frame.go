package kiosk

import (
	"strings"

	"motcua/tui"
	"motcua/tui/page"
	"motcua/tui/parts"
)

// The frame of a lobby's screen: the desk's name, the page, and below it the buttons, three
// lines high. It is designed for touch, from 80 columns and 21 lines on; a taller screen
// has more space and a second row of buttons.
const (
	tallLobby  = 30 // lines from which on there is more space than the page needs
	tallBusy   = 36 // the same when the on-screen keyboard is shown
	tallHeader = 5  // lines above a page of a tall screen: name, place, band, an empty line
	lobbyBadge = 2  // columns before the badge of sample data
)

// layout is the position of everything on the screen, used for touch, for moving the focus
// and for drawing.
type layout struct {
	sheet *parts.Sheet     // the page in its frame
	rows  [][]parts.Button // the buttons below it
}

// lay lays out the page in its frame, unless nothing has changed since.
func (sh *Shell) lay() *layout {
	if sh.laid != nil {
		return sh.laid
	}
	o := sh.Top()
	l := &layout{}
	l.rows, _ = sh.buttonRows(o)
	if l.sheet = sh.Whole(o); l.sheet == nil {
		width, height := sh.root.Size()
		top, bottom := sh.pageTop(o), height-len(l.rows)*(parts.ButtonHeight+1)+1
		sh.env.Hem = tui.Margin(width)
		o.Layout(width-2*sh.env.Hem, bottom-1-top)
		l.sheet = sh.drawFrame(o, top, bottom, l.rows)
	}
	sh.laid = l
	return l
}

// changed marks the layout as outdated.
func (sh *Shell) changed() { sh.laid = nil }

// drawFrame draws header, page and buttons.
func (sh *Shell) drawFrame(o tui.Opened, top, bottom int, rows [][]parts.Button) *parts.Sheet {
	screen, height := sh.root.Size()
	st, x := sh.env.Styles, tui.Margin(screen)
	width := screen - 2*x
	s := parts.NewSheet(screen, height, st.Base)
	sh.drawHeader(s, x, width)
	s.Lay(x, top, o.Sheet())
	for i, row := range rows {
		parts.ButtonRow(s, st, x, bottom+i*(parts.ButtonHeight+1), width, row)
	}
	return s
}

// Whole returns a page that takes the whole screen.
func (sh *Shell) Whole(o tui.Opened) *parts.Sheet {
	w, ok := o.Page.(page.WholePage)
	if !ok {
		return nil
	}
	width, height := sh.root.Size()
	in := page.Room{Width: width, Height: height, FramedWidth: width - 2*tui.Margin(width), Keys: o.Keys()}
	in.Notice, _ = sh.root.Notice()
	if sh.env.Sample {
		in.Badge = sh.env.Texts.Screen.SampleBadge
	}
	// The size that the frame leaves depends on its buttons. A tall screen has space for a
	// QR code within the frame, however many buttons there are.
	if height >= tallLobby {
		in.FramedRows = height - tallHeader - 2*(parts.ButtonHeight+1)
	}
	keys := append([]parts.Key{{Label: "F10", Text: sh.env.Texts.Lobby.Finish, Press: "f10"}}, pageKeys(o)...)
	in.Buttons = append(sh.buttonsOf(o, keys), sh.moreButton(o))
	return w.Whole(in)
}

// pageTop returns the first line of a page below the header.
func (sh *Shell) pageTop(o tui.Opened) int {
	_, height := sh.root.Size()
	switch {
	case sh.root.Home():
		return 2
	case height >= tallLobby:
		return tallHeader
	case isDense(o):
		return 1
	}
	return 2
}

// drawHeader draws the desk's name and the badge, and the place if there is space.
func (sh *Shell) drawHeader(s *parts.Sheet, x, width int) {
	st := sh.env.Styles
	bar := strings.Repeat(" ", s.Width)
	s.Put(0, 0, st.Header.Render(bar))
	if sh.env.Sample {
		badge := st.Sample.Render(" " + sh.env.Texts.Screen.SampleBadge + " ")
		s.Put(x+width-parts.Width(badge), 0, badge)
		width -= parts.Width(badge) + lobbyBadge
	}
	name := sh.env.Name
	if name == "" {
		name = "motcua"
	}
	notice, _ := sh.root.Notice()
	home := sh.root.Home()
	if !home && s.Height < tallLobby {
		if notice != "" {
			name = notice
		}
		s.Put(x, 0, st.Header.Render(parts.Cut(name, width)))
		return
	}
	s.Put(x, 0, st.Header.Render(parts.Cut(name, width)))
	s.Put(0, 1, st.HeaderPlace.Render(bar))
	place := st.HeaderPlace
	if notice != "" {
		place = st.Header
	}
	s.Put(x, 1, place.Render(parts.Cut(sh.root.Where(), width)))
	if home {
		sh.drawClock(s, x)
	}
	if !home {
		s.Put(0, 2, parts.Band(st, s.Width, 2))
	}
}

// drawClock draws day and time at the right of the first page's header, where the place leaves
// space.
func (sh *Shell) drawClock(s *parts.Sheet, x int) {
	now, t := sh.env.Service.Now(), sh.env.Texts
	says := parts.Capital(t.DayLong(now)) + "  " + t.Clock(now)
	at := s.Width - x - parts.Width(says)
	if at >= x+parts.Width(sh.root.Where())+2 {
		s.Put(at, 1, sh.env.Styles.HeaderPlace.Render(says))
	}
}

// isDense reports whether a page may need every available line.
func isDense(o tui.Opened) bool {
	f, ok := o.Page.(page.FieldPage)
	return ok && f.Dense()
}
