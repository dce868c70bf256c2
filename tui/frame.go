package tui

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
)

// The frame around every page: two lines of header, a free one, the page, a
// free one, the keys.
const (
	headerLines = 2
	footerLines = 1
	widest      = 100 // columns that text is laid out for; a line longer tires the eye
)

// margin gives the free columns left of the content, which stands in the middle
// of a wide terminal.
func margin(width int) int { return max(2, (width-widest)/2) }

func (r *Root) tooSmall() bool { return r.width < leastWidth || r.height < leastHeight }

// View draws the whole screen and declares the terminal's state for it.
func (r *Root) View() tea.View {
	h, began := r.porter, time.Now()
	if h == nil {
		v := r.draw()
		r.scans.pace.Worked(began)
		return v
	}
	// Drawing takes longer than all else about a key, and a scan has hundreds.
	if h.drawn == nil {
		v := r.draw()
		h.drawn = &v
	}
	h.pace.Worked(began)
	return *h.drawn
}

// draw draws what stands on the screen.
func (r *Root) draw() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	if r.sh.ground == groundTold {
		v.BackgroundColor, v.ForegroundColor = r.sh.st.Background, r.sh.st.Foreground
	}
	if r.width == 0 {
		return v // the size is not known yet
	}
	if r.tooSmall() {
		v.SetContent(r.smallScreen())
		return v
	}
	sheet := r.shown()
	v.SetContent(sheet.String())
	v.Cursor = sheet.Cursor
	return v
}

// sheet lays header, page and footer.
func (r *Root) sheet() *parts.Sheet {
	if s := r.whole(); s != nil {
		return s
	}
	if r.sh.lobby() {
		return r.lobbySheet()
	}
	st, x := r.sh.st, margin(r.width)
	width := r.width - 2*x
	s := parts.NewSheet(r.width, r.height, st.Base)
	r.header(s, x, width)
	top := headerLines + 1
	s.Lay(x, top, r.top().Sheet(width, r.height-top-footerLines-1))
	r.footer(s, x, width)
	return s
}

// header is the desk's name and the language switch, and below where one is.
func (r *Root) header(s *parts.Sheet, x, width int) {
	st := r.sh.st
	bar := strings.Repeat(" ", r.width)
	s.Put(0, 0, st.Header.Render(bar))
	other := r.sh.texts.Screen.OtherLanguage
	lang := st.HeaderPlace.Render(other+" ") + st.Key.Render(" F2 ")
	langWidth := parts.Width(lang)
	name := r.sh.Name
	if name == "" {
		name = "motcua"
	}
	s.Put(x, 0, st.Header.Render(parts.Cut(name, width-langWidth-2)))
	s.Target(x+width-langWidth, 0, lang, parts.PressPrefix+"f2")
	s.Put(0, 1, st.HeaderPlace.Render(bar))
	place := st.HeaderPlace
	if r.notice != "" {
		place = st.Header
	}
	s.Put(x, 1, place.Render(parts.Cut(r.where(), width)))
}

// where is the notice of the moment, the breadcrumb, or on the first page the
// office.
func (r *Root) where() string {
	if r.notice != "" {
		return r.notice
	}
	var crumbs []string
	for _, p := range r.stack {
		if c := p.Crumb(); c != "" {
			crumbs = append(crumbs, c)
		}
	}
	if len(crumbs) == 0 {
		return r.sh.Office
	}
	return strings.Join(crumbs, " › ")
}

func (r *Root) themeNotice() string {
	return fmt.Sprintf(r.sh.texts.Screen.ThemeNow, r.sh.theme.Name(string(r.sh.texts.Lang)))
}

// footer is the keys that work here, and the badge of sample data.
func (r *Root) footer(s *parts.Sheet, x, width int) {
	t := &r.sh.texts.Screen
	keys := append([]parts.Key{}, r.top().Keys()...)
	if _, helping := r.top().(*helpPage); !helping {
		label := "?"
		if r.top().CapturesInput() {
			label = "F1"
		}
		keys = append(keys, parts.Key{Label: label, Text: t.KeyHelp, Press: "f1"})
	}
	if len(r.stack) == 1 {
		keys = append(keys, parts.Key{Label: "N", Text: t.KeyTheme, Press: "f3"})
		if r.sh.Leave != nil {
			keys = append(keys, parts.Key{Label: "Q", Text: t.KeyQuit, Press: "f10"})
		}
	}
	badge := ""
	if r.sh.Sample {
		badge = t.SampleBadge
	}
	y := r.height - footerLines
	s.Put(0, y, r.sh.st.Footer.Render(strings.Repeat(" ", r.width)))
	parts.Footer(s, r.sh.st, x, y, width, keys, badge)
}

// smallScreen says in plain words what to do; it fits any terminal that shows
// letters at all.
func (r *Root) smallScreen() string {
	t := r.sh.texts.Screen
	words := fmt.Sprintf(t.TooSmall, r.width, r.height, leastWidth, leastHeight)
	var lines []string
	for _, l := range strings.Split(words, "\n") {
		lines = append(lines, parts.Wrap(l, max(r.width, 1))...)
	}
	if len(lines) > r.height {
		lines = lines[:max(r.height, 0)]
	}
	return strings.Join(lines, "\n")
}
