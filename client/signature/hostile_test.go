package signature_test

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"motcua/client/clienttest"
	"motcua/client/signature"
	"motcua/client/signature/cms"
)

// Files that were made to crash, to hang or to take all memory end in a sentence, soon and in
// bounds.
func TestHostileFiles(t *testing.T) {
	clienttest.OneByOne(t)
	const much = 20 << 20
	// around is a file whose only object and trailer are given.
	around := func(object, trailer string) []byte {
		b := []byte("%PDF-1.7\n1 0 obj\n" + object + "\nendobj\n")
		at := len(b)
		return fmt.Appendf(b, "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n%s\nstartxref\n%d\n%%%%EOF\n", trailer, at)
	}
	catalogue := func(form string) []byte {
		return around("<</Type/Catalog/AcroForm "+form+">>", "<</Size 2/Root 1 0 R>>")
	}
	bomb := string(deflated(t, make([]byte, 4*much)))
	stream := func(dict, data string) []byte {
		return fmt.Appendf(nil, "%%PDF-1.7\n1 0 obj\n<<%s/Length %d/Filter/FlateDecode>>stream\n%s\nendstream\nendobj\nstartxref\n9\n%%%%EOF\n", dict, len(data), data)
	}
	loop := []byte("%PDF-1.7\nxref\n0 0\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF\n")
	for name, tt := range map[string]struct {
		b    []byte
		want signature.State
	}{
		"arrays in arrays":         {around(strings.Repeat("[", much), "<</Root 1 0 R>>"), signature.TooComplex},
		"a deep trailer":           {around("null", strings.Repeat("<</A", 1<<20)), signature.TooComplex},
		"an endless string":        {around("("+strings.Repeat("(", much), "<</Root 1 0 R>>"), signature.Broken},
		"comments in comments":     {catalogue("<</Fields[" + strings.Repeat("%[\n", much/4) + "]>>"), signature.Unsigned},
		"a long array":             {catalogue("<</Fields[" + strings.Repeat("1 ", much/4) + "]>>"), signature.TooComplex},
		"a field its own child":    {catalogue("<</Fields[1 0 R]>>/Kids[1 0 R]/FT/Sig/V 1 0 R"), signature.Partial},
		"a long string a field":    {catalogue("<</Fields[" + strings.Repeat("1 0 R ", 60_000) + "]>>/T(" + strings.Repeat("x", much) + ")"), signature.TooComplex},
		"fields below a long name": {catalogue("<</Fields[<</T(" + strings.Repeat("é ", 30_000) + ")/Kids[" + strings.Repeat("<</T(b)>>", 19_990) + "]>>]>>"), signature.Unsigned},
		"sections in a circle":     {loop, signature.Broken},
		"a reference to itself":    {around("1 0 R", "<</Root 1 0 R>>"), signature.Broken},
		"a table without an end":   {[]byte("%PDF-1.7\nxref\n0 999999999999\n" + strings.Repeat("0000000009 00000 n \n", 1<<19) + "startxref\n9\n%%EOF"), signature.TooComplex},
		"a packed bomb":            {stream("/Type/XRef/W[1 1 1]/Size 9", bomb), signature.TooComplex},
		"wide rows":                {stream("/Type/XRef/W[1 1 1]/Index[0 1 0 99999999999]/Size 9", string(deflated(t, make([]byte, much)))), signature.TooComplex},
		"a negative place":         {[]byte("%PDF-1.7\nstartxref\n-5\n%%EOF"), signature.Broken},
		"a place behind the end":   {[]byte("%PDF-1.7\nstartxref\n99999\n%%EOF"), signature.Broken},
		"nothing but a head":       {[]byte("%PDF-"), signature.Broken},
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			start := time.Now()
			r := checker(t).Check(t.Context(), tt.b)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			all := (after.TotalAlloc - before.TotalAlloc) >> 20
			if r.State != tt.want || took > time.Minute || all > 200 {
				t.Errorf("%s after %s with %d MB allocated in all, want %s", r.State, took, all, tt.want)
			}
		})
	}
}

// Messages that the library would take minutes for are refused before it sees them.
func TestHostileMessages(t *testing.T) {
	for name, b := range map[string][]byte{
		"deep":             bytes.Repeat([]byte{0x30, 0x80}, 1<<20),
		"empty, unending":  bytes.Repeat([]byte{0x30, 0x80, 0, 0}, 1<<20),
		"many, unending":   append([]byte{0x30, 0x80}, bytes.Repeat([]byte{5, 0}, 1<<20)...),
		"longer than told": {0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF},
		"long tag":         bytes.Repeat([]byte{0xFF}, 1<<20),
		"child too long":   {0x30, 3, 4, 9, 0},
	} {
		start := time.Now()
		n, err := cms.Length(b)
		if err == nil && n == len(b) || time.Since(start) > time.Minute {
			t.Errorf("%s: %d of %d bytes, %v, %s", name, n, len(b), err, time.Since(start))
		}
		if _, err := cms.Parse(b, nil); err == nil || time.Since(start) > time.Minute {
			t.Errorf("%s: parsed, after %s", name, time.Since(start))
		}
	}
}

// Whatever the bytes, the answer comes and claims nothing about a file that the sample's
// signature does not cover.
func FuzzCheck(f *testing.F) {
	p := people()
	good := unsigned(f).sign(how{by: p.signer, tsa: p.tsa, at: day(2026, 11, 1), contentsDigits: 6000}).b
	whole := bytes.Clone(good)
	f.Add(good)
	f.Add(packed(f).sign(how{by: p.signer}).b)
	f.Add(unsigned(f).sign(how{by: p.signer}).sign(how{by: p.signer, level: 1}).b)
	f.Add(unsigned(f).b)
	c := checker(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		r := c.Check(t.Context(), b)
		for _, s := range r.Signatures {
			if s.Covers == signature.CoversAll && s.Chain.Known == signature.KnownYes && len(b) == len(whole) && !sameButMessage(b, whole) {
				t.Errorf("another file is called unchanged")
			}
		}
	})
}

// sameButMessage reports whether two files are the same outside the digits of /Contents.
func sameButMessage(a, b []byte) bool {
	from := bytes.Index(b, []byte("/Contents <")) + len("/Contents <")
	to := from + bytes.IndexByte(b[from:], '>')
	return bytes.Equal(a[:from], b[:from]) && bytes.Equal(a[to:], b[to:])
}

// FuzzMessage looks for messages that the decoder does not survive.
func FuzzMessage(f *testing.F) {
	p := people()
	f.Add(message(f, how{by: p.signer, tsa: p.tsa, at: day(2026, 11, 1), named: p.signer}, []byte("content")))
	f.Add(stamp(f, p.tsa, day(2026, 11, 1), []byte("content")))
	f.Fuzz(func(_ *testing.T, b []byte) {
		n, err := cms.Length(b)
		if err != nil {
			return
		}
		m, err := cms.Parse(b[:n], nil)
		if err != nil {
			return
		}
		_, _ = m.SigningTime()
		if m.Stamped() {
			_, _ = m.Stamp(nil)
		}
	})
}
