package code_test

import (
	"errors"
	"slices"
	"testing"

	"motcua/client/code"
)

const insurance = "03706/2026/07906"

func isInsurance(err error) bool {
	var fault *code.Error
	return errors.As(err, &fault) && fault.Problem == code.IsInsurance && fault.Got == insurance
}

func TestInsuranceNumberAsItIsTyped(t *testing.T) {
	for _, typed := range []string{
		insurance, " 03706/2026/07906 ", "03706 / 2026 / 07906", "03706.2026.07906", "03706-2026-07906", "03706 2026 07906", "03706 - 2026 – 07906",
		"０３７０６／２０２６／０７９０６", "03706∕2026⁄07906", "037O6/2026/O7906", "03706\u00A02026\u200B/07906",
		"03706202607906", "037062026/07906", "03706/202607906", "03706 202607906", "037062026.07906", "03706_2026_07906", `03706\2026\07906`,
		"03706//2026//07906", "037O62026O79O6", "03706\n2026\n07906",
	} {
		_, err := code.ParseDossier(typed)
		_, read := code.ReadDossier(typed)
		if number, ok := code.FindInsuranceNumber(typed); !isInsurance(err) || !isInsurance(read) || !ok || number != insurance {
			t.Errorf("%q: %v, %v, %q", typed, err, read, number)
		}
	}
}

func TestInsuranceNumberInAText(t *testing.T) {
	for _, text := range []string{
		"Mã hồ sơ: 03706/2026/07906, hẹn trả 20/11/2026", "BHXH-03706-2026-07906.", "https://portal.example.test/?ma=03706%2F2026%2F07906", "(03706/2026/07906)",
		"]Q103706/2026/07906", "Nguyễn Văn A|03706.2026.07906|0912345678",
		"Số: 03706202607906.", "BHXH 03706202607906", "]C103706202607906", "https://portal.example.test/?ma=03706202607906",
	} {
		if _, err := code.ReadDossier(text); !isInsurance(err) {
			t.Errorf("%q: %v", text, err)
		}
		if got := code.ReadScan(text); got != (code.Scan{Kind: code.ScanInsurance, Insurance: insurance}) {
			t.Errorf("%q is scanned as %+v", text, got)
		}
	}
	for _, text := range []string{
		"20/11/2026", "12345/2026/QĐ-UBND", "https://x.test/03706/2026/07906.html", "103706/2026/07906", "03706/2026/0790612", "03706/1926/07906",
		"03706/2026/0790A", "03706/2026/07906/5", "Á03706/2026/07906", "gọi 03706 2026 07906", "2026-11-20", "", "03706/2026",
		"20261201083000", "08934567890123", "037062001234", "037020012345", "103706202607906", "037062026079061", "0370620260790", "03706195607906",
		"https://x.test/03706202607906", "tài khoản 13706202607906", "1,03706202607906A", "H55.17-05261201000007",
	} {
		if number, ok := code.FindInsuranceNumber(text); ok {
			t.Errorf("%q holds %q", text, number)
		}
	}
	// Of two the first counts, with separators or without.
	for text, want := range map[string]string{
		"số 03706202607906, số 11111/2026/22222": insurance, "số 11111/2026/22222, số 03706202607906": "11111/2026/22222",
	} {
		if got, ok := code.FindInsuranceNumber(text); !ok || got != want {
			t.Errorf("%q: %q, %v", text, got, ok)
		}
	}
	// If the text contains a dossier's code too, that is looked up.
	if got := code.ReadScan(insurance + "|H55.17.05-261120-0007"); got.Kind != code.ScanDossier {
		t.Errorf("%+v", got)
	}
}

func TestInsuranceNumberInAList(t *testing.T) {
	for _, list := range []string{
		insurance + ", H55.17.05-261120-0007", "H55.17.05-261120-0007 " + insurance, "H55 17 05 261120 0007; số 03706-2026-07906",
	} {
		var codes, numbers int
		for _, c := range code.DossiersIn(list) {
			switch {
			case isInsurance(c.Err):
				numbers++
			case c.Err == nil && c.Code.String() == "H55.17.05-261120-0007":
				codes++
			}
		}
		if codes != 1 || numbers != 1 {
			t.Errorf("%q: %+v", list, code.DossiersIn(list))
		}
	}
}

// No fault is reported while a number is being typed; when it is complete, it is recognised.
func TestInsuranceNumberIsNotBlamedOnTheWay(t *testing.T) {
	for _, typed := range []string{insurance, "03706 2026 07906", "03706-2026-07906", "03706 . 2026 . 07906", "03706202607906", "037062026/07906", "03706_202607906"} {
		for i := range typed {
			got := code.SplitTyped(typed[:i])
			if got.Problem != nil || i > 3 && got.Grouped() != "" {
				t.Errorf("%q: %+v", typed[:i], got)
			}
		}
		if got := code.SplitTyped(typed); got.Problem == nil || !isInsurance(got.Problem) || got.Grouped() != "" {
			t.Errorf("%q: %+v", typed, got)
		}
	}
}

// Other words are not the beginning of such a number.
func TestWordsAreNotNearANumber(t *testing.T) {
	for _, near := range []string{insurance, "03706/2", "0370620", "03706-2026-0790"} {
		if !code.NearInsurance(near) {
			t.Errorf("%q is the beginning of a number", near)
		}
	}
	if err := code.CheckInsurance(insurance); !isInsurance(err) {
		t.Errorf("%s: %v", insurance, err)
	}
	if err := code.CheckInsurance("H55.17.05-261120-0007"); err != nil {
		t.Errorf("a dossier's code: %v", err)
	}
	if slices.ContainsFunc([]string{"khai sinh", "1.001193", "14 tuổi", "10041", "1004120", "1.004120", "2002026", "03706", "nghị định 123/2020/NĐ-CP"}, code.NearInsurance) {
		t.Error("other words are taken for a number")
	}
}
