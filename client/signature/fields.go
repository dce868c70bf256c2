package signature

import (
	"bytes"
	"slices"
	"strings"

	"motcua/client/clean"
	"motcua/client/signature/pdf"
)

// Limits of a file.
const (
	// MostBytes is the largest file. A decision of twenty scanned pages has 10 MB.
	MostBytes = 64 << 20
	// mostFields is how many fields of the form are looked at.
	mostFields = 20_000
	// mostSignatures is how many signatures a file may have.
	mostSignatures = 64
	// mostName is how many bytes of the name of a field are read.
	mostName = 1_024
)

// field is a field of the form with a signature in it.
type field struct {
	name string
	dict pdf.Value
}

// signed returns the fields with signatures (12.7). The file is searched from its form, as the
// programs that show it do.
func signed(f *pdf.File) ([]field, error) {
	root, err := f.Get(f.Trailer(), "Root")
	if err != nil {
		return nil, err
	}
	if root.Kind != pdf.Dict {
		return nil, pdf.ErrBroken
	}
	form, err := f.Get(root, "AcroForm")
	if err != nil {
		return nil, err
	}
	list, err := f.Get(form, "Fields")
	if err != nil {
		return nil, err
	}
	w := fieldWalk{file: f, seen: map[int64]bool{}, left: mostFields}
	err = w.all(list.Items, false, nil)
	return w.found, err
}

// fieldWalk goes over the tree of fields and looks at none twice.
type fieldWalk struct {
	file  *pdf.File
	seen  map[int64]bool
	left  int
	found []field
}

// all goes over fields below others, of which it gets the names: as they stand, since most fields
// are no signatures and nobody sees theirs.
func (w *fieldWalk) all(list []pdf.Value, isSig bool, above []pdf.Value) error {
	const deepest = 32
	if len(above) > deepest {
		return pdf.ErrTooComplex
	}
	for _, v := range list {
		if w.left--; w.left < 0 {
			return pdf.ErrTooComplex
		}
		if v.Kind == pdf.Reference {
			if w.seen[v.Int] {
				continue
			}
			w.seen[v.Int] = true
		}
		if err := w.one(v, isSig, above); err != nil {
			return err
		}
	}
	return nil
}

func (w *fieldWalk) one(v pdf.Value, isSig bool, above []pdf.Value) error {
	v, err := w.file.Resolve(v)
	if err != nil || v.Kind != pdf.Dict {
		return err
	}
	names := append(slices.Clip(above), v.Get("T"))
	if t := v.Get("FT"); t.Kind == pdf.Name {
		isSig = t.Is("Sig")
	}
	if isSig {
		dict, err := w.file.Get(v, "V")
		if err != nil {
			return err
		}
		known := slices.ContainsFunc(w.found, func(f field) bool { return f.dict.From == dict.From && f.dict.Packed == dict.Packed })
		if dict.Kind == pdf.Dict && !known {
			if len(w.found) == mostSignatures {
				return pdf.ErrTooComplex
			}
			w.found = append(w.found, field{nameOf(names), dict})
		}
	}
	kids, err := w.file.Get(v, "Kids")
	if err != nil {
		return err
	}
	return w.all(kids.Items, isSig, names)
}

// nameOf is the name of a field, "form.signature" (12.7.3.2). Those between may have none.
func nameOf(names []pdf.Value) string {
	var parts []string
	for _, t := range names {
		if t.Kind == pdf.String {
			t.Bytes = t.Bytes[:min(len(t.Bytes), mostName)]
			parts = append(parts, clean.Line(t.Text()))
		}
	}
	return clean.Line(strings.Join(parts, "."))
}

// hidden counts the byte ranges in the file that belong to none of the signatures.
func hidden(b []byte, found []field) int {
	n := 0
	for at := 0; ; {
		i := bytes.Index(b[at:], []byte("/ByteRange"))
		if i < 0 {
			return n
		}
		at += i
		if !slices.ContainsFunc(found, func(f field) bool { return !f.dict.Packed && f.dict.From <= at && at < f.dict.To }) {
			n++
		}
		at++
	}
}

// level returns what a certifying signature allows to be added, 0 for one that certifies
// nothing.
func level(f *pdf.File, dict pdf.Value) (int, error) {
	refs, err := f.Get(dict, "Reference")
	if err != nil {
		return 0, err
	}
	for _, v := range refs.Items[:min(len(refs.Items), 16)] {
		ref, err := f.Resolve(v)
		if err != nil {
			return 0, err
		}
		if !ref.Get("TransformMethod").Is("DocMDP") {
			continue
		}
		parms, err := f.Get(ref, "TransformParams")
		if err != nil {
			return 0, err
		}
		if p := parms.Get("P"); p.Kind == pdf.Integer && p.Int >= 1 && p.Int <= 3 {
			return int(p.Int), nil
		}
		return 2, nil // by default
	}
	return 0, nil
}
