package dossier

import (
	"regexp"
	"strings"

	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view"
)

// headlinePad is the space at both sides of a headline on its plate.
const headlinePad = 2

// headlineNumber is the number in a headline: how many papers, how many days, how much money.
var headlineNumber = regexp.MustCompile(`\d[\d.,]*`)

// drawHeadline draws what matters most, on the plate on which else the appointment stands, in
// capitals: a terminal has one size of letters. Its edge has the colour of its meaning. In a lobby
// the plate is as wide as the page, and the number stands in block digits.
func drawHeadline(f *parts.Flow, env *page.Env, b view.Block, roomy bool) {
	words := string(b.Sign) + " " + strings.ToUpper(b.String())
	lines := parts.Wrap(words, f.Width-2*headlinePad)
	var digits []string
	if env.Touch {
		digits, lines = besideDigits(words, f.Width-2*headlinePad, lines)
	}
	width := 0
	for _, l := range lines {
		width = max(width, parts.Width(l)+2*headlinePad)
	}
	if env.Touch {
		width = f.Width
	}
	date := env.Styles.Date
	ground := date.UnsetForeground().UnsetBold() // spaces need neither, and each costs bytes
	edge := parts.Blocks(env.Tone(b.Tone).UnsetUnderline(), "█")
	blank := edge + ground.Render(strings.Repeat(" ", width-1))
	var rows []string
	for i, l := range lines {
		row, at := edge, 1
		if len(digits) > 0 {
			row += date.Render(strings.Repeat(" ", headlinePad-at)) + parts.Blocks(date, digits[i])
			at = headlinePad + parts.Width(digits[i])
		}
		rows = append(rows, row+date.Render(strings.Repeat(" ", headlinePad)+l+strings.Repeat(" ", max(width-at-headlinePad-parts.Width(l), 0))))
	}
	if roomy || env.Touch && len(digits) == 0 {
		rows = append(append([]string{blank}, rows...), blank)
	}
	f.Whole(strings.Join(rows, "\n"))
	f.Gap(f.Air)
}

// besideDigits returns the number of a headline in block digits and the lines beside it, as many
// as the digits have. Without a number, or where there is no space, the lines stay as they are.
func besideDigits(words string, width int, lines []string) (digits, beside []string) {
	digits, ok := parts.Big(strings.TrimRight(headlineNumber.FindString(words), ".,"))
	if !ok || parts.Width(digits[0]) == 0 {
		return nil, lines
	}
	rest := width - parts.Width(digits[0]) - headlinePad
	longest := 0
	for w := range strings.FieldsSeq(words) {
		longest = max(longest, parts.Width(w))
	}
	if rest < longest {
		return nil, lines
	}
	beside = parts.Wrap(words, rest)
	switch len(beside) {
	case 1:
		return digits, []string{"", beside[0], ""}
	case 2:
		return digits, append([]string{""}, beside...)
	case parts.BigHeight:
		return digits, beside
	default:
		return nil, lines
	}
}
