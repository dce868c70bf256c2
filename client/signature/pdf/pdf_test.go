package pdf_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"motcua/client/signature/pdf"
)

// file puts one object behind a catalogue that names it.
func file(object string) []byte {
	b := []byte("%PDF-1.7\n")
	first := len(b)
	b = append(b, "1 0 obj\n<</Type/Catalog/Is 2 0 R>>\nendobj\n"...)
	second := len(b)
	b = append(b, "2 0 obj\n"+object+"\nendobj\n"...)
	at := len(b)
	return fmt.Appendf(b, "xref\n0 3\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \ntrailer\n<</Size 3/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", first, second, at)
}

func read(t *testing.T, object string) (pdf.Value, error) {
	t.Helper()
	f, err := pdf.Open(file(object))
	if err != nil {
		t.Fatal(err)
	}
	root, err := f.Get(f.Trailer(), "Root")
	if err != nil {
		t.Fatal(err)
	}
	return f.Get(root, "Is")
}

func TestTexts(t *testing.T) {
	for object, want := range map[string]string{
		`(plain (with) \(brackets\))`: "plain (with) (brackets)",
		`(\101\n\7)`:                  "A\n\a",
		"(a\\\r\nb)":                  "ab",
		"<48 65 6C 6C 6>":             "Hell`",
		"(\xFE\xFF\x1E\xD4)":          "Ổ",
		"(\xEF\xBB\xBF\xE1\xBB\x94)":  "Ổ",
		"(\xE9)":                      "é",
		"/A#42C":                      "ABC",
		"% a comment with (a bracket\n(and a text)": "and a text",
	} {
		if v, err := read(t, object); err != nil || v.Text() != want {
			t.Errorf("%q: %q, %v, want %q", object, v.Text(), err, want)
		}
	}
}

func TestPlacesAndNumbers(t *testing.T) {
	v, err := read(t, "<</A -12/A 7/B[1.5 .5 2 0 R true null]/C<00>>>")
	if err != nil {
		t.Fatal(err)
	}
	if v.Get("A").Int != 7 || v.Count("A") != 2 || v.Count("none") != 0 {
		t.Errorf("A is %d, stands %d times", v.Get("A").Int, v.Count("A"))
	}
	var kinds []pdf.Kind
	for _, i := range v.Get("B").Items {
		kinds = append(kinds, i.Kind)
	}
	if want := []pdf.Kind{pdf.Real, pdf.Real, pdf.Reference, pdf.Bool, pdf.Null}; fmt.Sprint(kinds) != fmt.Sprint(want) {
		t.Errorf("kinds %v, want %v", kinds, want)
	}
	b := file("<</A -12/A 7/B[1.5 .5 2 0 R true null]/C<00>>>")
	if c := v.Get("C"); string(b[c.From:c.To]) != "<00>" {
		t.Errorf("C stands at %q", b[c.From:c.To])
	}
}

func TestBrokenObjects(t *testing.T) {
	for _, object := range []string{"<</A>>", "[1 endobj", "(never closed", "<0G>", "<<1 2>>", ")", ">>", "obj"} {
		if v, err := read(t, object); !errors.Is(err, pdf.ErrBroken) {
			t.Errorf("%q: %+v, %v", object, v, err)
		}
	}
}

// A file for old and new programs calls packed objects free in its table, and says their place
// in a stream beside it.
func TestTableWithStream(t *testing.T) {
	b := []byte("%PDF-1.5\n")
	hidden := len(b)
	b = append(b, "1 0 obj\n<</Type/Catalog/Is(found)>>\nendobj\n"...)
	stream := len(b)
	b = append(b, "2 0 obj\n<</Type/XRef/Size 2/W[1 1 1]/Index[1 1]/Length 3>>stream\n\x01"+string(rune(hidden))+"\x00\nendstream\nendobj\n"...)
	at := len(b)
	b = fmt.Appendf(b, "xref\n0 2\n0000000000 65535 f \n0000000000 00000 f \ntrailer\n<</Size 3/Root 1 0 R/XRefStm %d>>\nstartxref\n%d\n%%%%EOF\n", stream, at)
	f, err := pdf.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	root, err := f.Get(f.Trailer(), "Root")
	if err != nil || root.Get("Is").Text() != "found" {
		t.Errorf("%+v, %v", root, err)
	}
}

func TestTime(t *testing.T) {
	for s, want := range map[string]string{
		"D:20251209155454+07'00'": "2025-12-09T08:54:54Z",
		"D:20251209155454+07'00":  "2025-12-09T08:54:54Z",
		"D:20251209155454+07":     "2025-12-09T08:54:54Z",
		"D:20251209155454Z00'00'": "2025-12-09T15:54:54Z",
		"D:20251209155454":        "2025-12-09T08:54:54Z", // Vietnam's
		"D:20251209":              "2025-12-08T17:00:00Z",
		"20251209155454Z":         "2025-12-09T15:54:54Z",
		"D:20251399":              "", "D:": "", "D:202512091": "", "yesterday": "", "D:20251209155454+7x": "",
	} {
		got := ""
		if at, ok := pdf.Time(pdf.Value{Kind: pdf.String, Bytes: []byte(s)}); ok {
			got = at.UTC().Format(time.RFC3339)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
