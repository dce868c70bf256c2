package view_test

import (
	"testing"
	"time"

	"motcua/client"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/viewtest"
)

func TestSource(t *testing.T) {
	vi, en := viewtest.Env(t, text.VI), viewtest.Env(t, text.EN)
	none := client.SourceName{}
	tests := []struct{ got, want string }{
		{view.Source(viewtest.H55, viewtest.Now, false, vi), "Theo Hệ thống một cửa tỉnh Thái Nguyên, lúc 8:14 hôm nay"},
		{view.Source(viewtest.H55, viewtest.At("2026-11-20 09:12"), true, vi), "Theo Hệ thống một cửa tỉnh Thái Nguyên: thông tin lúc 9:12 ngày 20/11, hệ thống đang mất kết nối."},
		{view.Source(none, viewtest.At("2026-11-20 09:12"), true, vi), "Thông tin lúc 9:12 ngày 20/11, hệ thống đang mất kết nối."},
		{view.Source(none, viewtest.Now, false, vi), "Theo hệ thống một cửa, lúc 8:14 hôm nay"},
		{view.Source(client.SourceName{Name: "Danh mục trong máy"}, viewtest.At("2026-10-01"), false, vi), "Theo Danh mục trong máy, ngày 01/10/2026"},
		// What ships in the binary has no connection to lose.
		{view.Source(client.SourceName{ID: "catalogue", Name: "Danh mục thủ tục kèm chương trình"}, viewtest.At("2026-06-08"), true, vi), "Theo danh mục có sẵn trong máy, ngày 08/6/2026"},
		{view.Source(client.SourceName{ID: "catalogue", Name: "Danh mục thủ tục kèm chương trình"}, viewtest.At("2026-06-08"), false, en), "From the catalogue on this machine, on 8 June 2026"},
		{view.Source(viewtest.H55, viewtest.At("2026-11-23 09:12"), true, en), "From Hệ thống một cửa tỉnh Thái Nguyên: information at 9:12 yesterday, the system cannot be reached now."},
		{view.PortalName(client.SourceName{Name: "Thái Nguyên"}, vi), "cổng Thái Nguyên"},
		{view.PortalName(client.SourceName{Name: "Cổng Dịch vụ công quốc gia"}, vi), "Cổng Dịch vụ công quốc gia"},
		{view.SystemName(client.SourceName{Name: "iGate Bắc Kạn"}, vi), "Hệ thống iGate Bắc Kạn"},
		{view.SystemName(client.SourceName{Name: "cổng tỉnh"}, vi), "Cổng tỉnh"},
		{view.SystemName(none, en), "The system"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got  %q\nwant %q", tt.got, tt.want)
		}
	}
}

// Paper is read on another day: no moment on it is "today", nor without its year.
func TestSourceOnPaper(t *testing.T) {
	e := viewtest.Env(t, text.VI)
	e.Medium = view.Paper
	for asOf, want := range map[time.Time]string{
		viewtest.Now:                     "Theo Hệ thống một cửa tỉnh Thái Nguyên, lúc 8:14 ngày 24/11/2026",
		viewtest.At("2026-11-24"):        "Theo Hệ thống một cửa tỉnh Thái Nguyên, ngày 24/11/2026",
		viewtest.Now.AddDate(1, 0, 0):    "Theo Hệ thống một cửa tỉnh Thái Nguyên, lúc 8:14 ngày 24/11/2027",
		viewtest.Now.Add(24 * time.Hour): "Theo Hệ thống một cửa tỉnh Thái Nguyên, lúc 8:14 ngày 25/11/2026",
	} {
		if got := view.Source(viewtest.H55, asOf, false, e); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
