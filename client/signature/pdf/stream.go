package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
)

// pack is a decoded object stream (ISO 32000-1, 7.5.7).
type pack struct {
	data  []byte
	first int64
	count int64
}

// unpacked reads an object out of an object stream.
func (f *File) unpacked(num int64, e entry) (Value, error) {
	p, err := f.pack(e.at)
	if err != nil {
		return Value{}, err
	}
	if e.gen >= p.count {
		return Value{}, ErrBroken
	}
	l := &lexer{b: p.data, packed: true, steps: &f.steps}
	for i := int64(0); ; i++ {
		if err := l.step(); err != nil {
			return Value{}, err
		}
		is, err := l.digits()
		if err != nil {
			return Value{}, err
		}
		at, err := l.digits()
		if err != nil {
			return Value{}, err
		}
		if i < e.gen {
			continue
		}
		if is != num || p.first+at > int64(len(p.data)) {
			return Value{}, ErrBroken
		}
		l.at = int(p.first + at)
		v, err := l.value(0)
		if err != nil || v.Kind == Word {
			return Value{}, cause(err)
		}
		return v, nil
	}
}

// pack decodes an object stream once.
func (f *File) pack(num int64) (*pack, error) {
	if p := f.packs[num]; p != nil {
		return p, nil
	}
	e, ok := f.entries[num]
	if !ok || e.free || e.packed {
		return nil, ErrBroken
	}
	dict, behind, err := f.object(e.at, num, e.gen)
	if err != nil {
		return nil, err
	}
	first, count := dict.Get("First"), dict.Get("N")
	if !dict.Get("Type").Is("ObjStm") || first.Kind != Integer || count.Kind != Integer || first.Int < 0 {
		return nil, ErrBroken
	}
	data, err := f.decode(dict, behind)
	if err != nil {
		return nil, err
	}
	p := &pack{data: data, first: first.Int, count: count.Int}
	f.packs[num] = p
	return p, nil
}

// decode returns the content of the stream whose dictionary ends at a place.
func (f *File) decode(dict Value, at int) ([]byte, error) {
	raw, err := f.raw(dict, at)
	if err != nil {
		return nil, err
	}
	filter, parms := dict.Get("Filter"), dict.Get("DecodeParms")
	if filter.Kind == Array {
		if len(filter.Items) > 1 {
			return nil, ErrBroken
		}
		if len(filter.Items) == 1 {
			filter = filter.Items[0]
		} else {
			filter = Value{}
		}
	}
	if parms.Kind == Array && len(parms.Items) > 0 {
		parms = parms.Items[0]
	}
	switch {
	case filter.Kind == Null:
		return raw, f.decodes(len(raw))
	case !filter.Is("FlateDecode"):
		return nil, ErrBroken
	}
	data, err := f.inflate(raw)
	if err != nil {
		return nil, err
	}
	return unpredict(data, parms)
}

// decodes counts the bytes of decoded streams.
func (f *File) decodes(n int) error {
	if f.decoded += n; f.decoded > mostDecoded {
		return ErrTooComplex
	}
	return nil
}

// raw returns the bytes of a stream. Its length may stand in an object of its own.
func (f *File) raw(dict Value, at int) ([]byte, error) {
	l := f.lexer(at)
	l.skip()
	if !bytes.HasPrefix(f.b[l.at:], []byte("stream")) {
		return nil, ErrBroken
	}
	l.at += len("stream")
	if bytes.HasPrefix(f.b[l.at:], []byte("\r\n")) {
		l.at += 2
	} else if bytes.HasPrefix(f.b[l.at:], []byte("\n")) {
		l.at++
	}
	n := dict.Get("Length")
	if n.Kind == Reference {
		e, ok := f.entries[n.Int]
		if !ok || e.free || e.packed { // a packed length could need itself
			return nil, ErrBroken
		}
		var err error
		if n, _, err = f.object(e.at, n.Int, e.gen); err != nil {
			return nil, err
		}
	}
	if n.Kind != Integer || n.Int < 0 || n.Int > int64(len(f.b)-l.at) {
		return nil, ErrBroken
	}
	return f.b[l.at : l.at+int(n.Int)], nil
}

// inflate decompresses at most what is left of the limit.
func (f *File) inflate(raw []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, ErrBroken
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, int64(mostDecoded-f.decoded)+1))
	if err != nil {
		return nil, ErrBroken
	}
	return data, f.decodes(len(data))
}

// unpredict undoes the filters of PNG over rows of bytes, which cross-reference streams use
// (ISO 32000-1, 7.4.4.4).
func unpredict(data []byte, parms Value) ([]byte, error) {
	kind := parms.Get("Predictor")
	if kind.Kind == Null || kind.Kind == Integer && kind.Int == 1 {
		return data, nil
	}
	columns := int64(1)
	if v := parms.Get("Columns"); v.Kind == Integer {
		columns = v.Int
	}
	if kind.Kind != Integer || kind.Int < 10 || columns < 1 || columns > 4096 || parms.Count("Colors") > 0 && parms.Get("Colors").Int != 1 ||
		parms.Count("BitsPerComponent") > 0 && parms.Get("BitsPerComponent").Int != 8 {
		return nil, ErrBroken
	}
	n := int(columns)
	out := make([]byte, 0, len(data))
	above := make([]byte, n)
	for len(data) > n {
		row := data[1 : n+1]
		if err := unfilter(data[0], row, above); err != nil {
			return nil, err
		}
		out = append(out, row...)
		above, data = row, data[n+1:]
	}
	return out, nil
}

// unfilter undoes the filter of one row, whose bytes are one component each.
func unfilter(kind byte, row, above []byte) error {
	for i := range row {
		var left, corner byte
		if i > 0 {
			left, corner = row[i-1], above[i-1]
		}
		switch kind {
		case 0:
		case 1:
			row[i] += left
		case 2:
			row[i] += above[i]
		case 3:
			row[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			row[i] += paeth(left, above[i], corner)
		default:
			return ErrBroken
		}
	}
	return nil
}

// paeth is the neighbour that is nearest to left + up - corner.
func paeth(left, up, corner byte) byte {
	p := int(left) + int(up) - int(corner)
	away := func(c byte) int { return max(p-int(c), int(c)-p) }
	switch {
	case away(left) <= away(up) && away(left) <= away(corner):
		return left
	case away(up) <= away(corner):
		return up
	}
	return corner
}
