package line

import (
	"strings"
	"testing"

	"motcua/tui/text"
)

// In the line mode the verb answers alone, for an index and for a province, without columns
// that a screen reader would spell.
func TestRanksInTheLineMode(t *testing.T) {
	for typed, want := range map[string]string{
		"chiso":         "Thái Nguyên, năm 2024: hạng 5 trong 63 tỉnh, thành phố",
		"chiso sipas":   "Thái Nguyên, năm 2024: hạng 2 trong 63 tỉnh, thành phố, 90,23 trên 100 điểm",
		"index bac kan": "2017: hạng 49 trong 63 tỉnh, thành phố, 73,92 trên 100 điểm",
		"chiso hà nội":  "Chưa có số liệu xếp hạng nào của “hà nội”",
	} {
		got := talk(t, newFake(t), text.VI, typed+"\n")
		if !strings.Contains(got, want) || strings.ContainsAny(got, "▁▂▃▄▅▆▇█") {
			t.Errorf("%q: lacks %q\n%s", typed, want, got)
		}
	}
}
