package line

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/time/rate"

	"motcua/client/clean"
	"motcua/client/code"
)

// listRate is how many codes of a list are looked up a second: a thousand take
// some three minutes, and a portal hardly notices.
const (
	listRate = 5
	rateMost = 100
)

// The formats of --format.
const (
	formatJSON = "jsonl"
	formatCSV  = "csv"
)

// listFlags turn the look-up of a list into work that a program goes on with.
type listFlags struct {
	file, out, format string
	rate              float64
	set               bool // one of them was given
}

func (l *listFlags) add(cmd *cobra.Command, d Deps) {
	t := &d.texts(cmd).Batch
	f := cmd.Flags()
	if !d.NoFiles {
		cmd.Long += "\n\n" + t.Long
		cmd.Example += "\n  " + fmt.Sprintf(t.Example, d.Name)
		f.StringVar(&l.file, "file", "", t.FlagFile)
		f.StringVar(&l.out, "out", "", t.FlagOut)
	}
	f.StringVar(&l.format, "format", "", t.FlagFormat)
	f.Float64Var(&l.rate, "rate", 0, t.FlagRate)
}

// usage is the sentence for wrong flags, "" for right ones. It fills in the
// format that follows from the name of the file.
func (l *listFlags) usage(r *run, cmd *cobra.Command, stdin int, watch bool) string {
	t := &r.t.Batch
	l.set = slices.ContainsFunc([]string{"file", "out", "format", "rate"}, func(name string) bool {
		f := cmd.Flag(name)
		return f != nil && f.Changed
	})
	if l.format == "" && l.out != "" {
		l.format = formatJSON
		if strings.EqualFold(filepath.Ext(l.out), ".csv") {
			l.format = formatCSV
		}
	}
	switch f := cmd.Flag("rate"); {
	case l.set && watch:
		return t.WatchList
	case l.format != "" && l.format != formatJSON && l.format != formatCSV:
		return fmt.Sprintf(t.BadFormat, clean.Line(l.format))
	case l.format == formatCSV && r.json && l.out == "":
		return t.JSONAndCSV
	case f != nil && f.Changed && (!(l.rate > 0) || l.rate > rateMost):
		return fmt.Sprintf(t.BadRate, rateMost)
	case l.file == stdinArg && stdin > 0:
		return r.t.Line.OneStdin
	}
	return ""
}

// list is how the codes of one run are worked through.
type list struct {
	batch  bool      // flags of a list were given
	in     io.Reader // of --file
	pace   *rate.Limiter
	rows   rows // of --out or --format; nil: as a person or --json wants it
	file   *outFile
	sum    *tally
	bar    *bar
	downs  int           // look-ups in a row that no system answered
	heard  time.Time     // when it was last told to wait, or had no answer
	paused time.Duration // in all, for that
	began  time.Time
	timed  bool // told at the end when the pace was not reached
	gaveUp bool
	closes []io.Closer
}

// ready opens what the flags name. wrong is a sentence about what cannot be used.
func (t *tracker) ready(f listFlags, stdin int) (wrong string, err error) {
	l := &t.list
	words := &t.t.Batch
	l.batch, l.sum, l.began = f.set, &tally{}, time.Now()
	l.timed = f.rate > 0 && t.Rate >= 0 && f.file != "" && f.file != stdinArg
	if f.set || stdin > 0 {
		l.pace = pacer(f.rate, t.Rate)
	}
	total := 0
	switch f.file {
	case "":
	case stdinArg:
		l.in = t.In
	default:
		in, n, err := openList(f.file)
		if err != nil {
			return fmt.Sprintf(words.NoFile, clean.Line(f.file), reason(err, t)), err
		}
		l.in, total = in, n
		l.closes = append(l.closes, in)
	}
	switch {
	case f.out != "":
		l.file, err = openOut(f.out, f.format, l.sum)
		if err != nil {
			_ = t.close()
			return t.noOutWords(f.out, err), err
		}
		l.rows, t.json = l.file, true
		if n := l.file.answered(); n > 0 {
			t.tell(fmt.Sprintf(words.Resumed, t.t.Number(int64(n))))
		}
	case f.format == formatCSV:
		t.json, l.rows = true, newCSV(t.Out, false)
	case f.format == formatJSON:
		t.json = true
	}
	if f.set {
		l.bar = newBar(t, total, f.out != "")
	}
	return "", nil
}

// reason puts into words why a file cannot be used; a system's own words are in
// a language of their own.
func reason(err error, t *tracker) string {
	w := &t.t.Batch
	switch {
	case errors.Is(err, os.ErrNotExist):
		return w.NotThere
	case errors.Is(err, os.ErrPermission):
		return w.NotAllowed
	case errors.Is(err, errNotOurs):
		return w.NotOurs
	case errors.Is(err, errNoFile):
		return w.NoPlainFile
	case errors.Is(err, errSpreadsheet):
		return w.NoText
	case errors.Is(err, syscall.ENOSPC):
		return w.Full
	}
	var path *os.PathError
	if errors.As(err, &path) {
		err = path.Err // the sentence names the file already
	}
	return clean.Line(err.Error())
}

// openList opens a file of codes and counts them.
func openList(name string) (in *os.File, codes int, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		err = errNoFile
	}
	if err == nil && info.Mode().IsRegular() { // not what can be read only once
		entriesFrom(f, func(e entry) bool {
			if e.note == nil {
				codes++
			}
			if errors.Is(e.err, errBroken) || errors.Is(e.err, errSpreadsheet) {
				err = e.err
			}
			return err == nil
		})
		if err == nil {
			_, err = f.Seek(0, io.SeekStart)
		}
	}
	if err != nil {
		_ = f.Close()
		return nil, 0, err
	}
	return f, codes, nil
}

// close ends the files of a run and gives the exit code of that.
func (t *tracker) close() int {
	code := ExitAnswered
	for _, c := range t.list.closes {
		_ = c.Close() // was only read
	}
	if f := t.list.file; f != nil {
		if err := f.close(); err != nil && t.broken == nil {
			t.noOut(f.name, err)
			code = ExitFailed
		}
	}
	t.list.closes, t.list.file = nil, nil
	return code
}

// put writes one row where rows are wanted, and counts it in any case.
func (t *tracker) put(r trackJSON) {
	l := &t.list
	if l.sum != nil {
		l.sum.add(r)
		l.step()
	}
	switch {
	case !t.json || t.broken != nil:
	case l.rows != nil:
		if err := l.rows.row(r); err != nil {
			l.bar.end()
			t.code = worse(t.code, ExitFailed)
			if l.file != nil {
				t.noOut(l.file.name, err)
				t.tell(fold(t.t.Batch.GoOn, "", t.Width)...)
			}
			t.broken = err
		}
	default:
		l.bar.clear()
		t.say(encode(r))
	}
}

// noOut tells why the file of --out cannot be written to.
func (t *tracker) noOut(name string, err error) { t.tell(t.noOutWords(name, err)) }

func (t *tracker) noOutWords(name string, err error) string {
	return fmt.Sprintf(t.t.Batch.NoOut, clean.Line(name), reason(err, t))
}

// reached is how many look-ups a second were made where --rate asked for more that
// a file could give; 0 where that pace was kept, or nobody can say.
func (l *list) reached(asked int) int {
	took := time.Since(l.began) - l.paused
	if !l.timed || asked < 50 || took <= 0 {
		return 0
	}
	if a := float64(asked) / took.Seconds(); a < 0.9*float64(l.pace.Limit()) {
		return int(a + 0.5)
	}
	return 0
}

// beside tells of one code. With --out the row holds the sentence already.
func (t *tracker) beside(sentence string) {
	if t.list.file != nil {
		return
	}
	t.list.bar.clear()
	t.tell(fold(sentence, "", t.Width)...)
}

// has tells whether --out holds an answer already.
func (l *list) has(c code.Dossier) bool { return l.file != nil && l.file.has(c.String()) }

// step counts one code of the list, for the bar.
func (l *list) step() { l.bar.step(l.sum) }
