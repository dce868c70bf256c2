package gazetteer

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"
	"time"
)

const (
	oldHead   = "old_code\told_commune\told_district\told_province\tnew_code\tnew_commune\tnew_province\tdivided\n"
	todayHead = "code\tcommune\tprovince_code\tprovince\n"
)

// unpacked is the table that Write makes, as text.
func unpacked(old, today string) (string, error) {
	var out bytes.Buffer
	agency := func(name string) (string, bool) { return "H55", name == "Tỉnh Thái Nguyên" }
	if err := Write(&out, strings.NewReader(old), strings.NewReader(today), time.Date(2025, 7, 1, 0, 0, 0, 0, time.UTC), agency); err != nil {
		return "", err
	}
	z, err := gzip.NewReader(&out)
	if err != nil {
		return "", err
	}
	b, err := io.ReadAll(z)
	return string(b), err
}

func TestWrite(t *testing.T) {
	got, err := unpacked(
		oldHead+
			"01843\tPhường Phùng Chí Kiên\tThành Phố Bắc Kạn\tTỉnh Bắc Kạn\t01843\tPhường Bắc Kạn\tTỉnh Thái Nguyên\t\n"+
			"02000\tXã  Hoà\tHuyện Na Rì\tTỉnh Bắc Kạn\t01843\tPhường Bắc Kạn\tTỉnh Thái Nguyên\t1\n"+
			"02000\tXã Hoà\tHuyện Na Rì\tTỉnh Bắc Kạn\t09999\tXã Na Rì\tTỉnh Thái Nguyên\t1\n"+
			"\t\tHuyện Cồn Cỏ\tTỉnh Bắc Kạn\t02155\tXã Na Rì\tTỉnh Thái Nguyên\t\n",
		todayHead+
			"02155\tXã Na Rì\t19\tTỉnh Thái Nguyên\n"+
			"01843\tPhường Bắc Kạn\t19\tTỉnh Thái Nguyên\n")
	if err != nil {
		t.Fatal(err)
	}
	want := `2025-07-01
N	19	Tỉnh Thái Nguyên	H55
C	01843	Phường Bắc Kạn
C	02155	Xã Na Rì
P	Tỉnh Bắc Kạn	19
D	Huyện Cồn Cỏ	02155
D	Huyện Na Rì
O	02000	Xã Hòa	01843 02155
D	Thành phố Bắc Kạn
O	01843	Phường Phùng Chí Kiên	01843
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if _, err := parse(strings.NewReader(got)); err != nil {
		t.Error(err)
	}
}

// An heir that today's list does not have would send somebody to a place that is none.
func TestWriteRefuses(t *testing.T) {
	today := todayHead + "01843\tPhường Bắc Kạn\t19\tTỉnh Thái Nguyên\n"
	for _, old := range []string{
		oldHead + "01843\tA\tB\tC\t09999\tXã Nào Đó\tTỉnh Thái Nguyên\t\n",
		oldHead + "01843\tA\tB\tC\n",
	} {
		if got, err := unpacked(old, today); err == nil {
			t.Errorf("took %q: %s", old, got)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	const head = "2025-07-01\nN\t19\tTỉnh\tH55\nC\t01843\tPhường\nP\tTỉnh\t19\n"
	for _, s := range []string{
		"", "x", "2025-07-01\n", head, "2025-07-01\nC\t1\tx\n", "2025-07-01\nD\tx\n", head + "O\t1\tx\t01843\n",
		head + "D\tx\nO\t1\tx\t99999\n", head + "D\tx\nO\t1\tx\t\n", head + "D\tx\t9\n", head + "P\tx\t20\n", head + "Q\n", head + "D\n",
	} {
		if _, err := parse(strings.NewReader(s)); err == nil {
			t.Errorf("parsed %q", s)
		}
	}
	if _, err := parse(strings.NewReader(head + "D\tx\nO\t1\tx\t01843\n")); err != nil {
		t.Error(err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("2025-07-01\nN\t19\tTỉnh\tH55\nC\t01843\tPhường\nP\tTỉnh\t19\nD\tx\nO\t1\tx\t01843\n")
	f.Fuzz(func(t *testing.T, s string) {
		if tab, err := parse(strings.NewReader(s)); err == nil && (len(tab.communes) == 0 || len(tab.formers) == 0) {
			t.Error("an empty table")
		}
	})
}

func TestToneMarks(t *testing.T) {
	for s, want := range map[string]string{
		"Hoà Bình": "Hòa Bình", "Thanh Hoá": "Thanh Hóa", "Hoàn Kiếm": "Hoàn Kiếm", "Quý Hoà": "Quý Hòa", "Quỳ Hợp": "Quỳ Hợp",
		"Thuỷ Xuân": "Thủy Xuân", "HOÀ LẠC": "HÒA LẠC", "Xoè": "Xòe", "Hoà Hoà": "Hòa Hòa", "Hòa": "Hòa", "": "", "Đoài": "Đoài", "Thuỵ": "Thụy",
	} {
		if got := toneMarks(s); got != want {
			t.Errorf("toneMarks(%q) = %q, want %q", s, got, want)
		}
	}
}
