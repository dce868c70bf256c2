package tui

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
	"motcua/tui/view"
)

// popularOnHome is how many often asked procedures the first page offers.
const popularOnHome = 4

// homePage is the first page: the two questions as big targets, and what people
// ask for most.
type homePage struct {
	basePage
	focus   int
	hem     int // columns beside the page, which the bands of a lobby run over
	popular []view.HitView
}

func newHome(sh *shared) *homePage {
	h := &homePage{basePage: newBase(sh)}
	for _, hit := range sh.Service.Popular(popularOnHome) {
		h.popular = append(h.popular, view.Hit(hit, sh.env()))
	}
	return h
}

func (h *homePage) Crumb() string { return "" }

func (h *homePage) Keys() []parts.Key {
	t := &h.texts.Screen
	last := strconv.Itoa(2 + len(h.popular))
	keys := []parts.Key{{Label: "1 – " + last, Text: t.KeyChoose}}
	if h.Staff {
		keys = append(keys, parts.Key{Label: "F6", Text: h.texts.Follow.KeyFollow, Press: "f6"})
	}
	return keys
}

// LeadsToField tells of the keys of the two questions.
func (h *homePage) LeadsToField(k tea.KeyPressMsg) bool { return k.Text == "1" || k.Text == "2" }

func (h *homePage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch k := msg.String(); k {
		case "left", "up", "shift+tab":
			h.focus = (h.focus + h.targets() - 1) % h.targets()
		case "right", "down", "tab":
			h.focus = (h.focus + 1) % h.targets()
		case "enter", "space":
			return h, h.choose(h.focus)
		default:
			if n, err := strconv.Atoi(k); err == nil {
				return h, h.choose(n - 1)
			}
		}
	case pressMsg:
		if n, err := strconv.Atoi(msg.id); err == nil {
			return h, h.choose(n - 1)
		}
	}
	return h, nil
}

func (h *homePage) targets() int { return 2 + len(h.popular) }

// choose opens what the number n+1 stands for.
func (h *homePage) choose(n int) tea.Cmd {
	switch {
	case n < 0 || n >= h.targets():
		return nil
	case n == 0:
		return h.open(newAsk(h.shared))
	case n == 1:
		return h.open(newSearch(h.shared))
	default:
		return h.open(newProcedure(h.shared, h.popular[n-2].Code, h.popular[n-2].Name))
	}
}

func (h *homePage) View(width, height int) string { return h.Sheet(width, height).String() }

func (h *homePage) Sheet(width, height int) *parts.Sheet {
	t, st := &h.texts.Screen, h.st
	s := parts.NewSheet(width, height, st.Base)
	if h.lobby() {
		h.drawLobby(s)
		return s
	}

	// From the bottom up: the chips take what they need, the cards the rest.
	const gap = 2
	perRow := 2
	if width >= 90 && len(h.popular) > 2 {
		perRow = 4
	}
	chips := (len(h.popular) + perRow - 1) / perRow * chipHeight
	if height < 16 {
		chips = chips / chipHeight * 2 // little room: two lines each
	}
	heading := 2 // a free line and the heading
	if chips == 0 {
		heading = 0
	}
	hint := 2
	cards := height - chips - heading - hint
	if cards < 5 {
		cards, hint = cards+hint, 0
	}
	// A tall screen gets larger cards and air above, about a third of what is
	// free: what lies a little above the middle looks well placed.
	spare := max(cards-plainCard, 0)
	cards = min(cards, plainCard+min(spare/4, 4))
	top := (spare - (cards - min(cards, plainCard))) / 3

	half := (width - gap) / 2
	y := top
	known := ""
	if n := h.procedures(); n > 0 {
		known = fmt.Sprintf(t.CatalogueOf, h.texts.Number(int64(n)))
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
	if hint > 0 {
		s.Put(0, y+1, st.Base.Render(parts.Cut(receipt, width)))
		y += hint
	}
	if chips == 0 {
		return s
	}
	s.Put(0, y+1, st.Heading.Render(t.OftenAsked))
	y += heading
	rows := (len(h.popular) + perRow - 1) / perRow
	chipWidth := (width - gap*(perRow-1)) / perRow
	for i, hit := range h.popular {
		h.chip(s, i%perRow*(chipWidth+gap), y+i/perRow*(chips/rows), chipWidth, chips/rows, i, hit.Name)
	}
	return s
}

// roomyHome is the width from which on the questions stand in full.
const roomyHome = 70

// plainCard is the height of the two big targets on a screen of common size.
const plainCard = 7

// chipHeight is how many lines a small target takes: enough for a finger.
const chipHeight = 3

// chip is a small target: a digit and a name.
func (h *homePage) chip(s *parts.Sheet, x, y, width, height, i int, name string) {
	st := h.st
	key := st.CardKey.Render(" " + strconv.Itoa(i+3) + " ")
	face, marker := st.Base, " "
	if h.focus == i+2 {
		face, marker = st.Selected, "▸"
	}
	lines := parts.CutLines(name, width-6, height)
	if short, _, ok := strings.Cut(name, " ("); ok && len(parts.Wrap(name, width-6)) > height {
		lines = parts.CutLines(short, width-6, height) // where it is done matters least here
	}
	if len(lines) < height && height > 2 {
		lines = append(lines, "") // a free line below keeps two names apart
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
