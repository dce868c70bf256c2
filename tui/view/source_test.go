package view

import (
	"testing"
	"time"

	"motcua/client"
	"motcua/tui/text"
)

func TestSource(t *testing.T) {
	vi, en := env(t, text.VI), env(t, text.EN)
	none := client.SourceName{}
	tests := []struct{ got, want string }{
		{Source(h55, now, false, vi), "Theo Hệ thống một cửa tỉnh Thái Nguyên, lúc 8:14 hôm nay"},
		{Source(h55, at("2026-11-20 09:12"), true, vi), "Theo Hệ thống một cửa tỉnh Thái Nguyên: thông tin lúc 9:12 ngày 20/11, hệ thống đang mất kết nối."},
		{Source(none, at("2026-11-20 09:12"), true, vi), "Thông tin lúc 9:12 ngày 20/11, hệ thống đang mất kết nối."},
		{Source(none, now, false, vi), "Theo hệ thống một cửa, lúc 8:14 hôm nay"},
		{Source(client.SourceName{Name: "Danh mục trong máy"}, at("2026-10-01"), false, vi), "Theo Danh mục trong máy, ngày 1/10/2026"},
		// What ships in the binary has no connection to lose.
		{Source(client.SourceName{ID: "catalogue", Name: "Danh mục thủ tục kèm chương trình"}, at("2026-06-08"), true, vi), "Theo danh mục kèm chương trình, ngày 8/6/2026"},
		{Source(client.SourceName{ID: "catalogue", Name: "Danh mục thủ tục kèm chương trình"}, at("2026-06-08"), false, en), "From the catalogue in this program, on 8 June 2026"},
		{Source(h55, at("2026-11-23 09:12"), true, en), "From Hệ thống một cửa tỉnh Thái Nguyên: information at 9:12 yesterday, the system cannot be reached now."},
		{portalName(client.SourceName{Name: "Thái Nguyên"}, vi), "cổng Thái Nguyên"},
		{portalName(client.SourceName{Name: "Cổng Dịch vụ công quốc gia"}, vi), "Cổng Dịch vụ công quốc gia"},
		{systemName(client.SourceName{Name: "iGate Bắc Kạn"}, vi), "Hệ thống iGate Bắc Kạn"},
		{systemName(client.SourceName{Name: "cổng tỉnh"}, vi), "Cổng tỉnh"},
		{systemName(none, en), "The system"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got  %q\nwant %q", tt.got, tt.want)
		}
	}
}

// A system that could not be asked is named beside the answer of another.
func TestPartialAnswers(t *testing.T) {
	a := client.Answer[client.Dossier]{Source: h55, AsOf: now}
	if got := Dossier(a, env(t, text.VI)).Get("caveats").Items(); len(got) != 0 {
		t.Errorf("caveats %q, want none", got)
	}
	a.Partial = []client.SourceName{{ID: "g01", Name: "Hệ thống một cửa Bộ Công an"}, {ID: "bk", Name: "Bắc Kạn"}}
	for l, want := range map[text.Lang]string{
		text.VI: "Chưa hỏi được: Hệ thống một cửa Bộ Công an, cổng Bắc Kạn. Nơi đó có thể biết thêm về hồ sơ này.",
		text.EN: "Could not be asked: Hệ thống một cửa Bộ Công an, the portal Bắc Kạn. More may be known there about this dossier.",
	} {
		if got := Dossier(a, env(t, l)).Get("caveats").Items(); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q, want %q", l, got, want)
		}
	}
}

// Paper is read on another day: no moment on it is "today", nor without its year.
func TestSourceOnPaper(t *testing.T) {
	e := env(t, text.VI)
	e.Medium = Paper
	for asOf, want := range map[time.Time]string{
		now:                     "Theo Hệ thống một cửa tỉnh Thái Nguyên, lúc 8:14 ngày 24/11/2026",
		at("2026-11-24"):        "Theo Hệ thống một cửa tỉnh Thái Nguyên, ngày 24/11/2026",
		now.AddDate(1, 0, 0):    "Theo Hệ thống một cửa tỉnh Thái Nguyên, lúc 8:14 ngày 24/11/2027",
		now.Add(24 * time.Hour): "Theo Hệ thống một cửa tỉnh Thái Nguyên, lúc 8:14 ngày 25/11/2026",
	} {
		if got := Source(h55, asOf, false, e); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
