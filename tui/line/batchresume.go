package line

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
)

// resume writes what is worth keeping beside the file and puts it in its place.
func (o *outFile) resume(name, format string, sum *tally) (*os.File, error) {
	old, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = old.Close() }()
	if info, err := old.Stat(); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, errNoFile
	}
	kept, err := os.CreateTemp(filepath.Dir(name), ".motcua-*") // 0600
	if err != nil {
		return nil, err
	}
	w := bufio.NewWriter(kept)
	keep := func(r trackJSON) bool {
		if r.Code == nil || r.Found == nil || o.has(*r.Code) {
			return false
		}
		o.done[hashOf(*r.Code)] = struct{}{}
		sum.add(r)
		return true
	}
	if format == formatCSV {
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
	_ = old.Close() // Windows renames over no open file
	if err = errors.Join(err, kept.Close()); err == nil {
		err = os.Rename(kept.Name(), name)
	}
	if err != nil {
		_ = os.Remove(kept.Name())
		return nil, err
	}
	return os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0o600)
}

// rowMost is how long a row of an earlier run may be, in bytes.
const rowMost = 1 << 20

// keepJSON copies the lines with an answer.
func keepJSON(in io.Reader, out io.Writer, keep func(trackJSON) bool) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, rowMost)
	lines.Split(wholeLines)
	for n := 0; lines.Scan(); n++ {
		var r trackJSON
		var keys map[string]json.RawMessage
		raw := lines.Bytes()
		err := errors.Join(json.Unmarshal(raw, &r), json.Unmarshal(raw, &keys))
		if _, has := keys["found"]; err != nil || !has {
			if n == 0 || err == nil {
				return errNotOurs
			}
			continue // damaged: it is asked again
		}
		if !keep(r) {
			continue
		}
		if _, err := out.Write(append(raw, '\n')); err != nil {
			return err
		}
	}
	if errors.Is(lines.Err(), bufio.ErrTooLong) {
		return errNotOurs
	}
	return lines.Err()
}

// wholeLines leaves out a last line without its end: the run broke off in it.
func wholeLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		return i + 1, data[:i], nil
	}
	if atEOF {
		return len(data), nil, nil
	}
	return 0, nil, nil
}

// keepCSV copies the rows with an answer below the header.
func keepCSV(in io.Reader, out io.Writer, keep func(trackJSON) bool) error {
	r := csv.NewReader(&markless{r: bufio.NewReader(in)})
	r.FieldsPerRecord = -1
	header, err := r.Read()
	switch {
	case errors.Is(err, io.EOF):
		return nil // empty: as good as new
	case err != nil, !slices.Equal(header, csvHeader):
		return errNotOurs
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
		case errors.Is(err, io.EOF), errors.As(err, &damaged): // cut off: the rest is asked again
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
