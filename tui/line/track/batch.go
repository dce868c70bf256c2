package track

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
	"motcua/tui/line/codelist"
	"motcua/tui/line/exit"
	"motcua/tui/line/listbar"
	"motcua/tui/line/outfile"
	"motcua/tui/line/patience"
	"motcua/tui/line/record"
	"motcua/tui/line/verb"
	"motcua/tui/text/topic"
	"motcua/tui/wrap"
)

// listRate is how many codes of a list are looked up a second: a thousand codes take some
// three minutes, and the load on a portal is small.
const (
	listRate = 5
	rateMost = 100
)

// listFlags are the flags for a list of codes that other programs process further.
type listFlags struct {
	file, out, format string
	rate              float64
	set               bool // one of them was given
}

func (l *listFlags) add(cmd *cobra.Command, d verb.Deps) {
	t := &d.TextsOf(cmd).Batch
	f := cmd.Flags()
	if !d.NoFiles {
		cmd.Long += "\n\n" + t.Long
		cmd.Example += "\n  " + fmt.Sprintf(t.Example, d.Name)
		f.StringVar(&l.file, "file", "", t.FlagFile)
		f.StringVar(&l.out, "out", "", t.FlagOut)
	}
	f.StringVar(&l.format, "format", "", t.FlagFormat)
	d.CompleteFlag(cmd, "format", cobra.FixedCompletions([]string{outfile.JSON, outfile.CSV}, cobra.ShellCompDirectiveNoFileComp))
	f.Float64Var(&l.rate, "rate", 0, t.FlagRate)
}

// usage returns the message for wrong flags, "" for right ones.
func (l *listFlags) usage(r *verb.Run, cmd *cobra.Command, stdin int, watch bool) string {
	t := &r.Texts.Batch
	if r.Sheet != nil && (l.out != "" || l.format != "" || watch) {
		return topic.Table.In(r.Texts).NotOut
	}
	l.fill(cmd)
	switch f := cmd.Flag("rate"); {
	case l.set && watch:
		return t.WatchList
	case l.format != "" && l.format != outfile.JSON && l.format != outfile.CSV:
		return fmt.Sprintf(t.BadFormat, clean.Line(l.format))
	case l.format == outfile.CSV && r.JSON && l.out == "":
		return t.JSONAndCSV
	case f != nil && f.Changed && (!(l.rate > 0) || l.rate > rateMost):
		return fmt.Sprintf(t.BadRate, rateMost)
	case l.file == codelist.Stdin && stdin > 0:
		return r.Texts.Line.OneStdin
	}
	return ""
}

// fill notes whether one of the flags was given, and takes the format from the name of the file
// where only that was given.
func (l *listFlags) fill(cmd *cobra.Command) {
	l.set = slices.ContainsFunc([]string{"file", "out", "format", "rate"}, func(name string) bool {
		f := cmd.Flag(name)
		return f != nil && f.Changed
	})
	if l.format == "" && l.out != "" {
		l.format = outfile.JSON
		if strings.EqualFold(filepath.Ext(l.out), ".csv") {
			l.format = outfile.CSV
		}
	}
}

// list is the state of working through the codes of one run.
type list struct {
	batch  bool      // one of listFlags was given
	in     io.Reader // of --file
	pace   *rate.Limiter
	rows   outfile.Rows // of --out or --format; nil: output for a person or for --json
	file   *outfile.File
	sum    *outfile.Tally
	bar    *listbar.Bar
	downs  int           // consecutive look-ups that no system answered
	heard  time.Time     // time of the last request to wait, or of the last missing answer
	paused time.Duration // total time of the pauses
	began  time.Time
	timed  bool // warn at the end if the rate was not reached
	gaveUp bool
	closes []io.Closer
}

// ready opens the files of the flags. wrong is a message about an unusable file.
func (t *tracker) ready(f listFlags, stdin int) (wrong string, err error) {
	l := &t.list
	words := &t.Texts.Batch
	l.batch, l.sum, l.began = f.set, &outfile.Tally{}, time.Now()
	l.timed = f.rate > 0 && t.Rate >= 0 && f.file != "" && f.file != codelist.Stdin
	if f.set || stdin > 0 {
		l.pace = patience.Pace(f.rate, t.Rate, listRate)
	}
	total := 0
	switch f.file {
	case "":
	case codelist.Stdin:
		l.in = t.In
	default:
		in, n, err := codelist.Open(f.file, outfile.ErrNoFile)
		if err != nil {
			return fmt.Sprintf(words.NoFile, clean.Line(f.file), whyNot(err, t)), err
		}
		l.in, total = in, n
		l.closes = append(l.closes, in)
	}
	switch {
	case f.out != "":
		l.file, err = outfile.Open(f.out, f.format, l.sum)
		if err != nil {
			_ = t.close()
			return t.noOutWords(f.out, err), err
		}
		l.rows, t.JSON = l.file, true
		if n := l.file.Answered(); n > 0 {
			t.Tell(fmt.Sprintf(words.Resumed, t.Texts.Number(int64(n))))
		}
	case f.format == outfile.CSV:
		t.JSON, l.rows = true, outfile.NewCSV(t.Out)
	case f.format == outfile.JSON:
		t.JSON = true
	}
	if f.set && (t.Width == 0 || f.out != "") { // else the answers stand where the bar would
		l.bar = listbar.New(t.Err, t.ErrWidth, total, t.Texts)
	}
	return "", nil
}

// whyNot says in words why a file cannot be used, because the system's own text may be in
// another language.
func whyNot(err error, t *tracker) string {
	w := &t.Texts.Batch
	switch {
	case errors.Is(err, os.ErrNotExist):
		return w.NotThere
	case errors.Is(err, os.ErrPermission):
		return w.NotAllowed
	case errors.Is(err, outfile.ErrNotOurs):
		return w.NotOurs
	case errors.Is(err, outfile.ErrNoFile):
		return w.NoPlainFile
	case errors.Is(err, codelist.ErrSpreadsheet):
		return w.NoText
	case errors.Is(err, syscall.ENOSPC):
		return w.Full
	}
	var path *os.PathError
	if errors.As(err, &path) {
		err = path.Err // the message already contains the name of the file
	}
	return clean.Line(err.Error())
}

// close closes the files of a run and returns the exit code of doing so.
func (t *tracker) close() int {
	code := exit.Answered
	for _, c := range t.list.closes {
		_ = c.Close() // only read from, so no data can be lost
	}
	if f := t.list.file; f != nil {
		if err := f.Close(); err != nil && t.Broken == nil {
			t.noOut(f.Name, err)
			code = exit.Failed
		}
	}
	t.list.closes, t.list.file = nil, nil
	return code
}

// put writes one row where rows are wanted, and counts it in any case.
func (t *tracker) put(r record.Dossier) {
	l := &t.list
	if l.sum != nil {
		l.sum.Add(r)
		l.step()
	}
	switch {
	case t.Broken != nil:
	case !t.JSON:
		if t.Sheet != nil && r.Status != nil {
			l.bar.Clear()
			t.Sheet.Add(record.Encode(r))
		}
	case l.rows != nil:
		if err := l.rows.Row(r); err != nil {
			l.bar.End()
			t.code = exit.Worse(t.code, exit.Failed)
			if l.file != nil {
				t.noOut(l.file.Name, err)
				t.Tell(wrap.Fold(t.Texts.Batch.GoOn, "", t.Width)...)
			}
			t.Broken = err
		}
	default:
		l.bar.Clear()
		t.Say(record.Encode(r))
	}
}

// noOut reports why the file of --out cannot be written.
func (t *tracker) noOut(name string, err error) { t.Tell(t.noOutWords(name, err)) }

func (t *tracker) noOutWords(name string, err error) string {
	return fmt.Sprintf(t.Texts.Batch.NoOut, clean.Line(name), whyNot(err, t))
}

// reached returns how many look-ups a second were made when --rate asked for more than
// that; 0 when the rate was reached or is unknown.
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

// beside writes a sentence about one code next to the answers. With --out the row already
// contains it.
func (t *tracker) beside(sentence string) {
	if t.list.file != nil {
		return
	}
	t.list.bar.Clear()
	t.aside(wrap.Fold(sentence, "", t.Width)...)
}

// has reports whether --out already contains an answer for a code.
func (l *list) has(c code.Dossier) bool { return l.file != nil && l.file.Has(c.String()) }

// step counts one code of the list for the progress bar.
func (l *list) step() { l.bar.Step(l.sum) }
