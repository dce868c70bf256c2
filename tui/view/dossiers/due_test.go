package dossiers

import (
	"slices"
	"strings"
	"testing"

	"motcua/client"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/viewtest"
)

// What rests on the days of a year before its notice says so wherever it is shown, and so
// does what rests on a year without days off; a sure count says nothing.
func TestADoubtfulCountSaysSo(t *testing.T) {
	const (
		processing = client.StatusProcessing
		finished   = client.StatusFinished
	)
	for _, tt := range []struct {
		name          string
		status        client.Status
		due, end, now string
		lang          text.Lang
		timely, note  string
	}{
		{"this year", processing, "2026-12-31 17:00", "", "2026-12-30 08:00", text.VI, "Đúng hạn, còn 1 ngày làm việc", ""},
		{"into the year", processing, "2027-01-05 17:00", "", "2026-12-30 08:00", text.VI, "Đúng hạn, còn 3 ngày làm việc (lịch 2027 chưa công bố)", "Số ngày làm việc có thể lệch khi có lịch nghỉ năm 2027."},
		{"in English", processing, "2027-01-05 17:00", "", "2026-12-30 08:00", text.EN, "On time, 3 working days left (the 2027 calendar is not announced yet)", "The working days may shift once the holidays of 2027 are known."},
		{"late within it", processing, "2027-03-01 17:00", "", "2027-03-03 08:00", text.VI, "Trễ 2 ngày làm việc (lịch 2027 chưa công bố)", "Số ngày làm việc có thể lệch khi có lịch nghỉ năm 2027."},
		{"late by hours", processing, "2027-03-01 17:00", "", "2027-03-01 18:00", text.VI, "Trễ, đã quá giờ hẹn (lịch 2027 chưa công bố)", "Số ngày làm việc có thể lệch khi có lịch nghỉ năm 2027."},
		{"done early", finished, "2027-03-03 17:00", "2027-03-01 09:00", "2027-03-04 08:00", text.VI, "Xong sớm 2 ngày làm việc (lịch 2027 chưa công bố)", "Số ngày làm việc có thể lệch khi có lịch nghỉ năm 2027."},
		{"due today", processing, "2027-03-01 17:00", "", "2027-03-01 08:00", text.VI, "Hẹn trả hôm nay", ""},
		{"due today on a day off", processing, "2027-01-01 17:00", "", "2027-01-01 08:00", text.VI, "Hẹn trả hôm nay", "Số ngày làm việc có thể lệch khi có lịch nghỉ năm 2027."},
		{"beyond the calendar", processing, "2028-01-05 17:00", "", "2027-12-30 08:00", text.VI, "Đúng hạn, còn 4 ngày làm việc (chưa có lịch nghỉ 2028)", "Số ngày làm việc có thể lệch khi có lịch nghỉ năm 2028."},
		{"before the calendar", finished, "2025-03-03 17:00", "2025-03-05 09:00", "2026-12-30 08:00", text.EN, "Done 2 working days late (no holidays of 2025 known here)", "The working days may shift once the holidays of 2025 are known."},
		{"waiting, no count", client.StatusSupplement, "2027-01-05 17:00", "", "2026-12-30 08:00", text.VI, "Thời hạn đang tạm dừng: những ngày chờ không bị tính", ""},
	} {
		a := sample(t, tt.status, func(d *client.Dossier) {
			d.DueAt, d.Steps = viewtest.At(tt.due), nil
			if tt.end != "" {
				d.FinishedAt = viewtest.At(tt.end)
			}
		})
		for _, m := range []view.Medium{view.Keys, view.Ear, view.Touch, view.Paper, view.Typed, view.Command} {
			e := viewtest.Env(t, tt.lang)
			e.Now, e.Medium = viewtest.At(tt.now), m
			doc := Document(a, e)
			said := "timely"
			if strings.HasPrefix(tt.name, "late ") {
				said = "headline"
			}
			if got := doc.Words(said); got != tt.timely {
				t.Errorf("%s, medium %v: %q, want %q", tt.name, m, got, tt.timely)
			}
			notes := slices.DeleteFunc(doc.Get("caveats").Items(), func(s string) bool { return s == e.Texts.Dossier.DayOff })
			if got := strings.Join(notes, " "); got != tt.note {
				t.Errorf("%s, medium %v: note %q, want %q", tt.name, m, got, tt.note)
			}
			if b := Row(a, e).Brief; tt.status.Clock() == client.ClockRuns && !strings.Contains(b, tt.timely) {
				t.Errorf("%s: the row %q is without %q", tt.name, b, tt.timely)
			}
		}
	}
}
