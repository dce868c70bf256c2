package token

import (
	"strings"
	"testing"
)

func TestFoldSpace(t *testing.T) {
	for _, s := range []string{"", " ", "a", "a b", " a", "a ", "a  b", "a\tb", "a\nb", "\u00a0a", "a\u00a0b", "  a \n b  "} {
		if got, want := FoldSpace(s), strings.Join(strings.Fields(s), " "); got != want {
			t.Errorf("FoldSpace(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestStrayMarks(t *testing.T) {
	for in, want := range map[string]string{
		"- Điều lệ":                       "Điều lệ",
		"++ Điều lệ":                      "Điều lệ",
		"(i) .Điều lệ":                    "Điều lệ",
		"ii) ..Điều lệ":                   "Điều lệ",
		"(iii). Điều lệ":                  "Điều lệ",
		"a) Điều lệ":                      "Điều lệ",
		"1.2. Điều lệ":                    "Điều lệ",
		"• Điều lệ":                       "Điều lệ",
		"\uFFFD Điều lệ":                  "Điều lệ",
		"02 ảnh":                          "02 ảnh",
		"xe ô tô":                         "xe ô tô",
		"I. Điều lệ":                      "Điều lệ",
		"đ.1) Điều lệ":                    "Điều lệ",
		"4- Điều lệ":                      "Điều lệ",
		"(1.6) Điều lệ":                   "Điều lệ",
		"– · * Điều lệ":                   "Điều lệ",
		"(Trường hợp khai thác được":      "(Trường hợp khai thác được",
		"04/HTK/GSQL là mẫu của Hải quan": "04/HTK/GSQL là mẫu của Hải quan",
	} {
		if got := StripBullet(in); got != want {
			t.Errorf("StripBullet(%q) = %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"Điều lệ;": "Điều lệ", "Điều lệ ... ": "Điều lệ", "mẫu (CT01)": "mẫu (CT01)", "mẫu CT01).": "mẫu CT01", "a (": "a", "…": "…",
	} {
		if got := TrimEnd(in); got != want {
			t.Errorf("TrimEnd(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestClosedSyllablesKeepTheirMark(t *testing.T) {
	for in, want := range map[string]string{"ngoài": "ngoài", "toàn": "toàn", "hoà": "hòa", "khuỷu": "khuỷu", "uỷ": "ủy"} {
		if got := Lowered(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}
