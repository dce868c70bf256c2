package tui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/page"
	"motcua/tui/parts"
)

// The frame around every page: two lines of header, a free one, the page, a
// free one, the keys.
const (
	headerLines = 2
	footerLines = 1
	widest      = 100 // columns of the content; on a very wide terminal seven tenths of it
)

// Margin gives the free columns left of the content, which stands in the middle
// of a wide terminal.
func Margin(width int) int { return max(2, (width-max(widest, width*7/10))/2) }

// TooSmall tells whether the terminal is too small for the pages.
func (r *Root) TooSmall() bool { return r.width < LeastWidth || r.height < LeastHeight }

// Size is the terminal's, 0 by 0 until it is known.
func (r *Root) Size() (width, height int) { return r.width, r.height }

// View lays and draws the whole screen and declares the terminal's state for it.
func (r *Root) View() tea.View { return *r.shown() }

// shown returns the current screen. Keys that are held back change nothing, and a scan has
// thousands: the screen is not drawn again for them.
func (r *Root) shown() *tea.View {
	began := time.Now()
	if r.drawn == nil {
		v := r.Show(r.Screen)
		r.drawn = &v
	}
	r.scans.pace.Worked(began)
	return r.drawn
}

// Show is a screen with the terminal's state for it, or what to do where the terminal
// is too small for one.
func (r *Root) Show(screen func() *parts.Sheet) tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	if r.env.Ground == page.GroundTold {
		v.BackgroundColor, v.ForegroundColor = r.env.Styles.Background, r.env.Styles.Foreground
	}
	if r.width == 0 {
		return v // the size is not known yet
	}
	if r.TooSmall() {
		v.SetContent(r.smallScreen())
		return v
	}
	sheet := screen()
	v.SetContent(sheet.String())
	v.Cursor = sheet.Cursor
	return v
}

// Screen is the screen as it is laid, which keys and pointers are understood by and
// which is drawn.
func (r *Root) Screen() *parts.Sheet { return r.lay() }

// lay lays the screen, unless it was laid and is as it was.
func (r *Root) lay() *parts.Sheet {
	if r.laid != nil {
		return r.laid
	}
	width := r.width - 2*Margin(r.width)
	if r.laid = r.Whole(width); r.laid == nil {
		r.Top().Layout(width, r.height-headerLines-footerLines-2)
		r.laid = r.drawFrame(width)
	}
	return r.laid
}

// drawFrame draws header, page and footer.
func (r *Root) drawFrame(width int) *parts.Sheet {
	x := Margin(r.width)
	s := parts.NewSheet(r.width, r.height, r.env.Styles.Base)
	r.drawHeader(s, x, width)
	s.Lay(x, headerLines+1, r.Top().Sheet())
	r.drawFooter(s, x, width)
	return s
}

// Whole is the page on top when it takes the whole screen.
func (r *Root) Whole(width int) *parts.Sheet {
	w, ok := r.Top().Page.(page.WholePage)
	if !ok {
		return nil
	}
	in := page.Room{
		Width: r.width, Height: r.height,
		FramedWidth: width, FramedRows: r.height - headerLines - footerLines - 2,
		Keys: r.Top().Keys(), Notice: r.notice,
	}
	if r.env.Sample {
		in.Badge = r.env.Texts.Screen.SampleBadge
	}
	return w.Whole(in)
}

// drawHeader draws the desk's name and the language switch, and below where one is.
func (r *Root) drawHeader(s *parts.Sheet, x, width int) {
	st := r.env.Styles
	bar := strings.Repeat(" ", r.width)
	s.Put(0, 0, st.Header.Render(bar))
	other := r.env.Texts.Screen.OtherLanguage
	lang := st.HeaderPlace.Render(other+" ") + st.Key.Render(" F2 ")
	langWidth := parts.Width(lang)
	name := r.env.Name
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
	s.Put(x, 1, place.Render(parts.Cut(r.where(width), width)))
}

func (r *Root) themeNotice() string {
	return fmt.Sprintf(r.env.Texts.Screen.ThemeNow, r.env.Look.Name(string(r.env.Texts.Lang)))
}

// drawFooter draws the keys that work here, and the badge of sample data.
func (r *Root) drawFooter(s *parts.Sheet, x, width int) {
	t := &r.env.Texts.Screen
	keys := append([]parts.Key{}, r.Top().Keys()...)
	if r.Top().As != (page.Help{}) {
		label := "?"
		if r.Top().CapturesInput() {
			label = "F1"
		}
		keys = append(keys, parts.Key{Label: label, Text: t.KeyHelp, Press: helpPress})
	}
	if r.Home() {
		keys = append(keys, parts.Key{Label: "N", Text: t.KeyTheme, Press: "f3"})
		if r.env.Options.Leave != nil {
			keys = append(keys, parts.Key{Label: "Q", Text: t.KeyQuit, Press: "f10"})
		}
	}
	badge := ""
	if r.env.Sample {
		badge = t.SampleBadge
	}
	y := r.height - footerLines
	s.Put(0, y, r.env.Styles.Footer.Render(strings.Repeat(" ", r.width)))
	parts.Footer(s, r.env.Styles, x, y, width, r.narrowed(keys, width, badge), badge)
}

// narrowed are the keys of a footer where not all of them have room. The way back and help stay,
// and help begins with the keys of the page. The first page has its most useful keys first, and
// help lists all of them anyway.
func (r *Root) narrowed(keys []parts.Key, width int, badge string) []parts.Key {
	help := slices.IndexFunc(keys, func(k parts.Key) bool { return k.Press == helpPress })
	if help < 0 || r.Home() || parts.FooterFits(width, keys, badge) {
		return keys
	}
	if keys[help].Text = "…"; parts.FooterFits(width, keys, badge) {
		return keys
	}
	if width >= page.TwoColumns { // on a narrower screen the keys need the room of the words
		keys[help].Text = r.env.Texts.Screen.KeyMore
	}
	for i, k := range keys {
		keys[i].Keep = k.Press == helpPress || k.Press == "esc"
	}
	return keys
}

// helpPress is the key of help.
const helpPress = "f1"

// smallScreen says in plain words what to do; it fits any terminal that shows
// letters at all.
func (r *Root) smallScreen() string {
	t := r.env.Texts.Screen
	words := fmt.Sprintf(t.TooSmall, r.width, r.height, LeastWidth, LeastHeight)
	var lines []string
	for _, l := range strings.Split(words, "\n") {
		lines = append(lines, parts.Wrap(l, max(r.width, 1))...)
	}
	if len(lines) > r.height {
		lines = lines[:max(r.height, 0)]
	}
	return strings.Join(lines, "\n")
}
