package view_test

import (
	"testing"

	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/viewtest"
)

// The words stand in a span of their own: the ear reads a date's span by its day and would
// drop what was added to it.
func TestTheDoubtStandsBehindADate(t *testing.T) {
	e := viewtest.Env(t, text.VI)
	day := viewtest.At("2027-01-05")
	for _, tt := range []struct {
		in   view.Text
		want string
	}{
		{view.Date("thứ Ba 05/01/2027", day), "<day> (lịch 2027 chưa công bố)"},
		{view.FillIn("Chậm nhất %s.", view.Date("thứ Ba 05/01/2027", day)), "Chậm nhất <day> (lịch 2027 chưa công bố)."},
		{nil, ""},
	} {
		got := view.Doubted(view.Sentence{Key: "x", Text: tt.in}, e.Calendar.Doubt(day, day), e).Text.With(func(s view.Span) string {
			if s.Kind == view.SpanDate {
				return "<day>"
			}
			return s.Text
		})
		if got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
	if s := view.Doubted(view.Sentence{Key: "x", Text: view.Plain("Còn trong hạn")}, e.Calendar.Doubt(viewtest.Now, viewtest.Now), e); s.Key != "x" || s.Text.String() != "Còn trong hạn" {
		t.Errorf("a sure count became %+v", s)
	}
}
