package dossier

import (
	"strings"

	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text"
	"motcua/tui/view"
)

// drawBigDate draws the appointment in the largest type that a terminal allows, and below
// it in words, which screen readers read. It reports false when there is not enough space.
func drawBigDate(f *parts.Flow, env *page.Env, plate view.Text, roomy bool) bool {
	lines, ok := parts.Big(dayDigits(plate))
	if !ok || len(lines) == 0 || parts.Width(lines[0])+4 > f.Width {
		return false
	}
	due := plate.String()
	width := max(parts.Width(lines[0]), parts.Width(due)) + 4
	width = min(width, f.Width)
	row := func(s string) string {
		s = parts.Cut(s, width-4)
		return env.Styles.Date.Render("  " + s + strings.Repeat(" ", max(width-2-parts.Width(s), 0)))
	}
	air := roomy || env.Size > page.SizeNormal
	// The digits must not be cut by the edge of the screen; the day below them adds one
	// line and stays.
	rows := make([]string, 0, len(lines)+2)
	if air {
		rows = append(rows, row(""))
	}
	for _, l := range lines {
		date := env.Styles.Date
		rows = append(rows, date.Render("  ")+parts.Blocks(date, l)+date.Render(strings.Repeat(" ", width-2-parts.Width(l))))
	}
	if air {
		rows = append(rows, row(""))
	}
	f.Whole(strings.Join(rows, "\n"))
	f.Block(row(due))
	switch {
	case f.Air > 0:
		f.Gap(f.Air)
	case roomy:
		f.Gap(1)
	}
	return true
}

// dayDigits returns the day of an appointment as digits, "25/11/2026", which are the same in
// both languages.
func dayDigits(plate view.Text) string {
	for _, s := range plate {
		if s.Kind == view.SpanDate {
			return text.For(text.VI).Day(s.At)
		}
	}
	return ""
}
