package part

import "testing"

func TestAt(t *testing.T) {
	for _, c := range []struct {
		text, before, gap, word string
		waits                   bool
		least                   float32
		joins                   bool
	}{
		{"khai sinh rồi nhập khẩu", "khai sinh", " ", "rồi", false, Answered, true},
		{"rồi nhập khẩu", "", "", "rồi", false, 0, false},
		{"khai sinh; nhập khẩu", "khai sinh", "; ", "nhập", false, Answered, false},
		{"khai sinh, nhập khẩu", "khai sinh", ", ", "nhập", false, atComma, false},
		{"khai sinh, nhập khẩu, đổi xe", "khai sinh", ", ", "nhập", false, 0, false},
		{"hội tự giải thể", "hội tự giải", " ", "thể", false, 0, false},
		{"tách hộ tiện thể đổi xe", "tách hộ tiện", " ", "thể", true, Answered, true},
	} {
		if least, joins := Of(c.text).At(c.before, c.gap, c.word, c.waits); least != c.least || joins != c.joins {
			t.Errorf("%q before %q: %v, %v, want %v, %v", c.text, c.word, least, joins, c.least, c.joins)
		}
	}
}

// A word that has marks in a text with marks is no other word.
func TestAct(t *testing.T) {
	if Of("đổi bằng").Act("doi") || !Of("doi bang").Act("doi") || !Of("đổi bằng").Act("đổi") {
		t.Error("marks do not tell acts apart")
	}
}

// A word that joins is none of the wish that it ends, and several words join like one.
func TestTrim(t *testing.T) {
	for text, want := range map[string]string{
		"nhập hộ khẩu luôn": "nhập hộ khẩu", "nhap ho khau luon": "nhap ho khau",
		"đổi bằng lái sau đó làm căn cước": "đổi bằng lái rồi làm căn cước", "rồi": "rồi",
	} {
		if got := Of(text).Trim(Plain(text)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
