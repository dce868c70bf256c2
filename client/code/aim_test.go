package code_test

import (
	"testing"

	"motcua/client/code"
)

// A scanner may send a symbology identifier first. Everything that reads codes skips it and
// reads the same as without it.
func TestAScannersMarkIsReadPast(t *testing.T) {
	const (
		dossier   = "H55.17.05-261120-0007"
		procedure = "1.004194"
		card      = "001099001234|123456789|Nguyễn Văn A|01021990|Nam|Số 1 phố Mẫu|05062021"
		receipt   = "https://hcc.example.vn/#/hoso?code=" + dossier + "&secretKey=A1B2"
	)
	for _, mark := range []string{"]Q1", "]Q3", "]C0", "]C1", "]d2", "]D1", "]A0", "]L2", "]e0", "]z0", "]XZ", "]q1", "]h1", ` ]Q1`, "］Q1", "\uFEFF]Q1", `]Q2\000026`} {
		if got, err := code.ParseDossier(mark + dossier); err != nil || got.String() != dossier {
			t.Errorf("%q before a code: %v, %v", mark, got, err)
		}
		if got := code.SplitTyped(mark + dossier); got.Problem != nil || got.Grouped() != "H55.17.05 - 261120 - 0007" {
			t.Errorf("%q before a code that is typed: %+v", mark, got)
		}
		if got, err := code.ParseProcedure(mark + procedure); err != nil || got.String() != procedure {
			t.Errorf("%q before a procedure's code: %v, %v", mark, got, err)
		}
		for _, text := range []string{dossier, receipt, dossier + "|1.004194|A", "1.004194\t" + dossier, "Mã hồ sơ\t" + dossier, "H55 17 05 261120 0007"} {
			if got, ok := code.FindDossier(mark + text); !ok || got.String() != dossier {
				t.Errorf("%q before %q: %v", mark, text, got)
			}
		}
		if mark == "］Q1" || mark == "\uFEFF]Q1" {
			continue // an input method's, not a scanner's; it is not written on cards
		}
		if got, ok := code.FindProcedure(mark + procedure + "|Đăng ký tạm trú"); !ok || got.String() != procedure {
			t.Errorf("%q before a text with a procedure's code: %v", mark, got)
		}
		for _, text := range []string{dossier, procedure, card, receipt, card + "||Nguyễn Văn B|"} {
			if got, want := code.ReadScan(mark+text), code.ReadScan(text); got != want || want.Kind == code.ScanUnknown {
				t.Errorf("%q before %q gives %+v, want %+v", mark, text, got, want)
			}
		}
	}
	// Several readings in one text, each with its identifier.
	if got, ok := code.FindDossier("]Q1xin chào\r\n]Q1" + dossier); !ok || got.String() != dossier {
		t.Errorf("in the second line: %v", got)
	}
	// A bracket that is no identifier is kept.
	for _, text := range []string{"]", "]Q", "]1" + dossier, "[x]" + dossier + "X", "]-" + dossier} {
		if got, err := code.ParseDossier(text); err == nil {
			t.Errorf("%q is %v", text, got)
		}
	}
}
