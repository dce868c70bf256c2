package forms

import (
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view"
)

func TestDocumentSaysHowToGetThemInEachMedium(t *testing.T) {
	now := time.Date(2026, 11, 24, 8, 14, 0, 0, time.UTC)
	p := client.Procedure{Code: "1.004194", Name: "Đăng ký tạm trú", URL: "https://cong.example/u", Cases: []client.PaperCase{
		{Rows: []client.PaperRow{{Forms: []client.Form{{ID: "a", Name: "CT01.doc"}, {ID: "b"}}}}},
		{Rows: []client.PaperRow{{Forms: []client.Form{{ID: "c", Name: "CT01.DOC"}, {ID: "b"}, {ID: "d"}}}}},
	}}
	without, none, outline := p, p, p
	without.URL, none.Cases, outline.Cases, outline.Outline = "", nil, nil, true
	for _, l := range []text.Lang{text.VI, text.EN} {
		w := topic.Form.In(text.For(l))
		for _, c := range []struct {
			what    string
			p       client.Procedure
			medium  view.Medium
			program string
			says    []string
			never   string
		}{
			{"keys", p, view.Keys, "motcua", []string{"1. CT01.doc", "2. " + w.NoName, "3. " + w.NoName, w.Scan}, "https:"},
			{"touch", p, view.Touch, "", []string{w.Scan}, "https:"},
			{"ear", p, view.Ear, "", []string{w.Scan}, "https:"},
			{"command", p, view.Command, "motcua", []string{"https://cong.example/u", "motcua form 1.004194 "}, w.Scan},
			{"line mode", p, view.Typed, "", []string{"https://cong.example/u"}, "--out"},
			{"no page", without, view.Keys, "", []string{w.Counter}, w.Scan},
			{"no forms", none, view.Keys, "", []string{w.None}, w.Scan},
			{"the heading alone", outline, view.Keys, "", []string{strings.Split(w.Unknown, ".")[0]}, w.None},
		} {
			e := view.Env{Texts: text.For(l), Now: now, Medium: c.medium}
			doc := Document(client.Answer[client.Procedure]{Value: c.p, AsOf: now}, c.program, e)
			var all []string
			for _, b := range doc.Blocks {
				all = append(all, b.Items()...)
			}
			got := strings.Join(all, "\n")
			for _, want := range c.says {
				if !strings.Contains(got, want) {
					t.Errorf("%s, %s: %q is missing in\n%s", l, c.what, want, got)
				}
			}
			if strings.Contains(got, c.never) {
				t.Errorf("%s, %s: %q stands in\n%s", l, c.what, c.never, got)
			}
			if doc.Words("source") == "" {
				t.Errorf("%s, %s: nobody is told as of when", l, c.what)
			}
		}
	}
}
