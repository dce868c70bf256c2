package outfile

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

	"motcua/tui/line/record"
)

// resume writes the rows to keep into a temporary file and replaces the file with it.
func (o *File) resume(name, format string, sum *Tally) (*os.File, error) {
	old, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = old.Close() }()
	if info, err := old.Stat(); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, ErrNoFile
	}
	kept, err := os.CreateTemp(filepath.Dir(name), ".motcua-*") // 0600
	if err != nil {
		return nil, err
	}
	w := bufio.NewWriter(kept)
	keep := func(r record.Dossier) bool {
		if r.Code == nil || r.Found == nil || o.Has(*r.Code) {
			return false
		}
		o.done[hashOf(*r.Code)] = struct{}{}
		sum.Add(r)
		return true
	}
	if format == CSV {
		err = keepCSV(old, w, keep)
	} else {
		err = keepJSON(old, w, keep)
	}
	if err == nil {
		err = w.Flush()
	}
	if err == nil {
		err = kept.Sync()
	}
	_ = old.Close() // Windows cannot replace a file that is open
	if err = errors.Join(err, kept.Close()); err == nil {
		err = os.Rename(kept.Name(), name)
	}
	if err != nil {
		_ = os.Remove(kept.Name())
		return nil, err
	}
	return os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0o600)
}

// rowMost is the maximum length of a row of an earlier run in bytes.
const rowMost = 1 << 20

// keepJSON copies the lines that have an answer.
func keepJSON(in io.Reader, out io.Writer, keep func(record.Dossier) bool) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, rowMost)
	lines.Split(wholeLines)
	for n := 0; lines.Scan(); n++ {
		var r record.Dossier
		var keys map[string]json.RawMessage
		raw := lines.Bytes()
		err := errors.Join(json.Unmarshal(raw, &r), json.Unmarshal(raw, &keys))
		if _, has := keys["found"]; err != nil || !has {
			if n == 0 || err == nil {
				return ErrNotOurs
			}
			continue // damaged: the code is asked again
		}
		if !keep(r) {
			continue
		}
		if _, err := out.Write(append(raw, '\n')); err != nil {
			return err
		}
	}
	if errors.Is(lines.Err(), bufio.ErrTooLong) {
		return ErrNotOurs
	}
	return lines.Err()
}

// wholeLines is a split function that drops a last line without a line end, because the run
// was interrupted in it.
func wholeLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		return i + 1, data[:i], nil
	}
	if atEOF {
		return len(data), nil, nil
	}
	return 0, nil, nil
}

// keepCSV copies the rows below the header that have an answer.
func keepCSV(in io.Reader, out io.Writer, keep func(record.Dossier) bool) error {
	r := csv.NewReader(&markless{r: bufio.NewReader(in)})
	r.FieldsPerRecord = -1
	header, err := r.Read()
	switch {
	case errors.Is(err, io.EOF):
		return nil // empty: treated as new
	case err != nil, !slices.Equal(header, csvHeader):
		return ErrNotOurs
	}
	if _, err := io.WriteString(out, byteOrderMark); err != nil {
		return err
	}
	w := csv.NewWriter(out)
	if err := w.Write(header); err != nil {
		return err
	}
	for {
		cells, err := r.Read()
		var damaged *csv.ParseError
		switch {
		case errors.Is(err, io.EOF), errors.As(err, &damaged): // incomplete: the remaining codes are asked again
			w.Flush()
			return w.Error()
		case err != nil:
			return err
		}
		if len(cells) == len(csvHeader) && keep(readCSV(cells)) {
			if err := w.Write(cells); err != nil {
				return err
			}
		}
	}
}

// markless skips a byte order mark.
type markless struct {
	r       *bufio.Reader
	skipped bool
}

func (m *markless) Read(p []byte) (int, error) {
	if !m.skipped {
		m.skipped = true
		if head, _ := m.r.Peek(len(byteOrderMark)); string(head) == byteOrderMark {
			_, _ = m.r.Discard(len(byteOrderMark))
		}
	}
	return m.r.Read(p)
}
