package code_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"motcua/client/clean"
	"motcua/client/code"
	"motcua/client/workday"
)

func TestParseDossier(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"province, unit, desk", "H15.50.05.13-261008-0975", "H15.50.05.13-261008-0975"},
		{"ministry, long date, seven digits", "G09.20-20260609-0092637", "G09.20-20260609-0092637"},
		{"older form", "000.00.53.H48-220921-0099", "000.00.53.H48-220921-0099"},
		{"a group of letter and digit", "000.A0.01.H26-210212-9090", "000.A0.01.H26-210212-9090"},
		{"one group", "H55-261120-0007", "H55-261120-0007"},
		{"a merged province keeps its id", "H03.12-240315-0021", "H03.12-240315-0021"},
		{"a leap day", "H55.17-240229-0001", "H55.17-240229-0001"},

		{"lower case", "h55.17.05-261120-0007", "H55.17.05-261120-0007"},
		{"blanks around", "  H55.17.05-261120-0007\r\n", "H55.17.05-261120-0007"},
		{"blanks around the dashes", "H55.17.05 - 261120 - 0007", "H55.17.05-261120-0007"},
		{"blanks inside of the numbers", "H55.17.05-26 11 20-00 07", "H55.17.05-261120-0007"},
		{"blanks after the dots", "H55. 17. 05-261120-0007", "H55.17.05-261120-0007"},
		{"en dash", "H55.17.05–261120–0007", "H55.17.05-261120-0007"},
		{"em dash", "H55.17.05—261120—0007", "H55.17.05-261120-0007"},
		{"figure dash", "H55.17.05\u2012261120\u20120007", "H55.17.05-261120-0007"},
		{"minus sign", "H55.17.05\u2212261120\u22120007", "H55.17.05-261120-0007"},
		{"non-breaking hyphen", "H55.17.05\u2011261120\u20110007", "H55.17.05-261120-0007"},
		{"two dashes for one", "H55.17.05--261120--0007", "H55.17.05-261120-0007"},
		{"full width", "Ｈ５５．１７．０５－２６１１２０－０００７", "H55.17.05-261120-0007"},
		{"ideographic full stop and blank", "H55。17。05　261120　0007", "H55.17.05-261120-0007"},
		{"the widest and the narrowest blank", "H55.17.05\u2000261120\u200A0007", "H55.17.05-261120-0007"},
		{"the first letter", "a55.17-261120-0007", "A55.17-261120-0007"},
		{"the last letter", "z55.17-261120-0007", "Z55.17-261120-0007"},
		{"as long as a text may be", strings.Repeat(" ", 179) + "H55.17.05-261120-0007", "H55.17.05-261120-0007"},
		{"invisible marks", "\uFEFFH55.17\u200B.05-261120-0007", "H55.17.05-261120-0007"},

		{"no dashes", "H55.17.05 261120 0007", "H55.17.05-261120-0007"},
		{"blanks for dots and dashes", "H55 17 05 261120 0007", "H55.17.05-261120-0007"},
		{"dashes for dots", "H55-17-05-261120-0007", "H55.17.05-261120-0007"},
		{"second dash forgotten", "H55.17.05-2611200007", "H55.17.05-261120-0007"},
		{"first dash forgotten", "H55.17.05261120-0007", "H55.17.05-261120-0007"},
		{"both forgotten", "H55.17.052611200007", "H55.17.05-261120-0007"},
		{"both forgotten, long date", "G09.20202606090092637", "G09.20-20260609-0092637"},
		{"a group and both forgotten", "h552611200007", "H55-261120-0007"},

		{"no dots and no dashes", "H5517052611200007", "H55.17.05-261120-0007"},
		{"no dots and no dashes, lower case, O for 0", "h5517O5261120OOO7", "H55.17.05-261120-0007"},

		{"O for 0 in the numbers", "H55.17.05-26112O-OOo7", "H55.17.05-261120-0007"},
		{"l and I for 1", "H55.I7.05-26l120-000l", "H55.17.05-261120-0001"},
		{"O for 0 in the agency", "HO3.l2-240315-0021", "H03.12-240315-0021"},
		{"O for 0 in the older form", "OOO.OO.53.H48-220921-0099", "000.00.53.H48-220921-0099"},
		{"0 for O where the letter stands", "012.20-261120-0007", "O12.20-261120-0007"},
		{"a letter O stays where it is the letter", "O12.20-261120-0007", "O12.20-261120-0007"},
		{"a letter group stays", "ABC.H26-210212-9090", "ABC.H26-210212-9090"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := code.ParseDossier(tt.in)
			if err != nil {
				t.Fatalf("ParseDossier(%q): %v", tt.in, err)
			}
			if got.String() != tt.want {
				t.Errorf("ParseDossier(%q) = %s, want %s", tt.in, got, tt.want)
			}
			if again, err := code.ParseDossier(got.String()); err != nil || again != got {
				t.Errorf("%s read again: %v, %v", got, again, err)
			}
		})
	}
}

func TestParseDossierNamesTheFault(t *testing.T) {
	type fault = code.Error
	for _, tt := range []struct {
		name, in string
		want     fault
	}{
		{"nothing", "", fault{Problem: code.Empty}},
		{"blanks", " \t\u3000", fault{Problem: code.Empty}},
		{"words", "ho so", fault{Problem: code.Unreadable}},
		{"Vietnamese words", "hồ sơ của tôi", fault{Problem: code.Unreadable}},
		{"only dashes", "---", fault{Problem: code.Unreadable}},
		{"too long to be one", strings.Repeat("H55.", 100), fault{Problem: code.Unreadable}},

		{"agency only", "H55.17.05", fault{Problem: code.NoDate, Part: code.PartDate}},
		{"agency and a dash", "H55.17.05-", fault{Problem: code.NoDate, Part: code.PartDate}},
		{"no number", "H55.17.05-261120", fault{Problem: code.NoSerial, Part: code.PartSerial}},
		{"no number, dash typed", "H55.17.05-261120-", fault{Problem: code.NoSerial, Part: code.PartSerial}},
		{"no number, no dash", "H55.17.05261120", fault{Problem: code.NoSerial, Part: code.PartSerial}},
		{"no number, dashes for dots", "H55-17-05-261120", fault{Problem: code.NoSerial, Part: code.PartSerial}},
		{"no agency", "261120-0007", fault{Problem: code.NoAgency, Part: code.PartAgency}},
		{"no agency, dash typed", "-261120-0007", fault{Problem: code.NoAgency, Part: code.PartAgency}},
		{"date only", "261120", fault{Problem: code.NoAgency, Part: code.PartAgency}},
		{"agency without its letter", "55.17.05-261120-0007", fault{Problem: code.NoAgency, Part: code.PartAgency, Got: "55.17.05"}},
		{"agency of zeros", "000.00.00-261120-0007", fault{Problem: code.NoAgency, Part: code.PartAgency, Got: "000.00.00"}},
		{"a group too long", "H55.1705-261120-0007", fault{Problem: code.NoAgency, Part: code.PartAgency, Got: "H55.1705"}},

		{"date short", "H55.17.05-26112-0007", fault{Problem: code.DateShort, Part: code.PartDate, Got: "26112"}},
		{"date short, nothing after", "H55.17.05-26", fault{Problem: code.DateShort, Part: code.PartDate, Got: "26"}},
		{"long date one short", "H55.17.05-2026112-0007", fault{Problem: code.DateShort, Part: code.PartDate, Got: "2026112"}},
		{"date long", "H55.17.05-2611201-0007", fault{Problem: code.DateLong, Part: code.PartDate, Got: "2611201"}},
		{"date much too long", "H55.17.05-261120261120-0007", fault{Problem: code.DateLong, Part: code.PartDate, Got: "261120261120"}},
		{"a year of another century", "H55.17.05-70170101-0007", fault{Problem: code.DateLong, Part: code.PartDate, Got: "70170101"}},
		{"month 13", "H55.17.05-261320-0007", fault{Problem: code.BadMonth, Part: code.PartDate, Got: "261320", Month: 13}},
		{"month 0", "H55.17.05-260020-0007", fault{Problem: code.BadMonth, Part: code.PartDate, Got: "260020"}},
		{"month 13, no dashes", "H55.17.05 261320 0007", fault{Problem: code.BadMonth, Part: code.PartDate, Got: "261320", Month: 13}},
		{"month 13, glued", "H55.17.05-2613200007", fault{Problem: code.BadMonth, Part: code.PartDate, Got: "261320", Month: 13}},
		{"month 13, long date", "H55.17.05-20261320-0007", fault{Problem: code.BadMonth, Part: code.PartDate, Got: "20261320", Month: 13}},
		{"31 November", "H55.17.05-261131-0007", fault{Problem: code.BadDay, Part: code.PartDate, Got: "261131", Month: 11, Day: 31}},
		{"day 0", "H55.17.05-261100-0007", fault{Problem: code.BadDay, Part: code.PartDate, Got: "261100", Month: 11}},
		{"29 February of a common year", "H55.17.05-260229-0007", fault{Problem: code.BadDay, Part: code.PartDate, Got: "260229", Month: 2, Day: 29}},
		{"a letter in the date", "H55.17.05-26X120-0007", fault{Problem: code.BadLetter, Part: code.PartDate, Got: "X"}},

		{"number short", "H55.17.05-261120-007", fault{Problem: code.SerialShort, Part: code.PartSerial, Got: "007"}},
		{"number long", "H55.17.05-261120-00000007", fault{Problem: code.SerialLong, Part: code.PartSerial, Got: "00000007"}},
		{"something after the number", "H55.17.05-261120-0007-1", fault{Problem: code.SerialLong, Part: code.PartSerial, Got: "0007-1"}},
		{"a letter in the number", "H55.17.05-261120-00A7", fault{Problem: code.BadLetter, Part: code.PartSerial, Got: "A"}},
		{"a character no code has", "H55.17.05/261120/0007", fault{Problem: code.BadLetter, Got: "/"}},
		{"the first full-width sign is named in ASCII", "H55.17.05！261120-0007", fault{Problem: code.BadLetter, Got: "!"}},
		{"the last full-width sign is named in ASCII", "H55.17.05～261120-0007", fault{Problem: code.BadLetter, Got: "~"}},
		{"a control character is not repeated", "H55.17.05-261120-\x1b0007", fault{Problem: code.BadLetter, Got: "\uFFFD"}},

		{"a procedure", "1.004194", fault{Problem: code.IsProcedure, Got: "1.004194"}},
		{"a procedure without its dot", "1004194", fault{Problem: code.IsProcedure, Got: "1.004194"}},
		{"a case of a procedure", "1.004194.01", fault{Problem: code.IsProcedure, Got: "1.004194.01"}},
		{"a province's procedure", "1.001612.000.00.00.h48", fault{Problem: code.IsProcedure, Got: "1.001612.000.00.00.H48"}},

		{"a run that lacks a digit is not another code", "H551705261120007", fault{Problem: code.Ambiguous}},
		{"a run of two readings", "H5517111111110007", fault{Problem: code.Ambiguous}},
		{"a run with a last group or a century", "G0920202606090092637", fault{Problem: code.Ambiguous}},
		{"a run without a date in it", "H55990000990000990000", fault{Problem: code.Ambiguous}},
		{"a run without its number", "H551726112000", fault{Problem: code.SerialShort, Part: code.PartSerial, Got: "00"}},

		{"two readings", "H55.17-201112010007", fault{Problem: code.Ambiguous}},
		{"the last group or the century", "H55.17.20261120-0007", fault{Problem: code.Ambiguous}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, err := code.ParseDossier(tt.in)
			var got *code.Error
			if !errors.As(err, &got) {
				t.Fatalf("ParseDossier(%q) = %q, %v", tt.in, c, err)
			}
			if !c.IsZero() {
				t.Errorf("a code came with the error: %s", c)
			}
			if got.Input != clean.Line(got.Input) {
				t.Errorf("input not clean: %q", got.Input)
			}
			bare := *got
			bare.Input = ""
			if bare != tt.want {
				t.Errorf("ParseDossier(%q): %+v, want %+v", tt.in, bare, tt.want)
			}
			if strings.Contains(err.Error(), "0007") {
				t.Errorf("the error for the log repeats the code: %v", err)
			}
		})
	}
}

func TestDossierParts(t *testing.T) {
	c, err := code.ParseDossier("G09.20-20260609-0092637")
	if err != nil {
		t.Fatal(err)
	}
	if c.Agency() != "G09.20" || c.DateDigits() != "20260609" || c.Serial() != "0092637" {
		t.Errorf("parts %q %q %q", c.Agency(), c.DateDigits(), c.Serial())
	}
	if want := time.Date(2026, 6, 9, 0, 0, 0, 0, workday.Zone); !c.Date().Equal(want) {
		t.Errorf("date %v, want %v", c.Date(), want)
	}
	var none code.Dossier
	if !none.IsZero() || none.String() != "" || !none.Date().IsZero() {
		t.Errorf("the zero code: %q, %v", none, none.Date())
	}
}

// Go reads the years 69 to 99 as years of the last century, when portals did not issue codes.
func TestTwoDigitYearsAreOfThisCentury(t *testing.T) {
	c, err := code.ParseDossier("H55.17-990101-0001")
	if err != nil {
		t.Fatal(err)
	}
	if c.Date().Year() != 2099 {
		t.Errorf("year %d", c.Date().Year())
	}
}

func TestCheckDate(t *testing.T) {
	// 23:30 on 24 November in Vietnam is still 16:30 in London.
	now := time.Date(2026, 11, 24, 16, 30, 0, 0, time.UTC)
	for _, tt := range []struct {
		code   string
		future bool
	}{
		{"H55.17.05-261124-0007", false},
		{"H55.17.05-261125-0007", false}, // a clock may be a day slow
		{"H55.17.05-261126-0007", true},
		{"H55.17.05-20270101-0007", true},
		{"H55.17.05-990101-0007", true},
		{"H03.12-150101-0007", false},
	} {
		c, err := code.ParseDossier(tt.code)
		if err != nil {
			t.Fatal(err)
		}
		err = code.CheckDate(c, now)
		var ce *code.Error
		if got := errors.As(err, &ce) && ce.Problem == code.Future && ce.Got == c.DateDigits(); got != tt.future {
			t.Errorf("CheckDate(%s) = %v", tt.code, err)
		}
	}
}

func FuzzParseDossier(f *testing.F) {
	for _, s := range []string{
		"H15.50.05.13-261008-0975", "G09.20-20260609-0092637", "000.00.53.H48-220921-0099",
		"h55 17 05 26112O ooo7", "H55.17.052611200007", "012.20-261120-0007", "1.004194", "H55.17-202511200007",
		"Ｈ５５．１７－２６１１２０－０００７", "H55.17.05–261320–0007", "-", "O1I.LL-261120-0007",
		"H5517052611200007", "H551705261120007", "H55172611200007", "G0920202606090092637", "H5526111111110007",
		"1 001 1001710010000", // regression: its beginning was once read as a procedure's code
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := code.ParseDossier(s)
		typed := code.SplitTyped(s)
		if g := typed.Grouped(); g != clean.Line(g) {
			t.Errorf("groups of %q: %q", s, g)
		}
		if err != nil {
			var ce *code.Error
			if !errors.As(err, &ce) || ce.Problem == 0 || !c.IsZero() {
				t.Fatalf("ParseDossier(%q) = %v, %#v", s, c, err)
			}
			if ce.Got != clean.Line(ce.Got) || ce.Input != clean.Line(ce.Input) {
				t.Errorf("error not clean: %+v", ce)
			}
			return
		}
		if typed.Problem != nil {
			t.Errorf("%q is a code, and yet: %+v", s, typed.Problem)
		}
		again, err := code.ParseDossier(c.String())
		if err != nil || again != c {
			t.Errorf("%q gave %s, which gives %v, %v", s, c, again, err)
		}
		for i := range c.String() {
			if typed := code.SplitTyped(c.String()[:i]); typed.Problem != nil {
				t.Errorf("%q on the way to %s: %+v", c.String()[:i], c, typed.Problem)
			}
		}
		if c.Date().IsZero() || len(c.Serial()) < 4 || len(c.Serial()) > 7 {
			t.Errorf("%q gave %s", s, c)
		}
		if found, ok := code.FindDossier("Mã hồ sơ: " + c.String() + "."); !ok || found != c {
			t.Errorf("%s is not found in prose: %v", c, found)
		}
	})
}
