package procedures

import (
	"reflect"
	"testing"

	"motcua/client"
	"motcua/tui/text"
	"motcua/tui/view/viewtest"
)

// A hit has its English title first for a reader of English, and each name keeps its marks.
func TestHitInBothLanguages(t *testing.T) {
	t.Parallel()
	h := client.Hit{
		Code: "1.001193", Name: "Thủ tục đăng ký khai sinh", Field: "Hộ tịch", Agency: "Bộ Tư pháp", Levels: []client.Level{client.LevelWard},
		Matched: [][2]int{{8, 15}}, MatchedEnglish: [][2]int{{11, 16}},
	}
	want := map[text.Lang]HitLine{
		text.VI: {Code: h.Code, Name: "Đăng ký khai sinh", Where: "Hộ tịch · cấp xã · Bộ Tư pháp", Matched: [][2]int{{0, 7}}},
		text.EN: {
			Code: h.Code, Name: "Register a birth", Official: "Đăng ký khai sinh", Where: "Civil status · commune level · Bộ Tư pháp",
			Matched: [][2]int{{11, 16}}, MatchedOfficial: [][2]int{{0, 7}},
		},
	}
	for lang, line := range want {
		if got := Hit(h, viewtest.Env(t, lang)); !reflect.DeepEqual(got, line) {
			t.Errorf("%s: %+v, want %+v", lang, got, line)
		}
	}
}
