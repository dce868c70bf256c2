package pdf

import "bytes"

// sections reads the newest cross-reference section and those before it. Of an object that
// stands in several the newest section counts.
func (f *File) sections(at int64) error {
	seen := map[int64]bool{}
	for first := true; ; first = false {
		if seen[at] || len(seen) >= mostSections {
			return ErrBroken
		}
		seen[at] = true
		trailer, err := f.section(at)
		if err != nil {
			return err
		}
		if first {
			f.trailer = trailer
		}
		prev := trailer.Get("Prev")
		if prev.Kind == Null {
			return nil
		}
		if prev.Kind != Integer {
			return ErrBroken
		}
		at = prev.Int
	}
}

// section reads a table or a stream.
func (f *File) section(at int64) (Value, error) {
	if at <= 0 || at >= int64(len(f.b)) {
		return Value{}, ErrBroken
	}
	l := f.lexer(int(at))
	l.skip()
	if !bytes.HasPrefix(f.b[l.at:], []byte("xref")) {
		return f.stream(at)
	}
	l.at += len("xref")
	var table []row
	for {
		l.skip()
		if bytes.HasPrefix(f.b[l.at:], []byte("trailer")) {
			break
		}
		var err error
		if table, err = part(l, table); err != nil {
			return Value{}, err
		}
	}
	l.at += len("trailer")
	trailer, err := l.value(0)
	if err != nil || trailer.Kind != Dict {
		return Value{}, cause(err)
	}
	// A file for old and new programs has a stream beside its table, for objects that the table
	// calls free (7.5.8.4).
	if more := trailer.Get("XRefStm"); more.Kind == Integer {
		if _, err := f.stream(more.Int); err != nil {
			return Value{}, err
		}
	}
	for _, r := range table {
		if err := f.add(r.num, r.entry); err != nil {
			return Value{}, err
		}
	}
	return trailer, nil
}

// row is a line of a table.
type row struct {
	num int64
	entry
}

// part reads one part of a table: the number of its first object, how many, and a line each.
func part(l *lexer, table []row) ([]row, error) {
	first, err := l.digits()
	if err != nil {
		return nil, err
	}
	count, err := l.digits()
	if err != nil {
		return nil, err
	}
	for i := range count {
		if err := l.step(); err != nil {
			return nil, err
		}
		at, err := l.digits()
		if err != nil {
			return nil, err
		}
		gen, err := l.digits()
		if err != nil {
			return nil, err
		}
		l.skip()
		if l.at >= len(l.b) || l.b[l.at] != 'n' && l.b[l.at] != 'f' {
			return nil, ErrBroken
		}
		if len(table) >= mostEntries {
			return nil, ErrTooComplex
		}
		table = append(table, row{first + i, entry{free: l.b[l.at] == 'f', at: at, gen: gen}})
		l.at++
	}
	return table, nil
}

// add keeps an entry unless a newer section has one.
func (f *File) add(num int64, e entry) error {
	if _, ok := f.entries[num]; ok {
		return nil
	}
	if len(f.entries) >= mostEntries {
		return ErrTooComplex
	}
	f.entries[num] = e
	return nil
}

// stream reads a cross-reference stream (ISO 32000-1, 7.5.8).
func (f *File) stream(at int64) (Value, error) {
	if at <= 0 || at >= int64(len(f.b)) {
		return Value{}, ErrBroken
	}
	l := f.lexer(int(at))
	num, err := l.digits()
	if err != nil {
		return Value{}, err
	}
	gen, err := l.digits()
	if err != nil {
		return Value{}, err
	}
	dict, behind, err := f.object(at, num, gen)
	if err != nil {
		return Value{}, err
	}
	if dict.Kind != Dict || !dict.Get("Type").Is("XRef") {
		return Value{}, ErrBroken
	}
	data, err := f.decode(dict, behind)
	if err != nil {
		return Value{}, err
	}
	return dict, f.rows(dict, data)
}

// rows reads the entries of a cross-reference stream.
func (f *File) rows(dict Value, data []byte) error {
	var w [3]int
	widths := dict.Get("W")
	if len(widths.Items) < len(w) {
		return ErrBroken
	}
	wide := 0
	for i := range w {
		v := widths.Items[i]
		if v.Kind != Integer || v.Int < 0 || v.Int > 7 {
			return ErrBroken
		}
		w[i] = int(v.Int)
		wide += w[i]
	}
	if wide == 0 {
		return ErrBroken
	}
	index := dict.Get("Index").Items
	if dict.Count("Index") == 0 {
		index = []Value{{Kind: Integer}, dict.Get("Size")}
	}
	for ; len(index) >= 2; index = index[2:] {
		first, count := index[0], index[1]
		if first.Kind != Integer || count.Kind != Integer || first.Int < 0 || first.Int > 1<<40 {
			return ErrBroken
		}
		for i := range count.Int {
			if len(data) < wide {
				return ErrBroken
			}
			if err := f.addRow(first.Int+i, data[:wide], w); err != nil {
				return err
			}
			data = data[wide:]
		}
	}
	return nil
}

// addRow keeps one row of a cross-reference stream.
func (f *File) addRow(num int64, row []byte, w [3]int) error {
	var field [3]int64
	field[0] = 1 // when its width is 0
	for i, n := range w {
		if n > 0 {
			field[i] = 0
		}
		for _, c := range row[:n] {
			field[i] = field[i]<<8 | int64(c)
		}
		row = row[n:]
	}
	switch field[0] {
	case 0:
		return f.add(num, entry{free: true})
	case 1:
		return f.add(num, entry{at: field[1], gen: field[2]})
	case 2:
		return f.add(num, entry{packed: true, at: field[1], gen: field[2]})
	}
	return nil // a type of the future counts as no object
}
