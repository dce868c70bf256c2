package code_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"motcua/client/code"
)

func TestDossiersIn(t *testing.T) {
	const a, b, old = "H55.17.05-261120-0007", "H55.17.05-261120-0008", "000.00.01.H26-210212-9090"
	for _, tt := range []struct {
		name, in string
		want     []string // codes; "!" and the text where there is a fault
	}{
		{"one", a, []string{a}},
		{"comma", a + "," + b, []string{a, b}},
		{"comma and blank", a + ", " + b, []string{a, b}},
		{"semicolon", a + ";" + b, []string{a, b}},
		{"bar", a + "|" + b, []string{a, b}},
		{"tab", a + "\t" + b, []string{a, b}},
		{"blank", a + " " + b, []string{a, b}},
		{"non-breaking blank", a + "\u00a0" + b, []string{a, b}},
		{"a page's end", a + "\f" + b, []string{a, b}},
		{"controls of scanners", a + "\x1d" + b + "\x1e", []string{a, b}},
		{"line ends of word processors", a + "\v" + b + "\u2028H55.17.05-261120-0009\u0085H55.17.05-261120-0010", []string{a, b, "H55.17.05-261120-0009", "H55.17.05-261120-0010"}},
		{"full width", a + "，" + b, []string{a, b}},
		{"slash", a + "/" + b, []string{a, b}},
		{"a word between", a + " và " + b, []string{a, b}},
		{"lines", a + "\r\n" + b + "\n", []string{a, b}},
		{"in their order", b + " " + a, []string{b, a}},
		{"twice", a + "," + a, []string{a}},
		{"encoded comma", "https://portal.example.test/?codes=" + a + "%2C" + b, []string{a, b}},

		{"blanks inside", "H55.17.05 - 261120 - 0007", []string{a}},
		{"blanks inside, two", "H55.17.05 - 261120 - 0007 H55.17.05 - 261120 - 0008", []string{a, b}},
		{"blanks for all marks", "H55 17 05 261120 0007", []string{a}},
		{"blanks for all marks, two", "H55 17 05 261120 0007 H55 17 05 261120 0008", []string{a, b}},
		{"blanks for all marks, old id", "000 00 01 H26 210212 9090", []string{old}},
		{"a blank inside of the number", "H55.17.05-261120-00 07", []string{a}},
		{"no marks", "H55-261120-0007 H552611200008", []string{"H55-261120-0007", "H55-261120-0008"}},
		{"slips", "H55.17.05-26112O-0007 h55.17.05-261120-OOO8", []string{a, b}},
		{"slip behind a printed one", a + " H55.17.05-26112O-0008", []string{a, b}},
		{"old ids", old + " 000.00.01.H26-210212-9091", []string{old, "000.00.01.H26-210212-9091"}},

		// Text beside a code in a list.
		{"ordinal", "1 " + a, []string{a}},
		{"ordinal with a stop", "1. " + a, []string{a}},
		{"ordinal with a bracket", "1) " + a, []string{a}},
		{"ordinal, blanks for marks", "12 H55 17 05 261120 0007", []string{a}},
		{"bullet", "- " + a, []string{a}},
		{"number behind", a + " 1", []string{a}},
		{"number behind a tab", a + "\t1", []string{a}},
		{"day and note behind", a + " 12/11/2026 - xong", []string{a}},
		{"a row of a table", `1;"` + a + `";"Nguyễn Văn A, số 5";0912345678;2026-11-20;1.004194;B1234567`, []string{a}},
		{"receipt", a + "|1.004194|001099000001|Đăng ký tạm trú|H55|20261120081200|20261125170000", []string{a}},
		{"prose", "Mã hồ sơ: " + a + ", hẹn trả thứ tư", []string{a}},
		{"prose with a slip", "Mã hồ sơ: H55.17.05-26112O-0007 nộp hôm qua", []string{a}},

		// A number directly before its code.
		{"number and stop", "9." + a + "\n10." + b, []string{a, b}},
		{"number and bracket", "1)" + a + " (2)" + b, []string{a, b}},
		{"number and dash", "1-" + a + ",2-" + b, []string{a, b}},
		{"number with a zero", "01." + a, []string{a}},
		{"long numbers", "1000." + a + "\n10001." + b, []string{a, b}},
		{"numbers of levels", "1.1." + a + "\n1.2. " + b, []string{a, b}},
		{"letters", "a." + a + "; B)" + b, []string{a, b}},
		{"number before an older id", "1." + old + " 12." + "000.00.01.H26-210212-9091", []string{old, "000.00.01.H26-210212-9091"}},
		{"number before a code without marks", "3.H5517052611200007", []string{a}},
		{"number before a slip", "4.H55.17.05-26112O-0007", []string{a}},
		{"number before a province", "5.H55-261120-0007 11) H55-261120-0008", []string{"H55-261120-0007", "H55-261120-0008"}},
		{"the end of an older id", "05.17.H55-261120-0007", []string{"05.17.H55-261120-0007"}},

		// Text that was meant as a code is reported, not dropped.
		{"a number without a mark", a + ", 1" + b, []string{a, "!1" + b}},
		{"a letter twice", "HH55.17.05-261120-0007 " + b, []string{"!HH55.17.05-261120-0007", b}},
		{"no letter", a + " 55.17.05-261120-0008", []string{a, "!55.17.05-261120-0008"}},
		{"an account", a + " 12345-678901-2345", []string{a}},
		{"month 13 first", "H55.17.05-261320-0007, " + b, []string{"!H55.17.05-261320-0007", b}},
		{"month 13 behind", a + " H55.17.05-261320-0008", []string{a, "!H55.17.05-261320-0008"}},
		{"half a code", a + ";H55.17.05-2611", []string{a, "!H55.17.05-2611"}},
		{"too long", a + ",H55.17.05-261120-00081234", []string{a, "!H55.17.05-261120-00081234"}},
		{"letter behind", a + ",H55.17.05-261120-0008A", []string{a, "!H55.17.05-261120-0008A"}},

		{"a foreign letter", a + ", 000.Á.01.H26-210212-9090", []string{a, "!000.Á.01.H26-210212-9090"}},
		{"a foreign letter first", "000.Á.01.H26-210212-9090 " + b, []string{"!000.Á.01.H26-210212-9090", b}},
		{"a dash for a dot", a + ", 000-01.H26-210212-9090", []string{a, "000.01.H26-210212-9090"}},
		{"a foreign letter behind", a + "Á " + b, []string{"!" + a + "Á", b}},

		{"zeros", a + "\x00" + b + "\x00", []string{a, b}},

		// The decimal key of a Vietnamese number keypad is a comma.
		{"commas for dots", "h55,17,05-261120-0007, " + b, []string{a, b}},
		{"a comma and a dot", b + ",H55,17.05-261120-0007", []string{b, a}},
		{"commas in an older id", "000,00,01,H26-210212-9090;" + a, []string{"000.00.01.H26-210212-9090", a}},
		{"commas between codes", "A12," + a + "," + b + ",17", []string{a, b}},

		{"a letter of another alphabet", "\u041D55.17.05-261120-0008, " + a, []string{"!\u041D55.17.05-261120-0008", a}},
		{"a mark on the first letters", a + " H5\u03015.17.05-261120-0008", []string{a, "!H5\u03015.17.05-261120-0008"}},
		{"a letter of our own alphabet", a + ";\u0110H55.17.05-261120-0008", []string{a, "!\u0110H55.17.05-261120-0008"}},

		{"nothing", "", nil},
		{"words", "Nguyễn Văn A", nil},
		{"numbers", "0912345678, 001099012345, 20/11/2026, 2026-11-20, 12", nil},
		{"a procedure's code", "1.004194", nil},
		{"an office alone", "phòng B12, H55.17.05", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, c := range code.DossiersIn(tt.in) {
				var fault *code.Error
				switch {
				case c.Err == nil:
					got = append(got, c.Code.String())
				case errors.As(c.Err, &fault):
					got = append(got, "!"+c.Typed)
				default:
					t.Errorf("%v is no *CodeError", c.Err)
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q holds %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestDossiersInKeepsSecrets(t *testing.T) {
	const link = "https://portal.example.test/?ma=H55.17.05-261120-0007&secretKey=A1b2"
	for in, want := range map[string][]string{
		link:                               {"A1b2"},
		"H55.17.05-261120-0007|" + link:    {"A1b2"},
		"H55.17.05-261120-0007; " + link:   {"A1b2"},
		link + ",H55.17.05-261120-0008":    {"A1b2", ""},
		"H55.17.05-261120-0008 , " + link:  {"", "A1b2"},
		"H55.17.05-261120-0007|Trần Thị B": {""},
		"H55.17.05-261120-0007;https://portal.example.test/?id=72101&secretKey=A1b2": {"A1b2"},
	} {
		var got []string
		for _, c := range code.DossiersIn(in) {
			got = append(got, c.Secret)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: secrets %q, want %q", in, got, want)
		}
	}
}

func FuzzDossiersIn(f *testing.F) {
	for _, s := range []string{
		"H55.17.05-261120-0007,H55.17.05-261120-0008", "1 H55 17 05 261120 0007 xong", "000 00 01 H26 210212 9090", "-261120-0007",
		"H55.17.05-261120-0007-0008", "a-b-c%2D%", "000 000 000", "H55.17.05 - 261120 - 0007 1",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		seen := map[code.Dossier]bool{}
		for _, c := range code.DossiersIn(s) {
			if c.Err != nil {
				continue
			}
			if again, err := code.ParseDossier(c.Code.String()); err != nil || again != c.Code || seen[c.Code] {
				t.Errorf("found %q in %q, which is no code or there twice: %v", c.Code, s, err)
			}
			seen[c.Code] = true
		}
	})
}

// Ten megabytes on standard input must be fast, whatever they contain.
func BenchmarkDossierCodesIn10MB(b *testing.B) {
	for name, unit := range map[string]string{
		"prose":      "Trường hợp hồ sơ đầy đủ, hợp lệ thì tiếp nhận - trả ngày 20-11-2026. ",
		"dashes":     "-",
		"near codes": "H55.17.05-261320-0007 ",
		"codes":      "H55.17.05-261120-0007 ",
		"percent":    "%2D%25",
		"groups":     "H55.17.05.",
		"blanks":     "H55 17 05 ",
		"zeros":      "000 ",
	} {
		text := strings.Repeat(unit, 10<<20/len(unit)) + " H55.17.05-261120-0007"
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				code.DossiersIn(text)
			}
		})
	}
}

func TestCommasForDots(t *testing.T) {
	for in, want := range map[string]string{
		"H55,17,05-261120-0007": "H55.17.05-261120-0007", " h55,17,05 - 261120 - 0007 ": "H55.17.05-261120-0007",
		"000,00,16,H05-261120-0007": "000.00.16.H05-261120-0007", "Mã: H55,17.05-261120-0007.": "H55.17.05-261120-0007",
		"1.H55,17,05-261120-0007": "H55.17.05-261120-0007",
	} {
		if got, err := code.ReadDossier(in); err != nil || got.String() != want {
			t.Errorf("%q = %v, %v, want %s", in, got, err, want)
		}
	}
	if got, err := code.ParseDossier("H55,17,05-261120-0007,"); err == nil {
		t.Errorf("a comma behind the code is read as part of it: %v", got)
	}
}
