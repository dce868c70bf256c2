package find

import (
	"slices"
	"strings"
	"testing"
)

// The reading of a question, in the letters of the catalogue without diacritics.
func TestReadings(t *testing.T) {
	x := shipped().index
	for typed, want := range map[string]string{
		"khai sinh":                "khai sinh",
		"giấy khia sinh":           "giay khai sinh",
		"tạm chú ":                 "tam tru",
		"hộ chíu ":                 "ho chieu",
		"dangkytamtru":             "dang ki tam tru",
		"dangkyketh0n":             "dang ki ket hon",
		"hochieu":                  "ho chieu",
		"đăngký thườngtrú":         "dang ki thuong tru",
		"baohiemxahoi1lan":         "bao hiem xa hoi 1 lan",
		"ddoir giaays phesp lais ": "doi giay phep lai",
		"ta5m va81ng":              "tam vang",
		"da hạn tạm trú ":          "gia han tam tru",
		"sóa đăng ký":              "xoa dang ki",
		"bangtlaixe":               "bang lai xe",
		"HỘ KHẨU":                  "ho khau",
		"hô\u0323 khẩu":            "ho khau", // not composed
	} {
		words := x.split(typed)
		x.readWords(words)
		var got []string
		for _, w := range words {
			if len(w.alts) == 0 {
				got = append(got, "?")
				continue
			}
			got = append(got, x.folds[w.reading.fold])
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q is read as %q, not %q", typed, s, want)
		}
	}
}

func TestWhatIsNoRunOfWordsStaysWhole(t *testing.T) {
	for _, typed := range []string{"qzxwv", "asdfghjkl", "0909123456", "bitcoin", "zzzzzzzzzzzzzzzzzzzzzzzz"} {
		if pieces := shipped().index.takeApart(typed, false); pieces != nil {
			t.Errorf("%s was taken apart: %q", typed, pieces)
		}
	}
}

func TestCarriersSayLittle(t *testing.T) {
	x := shipped().index
	for typed, want := range map[string][]string{
		"tôi muốn khai tạm vắng một tháng":                    {"khai", "tạm", "vắng"},
		"cho tôi hỏi làm giấy khai sinh cần những giấy tờ gì": {"làm", "giấy", "khai", "sinh"},
		"thủ tục": {"thủ", "tục"}, // otherwise nothing would be left
		"nộp hồ sơ đăng ký kết hôn ở đâu mất bao lâu": {"đăng", "ký", "kết", "hôn"},
	} {
		words := x.split(typed)
		x.readWords(words)
		x.findCarriers(words)
		var got []string
		for _, w := range words {
			if w.carries == 1 {
				got = append(got, w.typed)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is about %q, not %q", typed, got, want)
		}
	}
}
