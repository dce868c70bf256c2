package code_test

import (
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"motcua/client/clean"
	"motcua/client/code"
)

func TestFindDossier(t *testing.T) {
	const want = "H55.17.05-261120-0007"
	for _, tt := range []struct{ name, in string }{
		{"bare", "H55.17.05-261120-0007"},
		{"bare, typed with slips", "h55 17 05 26112O 0007"},
		{"URL, query field", "https://portal.example.test/tra-cuu?lang=vi&code=H55.17.05-261120-0007&x=1"},
		{"URL, path part", "https://portal.example.test/ho-so/H55.17.05-261120-0007/chi-tiet"},
		{"URL, fragment", "https://portal.example.test/#/tra-cuu/H55.17.05-261120-0007"},
		{"URL, percent-encoded", "https://portal.example.test/?ma=H55%2E17%2E05%2D261120%2D0007"},
		{"URL, encoded equals sign", "https://portal.example.test/?next=code%3DH55.17.05-261120-0007"},
		{"URL in a URL", "https://portal.example.test/?u=https%253A%252F%252Fx.test%252F%253Fma%253DH55.17.05-261120-0007"},
		{"URL, encoded in lower case", "https://portal.example.test/?ma=h55%2e17%2e05%2d261120%2d0007"},
		{"URL, encoded line feed", "https://portal.example.test/?t=Ma%0AH55.17.05-261120-0007"},
		{"URL, encoded colon", "https://portal.example.test/?t=ma%3AH55.17.05-261120-0007"},
		{"URL, encoded en dash", "https://portal.example.test/?ma=H55.17.05%E2%80%93261120%E2%80%930007"},
		{"URL, lower case", "https://portal.example.test/h55.17.05-261120-0007-dang-ky"},
		{"receipt with bars", "H55.17.05-261120-0007|1.004194|001099000001|Đăng ký tạm trú|H55|20261120081200|20261125170000"},
		{"receipt with semicolons", "1.004194;H55.17.05-261120-0007;001099000001"},
		{"receipt with commas", "1.004194,H55.17.05-261120-0007,001099000001"},
		{"receipt with tabs", "1.004194\tH55.17.05-261120-0007\t001099000001"},
		{"receipt with lines", "Giấy hẹn\r\nMã hồ sơ: H55.17.05-261120-0007\r\nNgày 20/11/2026"},
		{"receipt, slips in the field", "1.004194|H55.17.05-26112O-OOO7|001099000001"},
		{"JSON", `{"MaHoSo":"H55.17.05-261120-0007","MaTTHC":"1.004194"}`},
		{"prose", "Hồ sơ của tôi số H55.17.05-261120-0007, nộp hôm qua."},
		{"prose, blanks and long dashes", "số H55.17.05 – 261120 – 0007."},
		{"glued to words", "MãHồSơH55.17.05-261120-0007"},
		{"after a name with dots", "motcua.H55.17.05-261120-0007"},
		{"after other dashes", "2026-11-20 - - 1-2-3 a-b H55.17.05-261120-0007"},
		{"after half a code", "H55.17.05-261120- H55.17.05-261120-0007"},
		{"after one with month 13", "H55.17.05-261320-0001 H55.17.05-261120-0007"},
		{"full width", "Ｍã: Ｈ５５．１７．０５－２６１１２０－０００７"},
		{"a stray percent sign", "100% H55.17.05-261120-0007 %zz %"},
		{"a form's dots", "Mã số...H55.17.05-261120-0007"},
		{"a form's ellipsis", "Mã số…H55.17.05-261120-0007..."},
		{"a file's name", "hoso_H55.17.05-261120-0007.pdf"},
		{"stars", "**H55.17.05-261120-0007**"},
		{"a list's number", "1)H55.17.05-261120-0007"},
		{"a query alone", "https://portal.example.test/tra-cuu?H55.17.05-261120-0007"},
		{"broken UTF-8 around it", "\xff\x9bH55.17.05-261120-0007\xff"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := code.FindDossier(tt.in)
			if !ok || got.String() != want {
				t.Errorf("FindDossier(%q) = %q, %v", tt.in, got, ok)
			}
		})
	}
}

func TestFindDossierKnowsEveryLetter(t *testing.T) {
	for in, want := range map[string]string{"số a55.17-261120-0007 nhé": "A55.17-261120-0007", "số z55.17-261120-0007 nhé": "Z55.17-261120-0007"} {
		if got, ok := code.FindDossier(in); !ok || got.String() != want {
			t.Errorf("FindDossier(%q) = %q, %v", in, got, ok)
		}
	}
}

func TestFindDossierFindsNone(t *testing.T) {
	for _, s := range []string{
		"", "-", "xin chào", "1.004194", "2026-11-20", "0912-345-678", "H55.17.05-261320-0007",
		"H55.17.05-261120-00071234", "H55.17.05-261120-0007A", "17.05-261120-0007",
		"H55.17.05-261120", "https://portal.example.test/tra-cuu?id=72101&secretKey=A1B2",
		"phòng B12, gọi 261120 0007",
		// A character that no code contains, in the middle of a code: the rest may be another
		// person's code.
		"000.Á.01.H26-210212-9090", "000.A\u0301.01.H26-210212-9090", "Mã 000.Á.01.H26-210212-9090", "?ma=000.%C3%81.01.H26-210212-9090",
		"000.#.01.H26-210212-9090", "000.*.01.H26-210212-9090", "000.?.01.H26-210212-9090", "000.(1).01.H26-210212-9090",
		"0*0.01.H26-210212-9090", "0?0.01.H26-210212-9090", "0\uFFFD0.01.H26-210212-9090", "000_01.H26-210212-9090 x", "0\u0660.01.H26-210212-9090",
		"0001.01.H26-210212-9090", "ÁH26-210212-9090", "Đ26.H26-210212-9090", "số 00Ð.01.H26-210212-9090",
		"H26-210212-9090Á", "H26-210212-9090\u0301", "H26-210212-9090²", "H26-210212-9090-5", "H26-210212-9090.1", "H26-210212-90Ơ9", "H26-2102Á12-9090",
	} {
		if got, ok := code.FindDossier(s); ok {
			t.Errorf("FindDossier(%q) = %s", s, got)
		}
	}
}

// The error names the whole character that no code contains.
func TestAForeignLetterIsNamed(t *testing.T) {
	for typed, want := range map[string]string{
		"000.Á.01.H26-210212-9090": "Á", "000.A\u0301.01.H26-210212-9090": "Á", "H55.17.05-26112\u00D0-0007": "Đ", "H55.17.05-261120-000₫": "₫",
	} {
		var fault *code.Error
		if _, err := code.ParseDossier(typed); !errors.As(err, &fault) || fault.Problem != code.BadLetter || fault.Got != want {
			t.Errorf("%q: %+v", typed, fault)
		}
		if got := code.SplitTyped(typed).Problem; got == nil || got.Got != want {
			t.Errorf("while %q is typed: %+v", typed, got)
		}
	}
}

// A found code is complete: no part of a code is directly before or after it.
func FuzzFoundCodeIsWhole(f *testing.F) {
	for _, s := range []string{"Á", "0", ".", "#", "Ð", "\u0301", "١", "_", " ", "mã số ", "(", "...", "12-", "x.y."} {
		f.Add(s, "")
		f.Add("", s)
		f.Add("000."+s+".01.", s)
	}
	const known = "H26-210212-9090"
	f.Fuzz(func(t *testing.T, before, behind string) {
		if len(before)+len(behind) > 40 || strings.ContainsAny(before+behind, "%-]") {
			return // percent-encoded text, another code, a scanner's identifier
		}
		for _, found := range []func(string) (code.Dossier, bool){
			code.FindDossier,
			func(s string) (code.Dossier, bool) {
				list := code.DossiersIn(s)
				return append(list, code.InText{})[0].Code, len(list) == 1
			},
		} {
			c, ok := found(before + known + behind)
			if !ok || c.IsZero() {
				continue
			}
			last, _ := utf8.DecodeLastRuneInString(before)
			next, _ := utf8.DecodeRuneInString(behind)
			short := len([]rune(before)) < 4 && c.String() == known
			if short && before != "" && (unicode.IsLetter(last) || unicode.IsNumber(last)) || c.Serial() == "9090" && behind != "" && unicode.IsLetter(next) {
				t.Errorf("%q is found in %q", c, before+known+behind)
			}
		}
	})
}

func TestFindReceiptSecret(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"https://portal.example.test/tra-cuu?id=72101&secretKey=A1b2", "A1b2"},
		{"https://portal.example.test/tra-cuu?secretKey=A1B2&id=72101", "A1B2"},
		{"https://portal.example.test/#/tra-cuu?id=72101&secretkey=a1b2", "a1b2"},
		{"https://portal.example.test/?u=id%3D72101%26secret_key%3D9f3c", "9f3c"},
		{"https://portal.example.test/?secretKey=aAzZ", "aAzZ"},
		{"https://portal.example.test/?secretKey=" + strings.Repeat("a", 16), strings.Repeat("a", 16)},
		{"https://portal.example.test/?secretKey=" + strings.Repeat("a", 17), ""},
		{"Quét: https://portal.example.test/?id=1&secret=1234 để tra cứu", "1234"},

		{"", ""},
		{"H55.17.05-261120-0007", ""},
		{"https://portal.example.test/tra-cuu?id=72101", ""},
		{"https://portal.example.test/tra-cuu?id=72101&secretKey=", ""},
		{"https://portal.example.test/tra-cuu?id=72101&secretKey=a%1b[m", ""},
		{"https://portal.example.test/tra-cuu?id=72101&secretKey=" + strings.Repeat("a", 40), ""},
		{"https://portal.example.test/tra-cuu?id=72101&notsecretKey=A1B2", ""},
	} {
		if got := code.FindReceiptSecret(tt.in); got != tt.want {
			t.Errorf("FindReceiptSecret(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzFindDossier(f *testing.F) {
	for _, s := range []string{
		"https://x.test/?code=H55.17.05-261120-0007", "a|H55.17.05-261120-0007|b", "%2D%", "H55%2E17-261120-0007",
		"-261120-0007", "H55 - 261120 - 0007", "–—－", "id=1&secretKey=A1B2",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if c, ok := code.FindDossier(s); ok {
			if again, err := code.ParseDossier(c.String()); err != nil || again != c {
				t.Errorf("found %q in %q, which is no code: %v", c, s, err)
			}
		}
		if secret := code.FindReceiptSecret(s); secret != clean.Line(secret) || len(secret) > 16 {
			t.Errorf("secret %q", secret)
		}
	})
}

// Ten megabytes on standard input must be fast, whatever they contain.
func BenchmarkFindDossierCode10MB(b *testing.B) {
	for name, unit := range map[string]string{
		"prose":      "Trường hợp hồ sơ đầy đủ, hợp lệ thì tiếp nhận - trả ngày 20-11-2026. ",
		"dashes":     "-",
		"near codes": "H55.17.05-261320-0007 ",
		"percent":    "%2D%25",
		"groups":     "H55.17.05.",
	} {
		text := strings.Repeat(unit, 10<<20/len(unit)) + " H55.17.05-261120-0007"
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, ok := code.FindDossier(text); !ok {
					b.Fatal("not found")
				}
			}
		})
	}
}
