package code_test

import (
	"errors"
	"strings"
	"testing"

	"motcua/client/code"
)

func TestParseProcedure(t *testing.T) {
	for _, tt := range []struct{ in, want, base, cas, local string }{
		{"1.004194", "1.004194", "1.004194", "", ""},
		{"6.000123", "6.000123", "6.000123", "", ""},
		{"1.004194.01", "1.004194.01", "1.004194", "01", ""},
		{"1.001612.000.00.00.H48", "1.001612.000.00.00.H48", "1.001612", "", "000.00.00.H48"},
		{"1.001612.H48", "1.001612.H48", "1.001612", "", "H48"},
		{"1004194", "1.004194", "1.004194", "", ""},
		{"100419401", "1.004194.01", "1.004194", "01", ""},
		{" 1 004194 ", "1.004194", "1.004194", "", ""},
		{"1.004 194", "1.004194", "1.004194", "", ""},
		{"1. 004194 . 01", "1.004194.01", "1.004194", "01", ""},
		{"１．００４１９４", "1.004194", "1.004194", "", ""},
		{strings.Repeat(" ", 192) + "1.004194", "1.004194", "1.004194", "", ""}, // as long as a text may be
		{"l.OO4194", "1.004194", "1.004194", "", ""},
		{"1.001612.000.00.00.h48", "1.001612.000.00.00.H48", "1.001612", "", "000.00.00.H48"},
	} {
		c, err := code.ParseProcedure(tt.in)
		if err != nil {
			t.Errorf("ParseProcedure(%q): %v", tt.in, err)
			continue
		}
		if c.String() != tt.want || c.Base() != tt.base || c.Case() != tt.cas || c.Local() != tt.local {
			t.Errorf("ParseProcedure(%q) = %s (%q %q %q)", tt.in, c, c.Base(), c.Case(), c.Local())
		}
		if again, err := code.ParseProcedure(c.String()); err != nil || again != c {
			t.Errorf("%s read again: %v, %v", c, again, err)
		}
	}
}

func TestParseProcedureRefuses(t *testing.T) {
	for _, s := range []string{
		"", " ", "khai sinh", "1", "1.", "1.0041", "1.00419", "1.0041944", "0.004194", "0912345678", "10041940",
		"1.004194.1", "1.004194.001", "1.004194.000.00.00", "1.004194-01", "H55.17.05-261120-0007", "1.004194.O01",
		strings.Repeat("1.004194", 40),
	} {
		if c, err := code.ParseProcedure(s); !errors.Is(err, code.ErrProcedure) || c != (code.Procedure{}) {
			t.Errorf("ParseProcedure(%q) = %v, %v", s, c, err)
		}
	}
}

func TestFindProcedure(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"1004194", "1.004194"},
		{"Thủ tục 1.004194.", "1.004194"},
		{"(1.004194.01)", "1.004194.01"},
		{"https://example.test/tthc?ma=1.001193&x=1", "1.001193"},
		{"https://example.test/tthc?u=ma%3D1.001193", "1.001193"},
		{"H55.17.05-261120-0007|1.004194|001099000001", "1.004194"},
		{"1.001612.000.00.00.H48;x", "1.001612.000.00.00.H48"},
		{"1.004194.vn", "1.004194"},
		{".đầu dòng 1.004194", "1.004194"},
		{"Quầy 5.", ""},

		{"", ""},
		{"gọi 0912345678 hoặc 1004194", ""},
		{"giá 21.004194", ""},
		{"10.1.004194", ""},
		{"1.00419", ""},
		{"1.0041945", ""},
		{"1.004194Á", ""},
		{"1.00419Á4", ""},
	} {
		got, ok := code.FindProcedure(tt.in)
		if got.String() != tt.want || ok != (tt.want != "") {
			t.Errorf("FindProcedure(%q) = %q, %v", tt.in, got, ok)
		}
	}
}

func FuzzParseProcedure(f *testing.F) {
	for _, s := range []string{"1.004194", "1004194", "1.004194.01", "1.001612.000.00.00.H48", "l.OO4 194", "1.004194.O12", "2.000001.012"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := code.ParseProcedure(s)
		if (err != nil) != (c == code.Procedure{}) {
			t.Fatalf("ParseProcedure(%q) = %q, %v", s, c, err)
		}
		if err == nil {
			if again, err := code.ParseProcedure(c.String()); err != nil || again != c {
				t.Errorf("%q gave %s, which gives %v, %v", s, c, again, err)
			}
			if found, ok := code.FindProcedure("Mã: " + c.String() + ", xem"); !ok || found != c {
				t.Errorf("%s is not found in prose: %q", c, found)
			}
		}
		code.FindProcedure(s)
	})
}
