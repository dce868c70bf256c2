package clean_test

import (
	"strings"
	"testing"
	"unicode"

	"motcua/client/clean"
)

func TestFold(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"KHAI sinh 1.001193", "khai sinh 1.001193"},
		{"Đăng ký KHAI SINH", "dang ky khai sinh"},
		{"\u00D0ăng ký \u00F0ất \u0189ỗ \u0256i", "dang ky dat do di"}, // they look like Đ and đ
		{"\u0110ang\u00A0xử\u202Flý\u3000xong", "dang xu ly xong"},
		{"đa\u200Bng x\u200Cử\u200D l\u00ADý\uFEFF", "dang xu ly"},
		{"Nguye\u0302\u0303n Va\u0306n A", "nguyen van a"},
		{"ỦY BAN NHÂN DÂN", "uy ban nhan dan"},
		{"ươ ƯỚC ợ", "uo uoc o"},
		{"Ｈ５５", "h55"},
		{"hòa hoà", "hoa hoa"},
		{"\u00D0", "d"},
		{"ĐẤT LÂM NGHIỆP A-Z", "dat lam nghiep a-z"},
		{"\u0080", "\u0080"}, // two bytes, though its number is small
		{"a\tb\nc", "a\tb\nc"},
	} {
		if got := clean.Fold(tt.in); got != tt.want {
			t.Errorf("Fold(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// Every Vietnamese letter folds to a letter of a plain keyboard.
func TestFoldLeavesOnlyKeys(t *testing.T) {
	const letters = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
	for _, s := range []string{letters, strings.ToUpper(letters)} {
		for _, r := range clean.Fold(s) {
			if r < 'a' || r > 'z' {
				t.Errorf("%q is left", r)
			}
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Đăng ký KHAI SINH")
	f.Add("ﬁ İ ǅ K")
	f.Add("\xf6ʰ")
	f.Fuzz(func(t *testing.T, s string) {
		got := clean.Fold(s)
		if again := clean.Fold(got); again != got {
			t.Errorf("folding %q twice: %q, then %q", s, got, again)
		}
		for _, r := range got {
			if unicode.Is(unicode.Mn, r) || r >= 'A' && r <= 'Z' {
				t.Errorf("%q is left of %q", r, s)
			}
		}
	})
}

func TestHasWords(t *testing.T) {
	for words, want := range map[string]bool{"": true, "thai nguyen": true, "NGUYÊN  Thái": true, "ubnd": true, "nguye": false, "thai binh": false} {
		if got := clean.HasWords("UBND tỉnh Thái Nguyên", words); got != want {
			t.Errorf("%q: %v", words, got)
		}
	}
}
