// Package viewtest holds what the tests of the packages below tui/view share: a morning, a
// calendar and a source. Only tests import it.
package viewtest

import (
	"testing"
	"time"

	"motcua/client"
	"motcua/client/workday"
	"motcua/tui/text"
	"motcua/tui/view"
)

// Now is a Tuesday morning; the culture day off of 24/11 is no concern of the
// calendar used here.
var Now = At("2026-11-24 08:14")

// At parses a time in Vietnam, "2026-11-24 08:14", or a day.
func At(s string) time.Time {
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02"} {
		if t, err := time.ParseInLocation(layout, s, workday.Zone); err == nil {
			return t
		}
	}
	panic("no time: " + s)
}

func calendar(t testing.TB) *workday.Calendar {
	t.Helper()
	c, err := workday.NewCalendar(map[int][]string{2026: {"2026-01-01", "2026-09-02"}, 2027: {"2027-01-01"}}, 2027)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Env is a person in the lobby at Now.
func Env(t testing.TB, l text.Lang) view.Env {
	t.Helper()
	return view.Env{Texts: text.For(l), Now: Now, Calendar: calendar(t), Person: true}
}

// H55 is the source of most answers.
var H55 = client.SourceName{ID: "h55", Name: "Hệ thống một cửa tỉnh Thái Nguyên"}
