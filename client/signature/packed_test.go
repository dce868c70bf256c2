package signature_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"testing"
)

// packed is a file as newer programs write it: catalogue and pages in an object stream, places in
// a cross-reference stream with a predictor.
func packed(t testing.TB) *sample {
	t.Helper()
	s := &sample{t: t, b: []byte("%PDF-1.7\n"), size: 6}
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>",
	}
	var head, body string
	for i, o := range objects {
		head += fmt.Sprintf("%d %d ", i+1, len(body))
		body += o + " "
	}
	data := deflated(t, []byte(head+body))
	at := len(s.b)
	s.b = fmt.Appendf(s.b, "4 0 obj\n<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>stream\n%s\nendstream\nendobj\n", len(objects), len(head), len(data), data)
	s.last = len(s.b)
	var rows bytes.Buffer
	above := make([]byte, 5)
	row := func(kind byte, place uint16, index byte) {
		r := []byte{kind, 0, 0, 0, index}
		binary.BigEndian.PutUint16(r[2:], place)
		rows.WriteByte(2) // less the row above
		for i := range r {
			rows.WriteByte(r[i] - above[i])
		}
		above = r
	}
	row(0, 0, 0)
	for i := range objects {
		row(2, 4, byte(i))
	}
	row(1, uint16(at), 0)
	row(1, uint16(s.last), 0)
	table := deflated(t, rows.Bytes())
	s.b = fmt.Appendf(s.b, "5 0 obj\n<</Type/XRef/Size 6/W[1 3 1]/Root 1 0 R/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 5>>/Length %d>>stream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", len(table), table, s.last)
	return s
}

func deflated(t testing.TB, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	if _, err := w.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
