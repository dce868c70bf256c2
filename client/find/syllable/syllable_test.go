package syllable

import "testing"

func TestSpellKnowsBothPlacesOfTheTone(t *testing.T) {
	for _, same := range [][2]string{{"hòa", "hoà"}, {"thủy", "thuỷ"}, {"khóa", "khoá"}, {"hủy", "huỷ"}} {
		if a, b := Spell(same[0]), Spell(same[1]); a != b {
			t.Errorf("%s is %v, %s is %v", same[0], a, same[1], b)
		}
	}
}

func TestFold(t *testing.T) {
	for word, want := range map[string]string{
		"đăng": "dang", "ký": "ki", "kí": "ki", "lý": "li", "quý": "qui", "quí": "qui",
		"y": "y", "thay": "thay", "thai": "thai", "thủy": "thuy", "nguyễn": "nguyen", "tuỳ": "tuy", "mỹ": "mi", "01": "01",
	} {
		if got := Spell(word).Fold(); got != want {
			t.Errorf("%s folds to %s, not %s", word, got, want)
		}
	}
}

func TestSlipsSoundTheSame(t *testing.T) {
	for _, same := range [][2]string{
		{"tru", "chu"}, {"sa", "xa"}, {"giay", "day"}, {"da", "gia"}, {"giay", "ray"}, {"lop", "nop"}, {"lai", "nai"},
		{"trang", "tran"}, {"bat", "bac"}, {"lai", "lay"}, {"nghe", "nghe"}, {"vang", "dang"}, {"zoanh", "doanh"}, {"foto", "photo"},
	} {
		if a, b := Sound(same[0]), Sound(same[1]); a != b {
			t.Errorf("%s sounds like %s, %s like %s", same[0], a, same[1], b)
		}
	}
	for _, other := range [][2]string{{"nha", "la"}, {"tha", "ta"}, {"kha", "ca"}, {"gi", "n"}, {"pha", "ba"}} {
		if a, b := Sound(other[0]), Sound(other[1]); a == b {
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
		s, ok := Keys(keys)
		if want := Spell(want); !ok || s != want {
			t.Errorf("%s gives %v %v, not %v", keys, s, ok, want)
		}
	}
	for _, plain := range []string{"khai", "sinh", "b2", "2026", "1", "x", "ct07", "g2"} {
		if s, ok := Keys(plain); ok {
			t.Errorf("%s was read as keys: %v", plain, s)
		}
	}
}
