package home

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/failure"
	"motcua/tui/view/procedures"
)

// popularOnHome is how many frequently asked procedures the first page offers.
const popularOnHome = 4

// screen is the first page: the two questions as large targets, and the most frequently
// asked procedures.
type screen struct {
	page.Base
	focus   int
	popular []client.Hit
}

// New returns the page.
func New(env *page.Env) page.Page {
	return &screen{Base: page.NewBase(env), popular: env.Service.Popular(popularOnHome)}
}

// name returns the name of a frequently asked procedure in the current language.
func (h *screen) name(i int) string { return procedures.Hit(h.popular[i], h.ViewEnv()).Name }

func (h *screen) Crumb() string { return "" }

func (h *screen) Keys() []parts.Key {
	t := &h.Texts.Screen
	last := strconv.Itoa(2 + len(h.popular))
	keys := []parts.Key{{Label: "1 – " + last, Text: t.KeyChoose}}
	keys = append(keys, parts.Key{Label: "K", Text: topic.Topics.In(h.Texts).Key, Press: "k"})
	if h.Staff {
		keys = append(keys, parts.Key{Label: "F6", Text: h.Texts.Follow.KeyFollow, Press: "f6"})
	}
	return keys
}

// LeadsToField reports whether this is the key of one of the two questions.
func (h *screen) LeadsToField(k tea.KeyPressMsg) bool { return k.Text == "1" || k.Text == "2" }

func (h *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch k := msg.String(); k {
		case "left", "up", "shift+tab":
			h.focus = (h.focus + h.targets() - 1) % h.targets()
		case "right", "down", "tab":
			h.focus = (h.focus + 1) % h.targets()
		case "enter", "space":
			return h.choose(h.focus)
		case "k", "K":
			return h.Open(page.Topics{})
		default:
			if n, err := strconv.Atoi(k); err == nil {
				return h.choose(n - 1)
			}
		}
	case page.PressMsg:
		if n, err := strconv.Atoi(msg.ID); err == nil {
			return h.choose(n - 1)
		}
	}
	return nil
}

func (h *screen) targets() int { return 2 + len(h.popular) }

// choose opens the target with the number n+1.
func (h *screen) choose(n int) tea.Cmd {
	switch {
	case n < 0 || n >= h.targets():
		return nil
	case n == 0:
		return h.Open(page.Ask{})
	case n == 1:
		return h.Open(page.Search{})
	default:
		return h.Open(page.Procedure{Code: h.popular[n-2].Code, Name: h.name(n - 2)})
	}
}

func (h *screen) Sheet() *parts.Sheet {
	t, st, width, height := &h.Texts.Screen, h.Styles, h.Width, h.Height
	s := parts.NewSheet(width, height, st.Base)
	if h.Touch {
		h.drawLobby(s)
		return s
	}
	if h.Lean {
		h.drawLean(s)
		return s
	}

	// From the bottom up: the small targets take what they need, the two large ones the
	// rest.
	const gap = 2
	perRow := 2
	if width >= 90 && len(h.popular) > 2 {
		perRow = 4
	}
	chips := (len(h.popular) + perRow - 1) / perRow * chipHeight
	large := width >= parts.Wide && height >= largeHome
	switch {
	case large:
		chips = chips / chipHeight * largeChip
	case height < 16:
		chips = chips / chipHeight * 2 // little space: two lines each
	}
	heading := 2 // an empty line and the heading
	if chips == 0 {
		heading = 0
	}
	hint := 2
	cards := height - chips - heading - hint
	down := h.down(width)
	if len(down) > 0 { // it takes the place of the hint
		cards, hint = cards+hint-len(down)-1, len(down)+1
	} else if cards < 5 {
		cards, hint = cards+hint, 0
	}
	// A tall screen gets larger targets and about a third of the free lines above them,
	// because slightly above the middle looks best.
	most := 4
	if large {
		most = 8
	}
	spare := max(cards-plainCard, 0)
	cards = min(cards, plainCard+min(spare/4, most))
	top := (spare - (cards - min(cards, plainCard))) / 3

	half := (width - gap) / 2
	y := top
	known := ""
	if n := h.Procedures(); n > 0 {
		known = fmt.Sprintf(t.CatalogueOf, h.Texts.Number(int64(n)))
	}
	first, second, receipt, how := t.AskDossier, t.AskProcedure, t.HomeHint, t.DossierHint
	if width < roomyHome {
		first, second, receipt = t.ShortDossier, t.ShortProcedure, t.ShortHint
		how, known = "", ""
	}
	parts.Card{ID: "1", Key: "1", Title: first, Hint: how, Focus: h.focus == 0}.
		Draw(s, st, 0, y, half, cards)
	parts.Card{ID: "2", Key: "2", Title: second, Hint: known, Focus: h.focus == 1}.
		Draw(s, st, width-half, y, half, cards)
	y += cards
	switch {
	case len(down) > 0:
		for i, l := range down {
			s.Put(0, y+1+i, st.Warn.Render(l))
		}
	case hint > 0:
		s.Put(0, y+1, st.Base.Render(parts.Cut(receipt, width)))
	}
	y += hint
	if chips == 0 {
		return s
	}
	s.Put(0, y+1, st.Heading.Render(t.OftenAsked))
	y += heading
	rows := (len(h.popular) + perRow - 1) / perRow
	chipWidth := (width - gap*(perRow-1)) / perRow
	for i := range h.popular {
		if large {
			parts.Card{ID: strconv.Itoa(i + 3), Key: strconv.Itoa(i + 3), Title: h.name(i), Focus: h.focus == i+2}.
				Draw(s, st, i%perRow*(width-chipWidth)/(perRow-1), y+i/perRow*largeChip, chipWidth, largeChip)
			continue
		}
		h.chip(s, i%perRow*(chipWidth+gap), y+i/perRow*(chips/rows), chipWidth, chips/rows, i, h.name(i))
	}
	return s
}

// down says which system does not answer about dossiers now, before anybody types a code.
func (h *screen) down(width int) []string {
	says := failure.Known(h.Service.Sources(), h.ViewEnv())
	if says == "" || h.NoDossiers {
		return nil
	}
	return parts.CutLines(string(view.SignAction)+" "+says, width, 3)
}

// roomyHome is the width from which on the questions are shown in full.
const roomyHome = 70

// A very large screen of at least so many lines has cards for the small targets too.
const (
	largeHome = 44
	largeChip = 6
)

// plainCard is the height of the two large targets on a screen of common size.
const plainCard = 7

// chipHeight is the height of a small target in lines: enough for touch.
const chipHeight = 3

// chip draws a small target: a digit and a name.
func (h *screen) chip(s *parts.Sheet, x, y, width, height, i int, name string) {
	st := h.Styles
	key := st.CardKey.Render(" " + strconv.Itoa(i+3) + " ")
	face, marker := st.Base, " "
	if h.focus == i+2 {
		face, marker = st.Selected, "▸"
	}
	lines := parts.CutLines(name, width-6, height)
	if short, _, ok := strings.Cut(name, " ("); ok && len(parts.Wrap(name, width-6)) > height {
		lines = parts.CutLines(short, width-6, height) // the place to apply matters least here
	}
	if len(lines) < height && height > 2 {
		lines = append(lines, "") // an empty line separates two names
	}
	rows := make([]string, 0, height)
	for j := range height {
		head, text := st.Base.Render("     "), ""
		if j == 0 {
			head = st.Base.Render(marker) + key + st.Base.Render(" ")
		}
		if j < len(lines) {
			text = lines[j]
		}
		rows = append(rows, head+face.Render(text)+st.Base.Render(strings.Repeat(" ", max(width-5-parts.Width(text), 0))))
	}
	s.Target(x, y, strings.Join(rows, "\n"), strconv.Itoa(i+3))
}
