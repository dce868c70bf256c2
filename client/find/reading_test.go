package find

import (
	"slices"
	"strings"
	"testing"
)

func TestSpellKnowsBothPlacesOfTheTone(t *testing.T) {
	for _, same := range [][2]string{{"hòa", "hoà"}, {"thủy", "thuỷ"}, {"khóa", "khoá"}, {"hủy", "huỷ"}} {
		if a, b := spell(same[0]), spell(same[1]); a != b {
			t.Errorf("%s is %v, %s is %v", same[0], a, same[1], b)
		}
	}
}

func TestFold(t *testing.T) {
	for word, want := range map[string]string{
		"đăng": "dang", "ký": "ki", "kí": "ki", "lý": "li", "quý": "qui", "quí": "qui",
		"y": "y", "thay": "thay", "thai": "thai", "thủy": "thuy", "nguyễn": "nguyen", "tuỳ": "tuy", "mỹ": "mi", "01": "01",
	} {
		if got := spell(word).fold(); got != want {
			t.Errorf("%s folds to %s, not %s", word, got, want)
		}
	}
}

func TestSlipsSoundTheSame(t *testing.T) {
	for _, same := range [][2]string{
		{"tru", "chu"}, {"sa", "xa"}, {"giay", "day"}, {"da", "gia"}, {"giay", "ray"}, {"lop", "nop"}, {"lai", "nai"},
		{"trang", "tran"}, {"bat", "bac"}, {"lai", "lay"}, {"nghe", "nghe"}, {"vang", "dang"}, {"zoanh", "doanh"}, {"foto", "photo"},
	} {
		if a, b := soundKey(same[0]), soundKey(same[1]); a != b {
			t.Errorf("%s sounds like %s, %s like %s", same[0], a, same[1], b)
		}
	}
	for _, other := range [][2]string{{"nha", "la"}, {"tha", "ta"}, {"kha", "ca"}, {"gi", "n"}, {"pha", "ba"}} {
		if a, b := soundKey(other[0]), soundKey(other[1]); a == b {
			t.Errorf("%s and %s both sound like %s", other[0], other[1], a)
		}
	}
}

func TestRawKeys(t *testing.T) {
	for keys, want := range map[string]string{
		// Telex, with the tone key early or late.
		"giaays": "giấy", "giaasy": "giấy", "tieengs": "tiếng", "tieesng": "tiếng", "dduwowcj": "được", "ddafi": "đài",
		"cuwowcs": "cước", "thuwowngf": "thường", "thuongwf": "thường", "hooj": "hộ", "ddawng": "đăng", "nghieepj": "nghiệp",
		"chuwa": "chưa", "quas": "quá", "hoaf": "hòa", "tuwr": "tử", "uwngr": "ửng", "khaapr": "khẩp", "dand": "đan", "capa": "câp",
		// VNI.
		"gia61y": "giấy", "d9a8ng": "đăng", "tie61ng": "tiếng", "cu7o71c": "cước", "cuo71c": "cước", "ho65": "hộ", "va81ng": "vắng",
		"ngu7o72i": "người", "ti2nh": "tình",
	} {
		s, ok := rawKeys(keys)
		if want := spell(want); !ok || s != want {
			t.Errorf("%s gives %v %v, not %v", keys, s, ok, want)
		}
	}
	for _, plain := range []string{"khai", "sinh", "b2", "2026", "1", "x", "ct07", "g2"} {
		if s, ok := rawKeys(plain); ok {
			t.Errorf("%s was read as keys: %v", plain, s)
		}
	}
}

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
