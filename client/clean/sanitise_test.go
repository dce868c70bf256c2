package clean_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"motcua/client/clean"
)

func TestLine(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"plain", "Đăng ký tạm trú", "Đăng ký tạm trú"},
		{"decomposed letters become NFC", "Nguye\u0302\u0303n Va\u0306n A", "Nguyễn Văn A"},
		{"white space of every kind is one blank", "  a\t\u00A0b\r\n\u3000c ", "a b c"},
		{"an escape sequence loses its escape", "a\x1b[31mb", "a\uFFFD[31mb"},
		{"C1 controls", "a\u009B1mb", "a\uFFFD1mb"},
		{"a lone C1 byte", "a\x9b1mb", "a\uFFFD1mb"},
		{"a run of dropped ones leaves one sign", "a\x00\x01\x02b", "a\uFFFDb"},
		{"broken UTF-8", "a\xff\xfe\xc3b", "a\uFFFDb"},
		{"bidirectional override", "abc\u202Edcba\u202C", "abc\uFFFDdcba\uFFFD"},
		{"bidirectional isolate", "\u2066abc\u2069", "\uFFFDabc\uFFFD"},
		{"what word processors leave inside words", "đăng k\u200Eý\u00AD \uFEFFhộ\u200B tịch", "đăng ký hộ tịch"},
		{"zero width joiner and non-joiner", "a\u200Db\u200Cc", "abc"},
		{"other letters that look like Đ", "\u00D0ang \u00F0ợi ông \u0189\u1ED7, \u0256ất", "Đang đợi ông Đỗ, đất"},
		{"tags", "a\U000E0041\U000E007Fb", "a\uFFFDb"},
		{"private use", "a\uE000b", "a\uFFFDb"},
		{"bullets of Wingdings are dashes", "\uF0FC Nếu hồ sơ", "- Nếu hồ sơ"},
		{"noncharacters", "a\uFFFEb\U0001FFFFc\uFDD0d", "a\uFFFDb\uFFFDc\uFFFDd"},
		{"unassigned", "a\u0378b", "a\uFFFDb"},
		{"variation selectors", "☎\uFE0F a\U000E0100", "☎\uFFFD a\uFFFD"},
		{"emoji joined by ZWJ fall apart", "👩\u200D💻", "👩💻"},
		{"flags", "🇻🇳", "\uFFFD"},
		{"skin tone", "👋🏽", "👋\uFFFD"},
		{"keycap", "1\uFE0F\u20E3", "1\uFFFD"},
		{"braille", "⠋ đang tải", "\uFFFD đang tải"},
		{"Hangul filler", "a\u3164b", "a\uFFFDb"},
		{"combining grapheme joiner", "a\u034Fb", "a\uFFFDb"},
		{"a mark without a letter", "\u0301a", "\uFFFDa"},
		{"a mark on a blank", "a \u0301b", "a \uFFFDb"},
		{"too many marks", "x" + strings.Repeat("\u0316", 9) + "b", "x\u0316\u0316\u0316\u0316\uFFFDb"},
		{"line feeds", "a\nb", "a b"},
		{"line and paragraph separators", "a\u2028b\u2029c", "a b c"},
		{"empty", "", ""},
		{"two blanks between plain letters", "a  b", "a b"},
		{"a blank behind plain letters", "a ", "a"},
		{"nothing but a control character", "\x01", "\uFFFD"},
		{"delete", "a\x7Fb", "a\uFFFDb"},
		{"the first and the last dots of braille", "\u2800a\u28FF", "\uFFFDa\uFFFD"},
		{"the flag of Azerbaijan, the first and the last letter of flags", "🇦🇿", "\uFFFD"},
		{"the lightest and the darkest skin", "\U0001F3FBa\U0001F3FF", "\uFFFDa\uFFFD"},
		{"only blanks", " \n\t ", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := clean.Line(tt.in); got != tt.want {
				t.Errorf("Line(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestText(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"line feeds stay", "một\nhai", "một\nhai"},
		{"every line end is a line feed", "a\r\nb\rc\u2028d\u0085e\vf", "a\nb\nc\nd\ne\nf"},
		{"one empty line at most", "a\n\n\n\n \nb", "a\n\nb"},
		{"no blanks around a line end", "a  \n   b", "a\nb"},
		{"nothing around the text", "\n\n a \n", "a"},
		{"a mark at the beginning of a line", "a\n\u0301b", "a\n\uFFFDb"},
		{"a picture", "trước\ndata:image/png;base64,iVBORw0KGgo=\nsau", "trước\n\uFFFD\nsau"},
		{"a picture behind a semicolon that NFC makes", "data:image/png\u037Ebase64,AAAA", "\uFFFD"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := clean.Text(tt.in); got != tt.want {
				t.Errorf("Text(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestCutsLongStringsAndSaysSo(t *testing.T) {
	for _, tt := range []struct {
		name  string
		clean func(string) string
		limit int
	}{
		{"Line", clean.Line, 2_000},
		{"Text", clean.Text, 100_000},
	} {
		t.Run(tt.name, func(t *testing.T) {
			fits := strings.Repeat("ă", tt.limit-1)
			if got := tt.clean(fits); got != fits {
				t.Errorf("%d letters were changed to %d bytes", tt.limit-1, len(got))
			}
			for _, letter := range []string{"ă", "a"} {
				want := strings.Repeat(letter, tt.limit-1) + "…"
				if got := tt.clean(strings.Repeat(letter, tt.limit)); got != want {
					t.Errorf("%d times %q became %d bytes and not %d", tt.limit, letter, len(got), len(want))
				}
			}
			got := tt.clean(strings.Repeat("ă ", tt.limit))
			if n := utf8.RuneCountInString(got); n > tt.limit || !strings.HasSuffix(got, "…") {
				t.Errorf("%d code points, ends in %q", n, got[len(got)-6:])
			}
		})
	}
}

func FuzzLine(f *testing.F) {
	for _, s := range crashers {
		f.Add(s)
	}
	for _, s := range []string{
		"Đăng ký tạm trú", "e\u0301\u0300\u0302\u0303\u0304\u0305", "a\r\n\r\nb", "👩\u200D💻\uFE0F",
		"data:image/png;base64,AAAA", "da\x00ta:image/png;base64,AAAA", "\u1100\u1161\u11A8", "\u0F71\u0F72\u0F80",
		"a\u0300\u0301\u0302\u0303\u0315\u0316", "\xff\x9b", "=\u0338\u200B\u0338", "data:image/\x00\x00png,AA",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, kind := range []struct {
			name  string
			clean func(string) string
			feeds bool
		}{{"Line", clean.Line, false}, {"Text", clean.Text, true}} {
			got := kind.clean(s)
			safe(t, kind.name, got, kind.feeds)
			if again := kind.clean(got); again != got {
				t.Errorf("%s is not idempotent: %q, then %q", kind.name, got, again)
			}
			draw(t, got)
		}
	})
}

// safe fails if s contains anything that must not reach a screen.
func safe(t *testing.T, name, s string, feeds bool) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Fatalf("%s gave broken UTF-8: %q", name, s)
	}
	if !norm.NFC.IsNormalString(s) {
		t.Errorf("%s gave no NFC: %q", name, s)
	}
	if strings.Contains(s, "\uFFFD\uFFFD") {
		t.Errorf("%s left a run of signs: %q", name, s)
	}
	marks := 0
	for _, r := range s {
		switch {
		case r == '\n' && feeds, r == ' ':
			marks = 0
		case unicode.In(r, unicode.C, unicode.Z):
			t.Errorf("%s let %U through", name, r)
		case unicode.In(r, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point):
			t.Errorf("%s let the invisible %U through", name, r)
		case unicode.Is(unicode.M, r):
			if marks++; marks > 4 {
				t.Errorf("%s left more than four marks: %q", name, s)
			}
		default:
			marks = 0
		}
	}
}

func BenchmarkClean30KB(b *testing.B) {
	line := "- Trường hợp hồ sơ đầy đủ, hợp lệ thì tiếp nhận hồ sơ; nếu nhận sau 15 giờ thì có Phiếu hẹn.\r\n"
	text := strings.Repeat(line, 30*1024/len(line))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		clean.Text(text)
	}
}

func BenchmarkCleanName(b *testing.B) {
	for name, s := range map[string]string{"code": "H55.17.05-261120-0007", "title": "Thủ tục đăng ký khai tử lưu động"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				clean.Line(s)
			}
		})
	}
}
