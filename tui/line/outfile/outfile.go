package outfile

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

	"motcua/client/clean"
	"motcua/tui/line/record"
)

// The formats of --format.
const (
	JSON = "jsonl"
	CSV  = "csv"
)

// Rows receives the answers of a list one by one. It writes each row completely and
// immediately, so that an interrupted run loses none.
type Rows interface{ Row(r record.Dossier) error }

// Reasons why a file cannot be written.
var (
	ErrNotOurs = errors.New("holds something else")
	ErrNoFile  = errors.New("not a plain file")
)

// csvHeader contains the columns: the keys of the JSON, with lists joined by semicolons,
// and the error in two columns.
var csvHeader = []string{
	"code", "found", "status", "status_code", "status_name", "procedure_code", "procedure_name", "agency_name",
	"received_at", "due_at", "finished_at", "timeliness", "working_days_left", "next_step", "missing", "fees",
	"proof", "as_of", "stale", "source", "error_kind", "error",
	"calendar_doubt",
}

// csvRows writes comma-separated values (RFC 4180). A file begins with a byte order mark,
// because spreadsheets only then read it as UTF-8.
type csvRows struct {
	w      io.Writer
	buf    bytes.Buffer
	mark   bool
	headed bool
}

// NewCSV returns rows for a pipe, without a byte order mark.
func NewCSV(w io.Writer) Rows { return &csvRows{w: w} }

// byteOrderMark tells a spreadsheet that the file is UTF-8.
const byteOrderMark = "\ufeff"

func (c *csvRows) Row(r record.Dossier) error {
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

func csvCells(r record.Dossier) []string {
	str := func(s *string) string {
		if s == nil {
			return ""
		}
		return clean.Harmless(*s)
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
	var missing, fees, kind, sentence, doubt string
	if r.CalendarDoubt != nil {
		doubt = r.CalendarDoubt.Sentence
	}
	if r.Missing != nil {
		missing = clean.Harmless(strings.Join(*r.Missing, "; "))
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
		fees = clean.Harmless(strings.Join(all, "; "))
	}
	if r.Error != nil {
		kind, sentence = r.Error.Kind, clean.Harmless(r.Error.Sentence)
	}
	return []string{
		str(r.Code), yes(r.Found), str(r.Status), num(r.StatusCode), str(r.StatusName), str(r.ProcedureCode), str(r.ProcedureName),
		str(r.AgencyName), str(r.ReceivedAt), str(r.DueAt), str(r.FinishedAt), str(r.Timeliness), num(r.WorkingDaysLeft),
		str(r.NextStep), missing, fees, str(r.Proof), str(r.AsOf), yes(r.Stale), str(r.Source), kind, sentence, doubt,
	}
}

// readCSV returns the part of a row that a resumed run counts.
func readCSV(cells []string) record.Dossier {
	at := func(name string) string { return cells[slices.Index(csvHeader, name)] }
	r := record.Dossier{Code: record.OrNull(at("code")), Status: record.OrNull(at("status")), Timeliness: record.OrNull(at("timeliness"))}
	if found, err := strconv.ParseBool(at("found")); err == nil {
		r.Found = &found
	}
	if n, err := strconv.Atoi(at("working_days_left")); err == nil {
		r.WorkingDaysLeft = &n
	}
	if doubt := at("calendar_doubt"); doubt != "" {
		r.CalendarDoubt = &record.Doubt{Sentence: doubt}
	}
	return r
}

// jsonRows writes one object a line.
type jsonRows struct{ w io.Writer }

func (j jsonRows) Row(r record.Dossier) error {
	_, err := io.WriteString(j.w, record.Encode(r)+"\n")
	return err
}

// File is the file of --out. It stores a hash of each code that has an answer in it: a
// million take some 40 MB.
type File struct {
	Name string
	f    *os.File
	rows Rows
	done map[[16]byte]struct{}
}

func hashOf(code string) [16]byte {
	sum := sha256.Sum256([]byte(code))
	return [16]byte(sum[:16])
}

// Has reports whether the file contains an answer for a code.
func (o *File) Has(code string) bool { _, ok := o.done[hashOf(code)]; return ok }

// Answered returns the number of codes with an answer.
func (o *File) Answered() int { return len(o.done) }

// Row adds an answer.
func (o *File) Row(r record.Dossier) error {
	if err := o.rows.Row(r); err != nil {
		return err
	}
	if r.Found != nil && r.Code != nil {
		o.done[hashOf(*r.Code)] = struct{}{}
	}
	return nil
}

// Close closes the file once its data is on the disk.
func (o *File) Close() error {
	err := o.f.Sync()
	return errors.Join(err, o.f.Close())
}

// Open creates the file, or continues one of an earlier run: rows with an answer stay;
// those without one and an incomplete last row are removed, so that their codes are asked
// again. A file with other content is not changed, and the error is ErrNotOurs.
func Open(name, format string, sum *Tally) (*File, error) {
	o := &File{Name: name, done: map[[16]byte]struct{}{}}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, os.ErrExist) {
		f, err = o.resume(name, format, sum)
	}
	if err != nil {
		return nil, err
	}
	o.f = f
	if format == CSV {
		c := &csvRows{w: f, mark: true}
		if info, err := f.Stat(); err == nil {
			c.headed = info.Size() > 0
		}
		o.rows = c
	} else {
		o.rows = jsonRows{f}
	}
	return o, nil
}
