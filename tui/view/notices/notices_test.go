package notices_test

import (
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/markup"
	"motcua/client/notice"
	"motcua/client/workday"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/notices"
	"motcua/tui/view/viewtest"
)

func day(d int) time.Time { return time.Date(2026, time.November, d, 0, 0, 0, 0, workday.Zone) }

// A notice keeps its order, numbers and levels; its addresses are named with what they are of.
func TestDocument(t *testing.T) {
	title, body := markup.Markdown("# Nghỉ\n\nMột.\n\n## Hai\n\n- ba\n  1. bốn\n\n> năm\n\n[trang](https://a.example) https://b.example\n")
	a := client.Answer[notice.Full]{Value: notice.Full{Notice: notice.Notice{ID: "n", Title: title, Origin: notice.Office, From: day(20), Until: day(30)}, Body: body}}
	doc := notices.Document(a, viewtest.Env(t, text.VI))
	var got []string
	for _, l := range doc.Get("text").Official {
		s := strings.Repeat(">", l.Indent) + l.Text
		if l.Strong {
			s = "#" + s
		}
		got = append(got, s)
	}
	if want := "Một.|#Hai|>• ba|>>1. bốn|>>năm|trang https://b.example"; strings.Join(got, "|") != want {
		t.Errorf("got %q", strings.Join(got, "|"))
	}
	if links := strings.Join(doc.Get("links").Items(), "|"); links != "trang: https://a.example|https://b.example" {
		t.Errorf("links %q", links)
	}
	if whose := doc.Words("whose"); whose != "Thông báo của cơ quan này, từ ngày 20/11/2026 đến hết ngày 30/11/2026" || len(doc.Get("source").Lines) != 0 {
		t.Errorf("%q", whose)
	}
}

// The contact names the office and the desk where the operator gave them, and a list without
// the portal's news says so.
func TestList(t *testing.T) {
	e := viewtest.Env(t, text.VI)
	if got := notices.Contact(e).Items(); len(got) < 1 || got[0] != "Tổng đài dịch vụ công: 18001096" {
		t.Errorf("%q", got)
	}
	e.Contact, e.Desk = "0209 3870 000", "quầy 1"
	if got := strings.Join(notices.Contact(e).Items(), "|"); !strings.Contains(got, "0209 3870 000") || !strings.Contains(got, "quầy 1") {
		t.Errorf("%q", got)
	}
	for _, tt := range []struct {
		list notice.List
		none string
	}{
		{notice.List{Asked: true}, "Hiện không có thông báo nào."},
		{notice.List{Asked: true, NoNews: true}, "Tin của cổng chưa tải được, xem lại sau."},
		{notice.List{Notices: []notice.Notice{{ID: "n", Title: "Một", Origin: notice.Portal}}}, ""},
	} {
		a := client.Answer[notice.List]{Value: tt.list, AsOf: day(24)}
		doc := notices.List(a, e)
		if got := doc.Words("none"); got != tt.none {
			t.Errorf("%+v: %q", tt.list, got)
		}
		if hasSource := len(doc.Get("source").Lines) > 0; hasSource != (tt.list.Asked && !tt.list.NoNews) {
			t.Errorf("%+v: source %v", tt.list, hasSource)
		}
	}
	one := client.Answer[notice.List]{Value: notice.List{Notices: []notice.Notice{{ID: "n", Title: "Một", Origin: notice.Portal}}}}
	for m, want := range map[view.Medium]string{view.Command: "1. Một. Tin của cổng · n", view.Typed: "1. Một. Tin của cổng", view.Ear: "Một. Tin của cổng"} {
		e.Medium = m
		if got := notices.List(one, e).Get("posted").Items()[0]; got != want {
			t.Errorf("medium %d: %q, want %q", m, got, want)
		}
	}
	e.Medium = view.Command
	doc := notices.List(client.Answer[notice.List]{}, e)
	if got := strings.Join(doc.Get("voices").Items(), "|"); !strings.Contains(got, notice.FeedbackPage) || !strings.Contains(got, notice.AnswersPage) {
		t.Errorf("%q", got)
	}
}

// Whose page a code opens is said before it is scanned, once.
func TestOpens(t *testing.T) {
	for link, want := range map[notice.Link]string{
		{Text: "bản đồ", URL: "https://ducxuan.example/ban-do"}:                       "ducxuan.example · Xem mã QR",
		{Text: "https://ducxuan.example/tet", URL: "https://ducxuan.example/tet"}:     "Xem mã QR",
		{Text: "thư", URL: "mailto:a@b.example"}:                                      "Xem mã QR",
		{Text: "Cổng ducxuan.example", URL: "https://ducxuan.example:8443/trang-chu"}: "Xem mã QR",
	} {
		if got := notices.Opens(link, viewtest.Env(t, text.VI)); got != want {
			t.Errorf("%+v: %q, want %q", link, got, want)
		}
	}
}
