package line

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
)

// rows takes the answers of a list one by one. Each row is written whole, at
// once: an interrupted run loses none that it had.
type rows interface{ row(r trackJSON) error }

var (
	errNotOurs = errors.New("holds something else")
	errNoFile  = errors.New("not a plain file")
)

// csvHeader are the columns: the keys of the JSON, with lists joined by
// semicolons, and the error in two.
var csvHeader = []string{
	"code", "found", "status", "status_code", "status_name", "procedure_code", "procedure_name", "agency_name",
	"received_at", "due_at", "finished_at", "timeliness", "working_days_left", "next_step", "missing", "fees",
	"proof", "as_of", "stale", "source", "error_kind", "error",
}

// csvRows writes comma-separated values (RFC 4180). A spreadsheet reads them as
// UTF-8 only behind a byte order mark, which a file therefore begins with.
type csvRows struct {
	w      io.Writer
	buf    bytes.Buffer
	mark   bool
	headed bool
}

func newCSV(w io.Writer, mark bool) *csvRows { return &csvRows{w: w, mark: mark} }

const byteOrderMark = "\ufeff"

func (c *csvRows) row(r trackJSON) error {
	c.buf.Reset()
	w := csv.NewWriter(&c.buf)
	if !c.headed {
		if c.mark {
			c.buf.WriteString(byteOrderMark)
		}
		if err := w.Write(csvHeader); err != nil {
			return err
		}
	}
	if err := w.Write(csvCells(r)); err != nil {
		return err
	}
	w.Flush()
	_, err := c.w.Write(c.buf.Bytes())
	c.headed = c.headed || err == nil
	return err
}

func csvCells(r trackJSON) []string {
	str := func(s *string) string {
		if s == nil {
			return ""
		}
		return harmless(*s)
	}
	num := func(n *int) string {
		if n == nil {
			return ""
		}
		return strconv.Itoa(*n)
	}
	yes := func(b *bool) string {
		if b == nil {
			return ""
		}
		return strconv.FormatBool(*b)
	}
	var missing, fees, kind, sentence string
	if r.Missing != nil {
		missing = harmless(strings.Join(*r.Missing, "; "))
	}
	if r.Fees != nil {
		var all []string
		for _, f := range *r.Fees {
			s := str(f.Name)
			if f.Amount != nil {
				s += " " + strconv.FormatInt(*f.Amount, 10)
			}
			all = append(all, strings.TrimSpace(s))
		}
		fees = harmless(strings.Join(all, "; "))
	}
	if r.Error != nil {
		kind, sentence = r.Error.Kind, harmless(r.Error.Sentence)
	}
	return []string{
		str(r.Code), yes(r.Found), str(r.Status), num(r.StatusCode), str(r.StatusName), str(r.ProcedureCode), str(r.ProcedureName),
		str(r.AgencyName), str(r.ReceivedAt), str(r.DueAt), str(r.FinishedAt), str(r.Timeliness), num(r.WorkingDaysLeft),
		str(r.NextStep), missing, fees, str(r.Proof), str(r.AsOf), yes(r.Stale), str(r.Source), kind, sentence,
	}
}

// harmless keeps a spreadsheet from taking a portal's text for a formula.
func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// readCSV is the part of a row that a resumed run counts.
func readCSV(cells []string) trackJSON {
	at := func(name string) string { return cells[slices.Index(csvHeader, name)] }
	r := trackJSON{Code: orNull(at("code")), Status: orNull(at("status")), Timeliness: orNull(at("timeliness"))}
	if found, err := strconv.ParseBool(at("found")); err == nil {
		r.Found = &found
	}
	if n, err := strconv.Atoi(at("working_days_left")); err == nil {
		r.WorkingDaysLeft = &n
	}
	return r
}

// jsonRows writes an object a line.
type jsonRows struct{ w io.Writer }

func (j jsonRows) row(r trackJSON) error {
	_, err := io.WriteString(j.w, encode(r)+"\n")
	return err
}

// outFile is the file of --out. It remembers which codes it has answers for, by a
// hash: a million take some 40 MB.
type outFile struct {
	f    *os.File
	name string
	rows rows
	done map[[16]byte]struct{}
}

func hashOf(code string) [16]byte {
	sum := sha256.Sum256([]byte(code))
	return [16]byte(sum[:16])
}

func (o *outFile) has(code string) bool { _, ok := o.done[hashOf(code)]; return ok }
func (o *outFile) answered() int        { return len(o.done) }

func (o *outFile) row(r trackJSON) error {
	if err := o.rows.row(r); err != nil {
		return err
	}
	if r.Found != nil && r.Code != nil {
		o.done[hashOf(*r.Code)] = struct{}{}
	}
	return nil
}

func (o *outFile) close() error {
	err := o.f.Sync()
	return errors.Join(err, o.f.Close())
}

// openOut makes the file, or goes on with one of an earlier run: rows with an
// answer stay, those without one and a row that was cut off are taken out, to be
// asked again. A file that holds anything else is left alone.
func openOut(name, format string, sum *tally) (*outFile, error) {
	o := &outFile{name: name, done: map[[16]byte]struct{}{}}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, os.ErrExist) {
		f, err = o.resume(name, format, sum)
	}
	if err != nil {
		return nil, err
	}
	o.f = f
	if format == formatCSV {
		c := newCSV(f, true)
		if info, err := f.Stat(); err == nil {
			c.headed = info.Size() > 0
		}
		o.rows = c
	} else {
		o.rows = jsonRows{f}
	}
	return o, nil
}
