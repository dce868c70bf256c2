package line

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/charmbracelet/x/vt"

	"motcua/client"
	"motcua/client/workday"
	"motcua/tui/line/record"
	"motcua/tui/line/verb"
	"motcua/tui/wrap"
)

// batchRun is the result of one run over a list in virtual time.
type batchRun struct {
	ran
	took  time.Duration
	asked []time.Duration // times since the start, one for each look-up
	codes []string
}

// batchFor runs track with args; interrupt ends it after that time, 0 means never.
func batchFor(t *testing.T, d verb.Deps, answer func(client.DossierQuery) (client.Answer[client.Dossier], error), interrupt time.Duration, args ...string) batchRun {
	t.Helper()
	var res batchRun
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		f := newFake(t)
		f.now = func() time.Time { return morning.Add(time.Since(start)) }
		f.track = func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
			res.asked = append(res.asked, time.Since(start))
			res.codes = append(res.codes, q.Code.String())
			return answer(q)
		}
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		if interrupt > 0 {
			time.AfterFunc(interrupt, cancel)
		}
		var out, errs bytes.Buffer
		d := d
		d.Service, d.Out, d.Err = f, &out, &errs
		if d.In == nil {
			d.In = strings.NewReader("")
		}
		code := Run(ctx, d, append([]string{"track"}, args...))
		res.ran, res.took = ran{out.String(), errs.String(), code}, time.Since(start)
	})
	return res
}

// listOf returns a list of n codes whose last digits cycle through the states 01 to 11.
func listOf(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "H55.17.05-261120-%03d%02d\n", i, 1+i%11)
	}
	return b.String()
}

func listFile(t *testing.T, body string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "codes.txt")
	if err := os.WriteFile(name, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func jsonLines(t *testing.T, body string) (rows []record.Dossier) {
	t.Helper()
	for l := range strings.Lines(body) {
		var r record.Dossier
		if err := json.Unmarshal([]byte(l), &r); err != nil {
			t.Fatalf("%q: %v", l, err)
		}
		rows = append(rows, r)
	}
	return rows
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	body, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// A thousand codes take two hundred seconds at five a second, and no second has more than
// five.
func TestBatchKeepsItsPace(t *testing.T) {
	tests := []struct {
		args  []string
		rate  float64 // preset by the program that runs the command
		perS  int
		codes int
	}{
		{nil, 0, 5, 1000},
		{[]string{"--rate", "20"}, 0, 20, 1000},
		{[]string{"--rate", "0.5"}, 0, 1, 20},
		{[]string{"--rate", "50"}, 10, 10, 100}, // the preset is the maximum
		{[]string{"--rate", "2"}, -1, 2, 20},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt.args, tt.rate), func(t *testing.T) {
			got := batchFor(t, verb.Deps{Rate: tt.rate}, byLastDigits, 0, append(tt.args, "--file", listFile(t, listOf(tt.codes)), "--format", "jsonl")...)
			if got.code != 0 || len(got.asked) != tt.codes {
				t.Fatalf("code %d, %d asked: %s", got.code, len(got.asked), got.err)
			}
			for i, at := range got.asked {
				in := 0
				for _, other := range got.asked[i:] {
					if other-at >= time.Second {
						break
					}
					in++
				}
				if in > tt.perS {
					t.Fatalf("%d look-ups in the second from %v on", in, at)
				}
			}
			if rows := jsonLines(t, got.out); len(rows) != tt.codes {
				t.Errorf("%d rows", len(rows))
			}
		})
	}
}

// A run is interrupted with Ctrl-C after a minute, and then once more: answered codes are
// in the file, each code is asked once, and the last run's file contains all of them.
func TestBatchResumes(t *testing.T) {
	for _, format := range []string{"jsonl", "csv"} {
		t.Run(format, func(t *testing.T) {
			list, out := listFile(t, listOf(500)), filepath.Join(t.TempDir(), "out."+format)
			asked := map[string]int{}
			runs := 0
			for last := false; !last; runs++ {
				got := batchFor(t, verb.Deps{}, byLastDigits, 45*time.Second, "--file", list, "--out", out)
				last = got.code == 0
				for _, c := range got.codes {
					asked[c]++
				}
				if last {
					if !strings.Contains(got.err, "Làm tiếp") || !strings.Contains(got.err, "Tất cả: 500 mã") {
						t.Errorf("the last run says\n%s", got.err)
					}
					continue
				}
				if runs > 3 {
					t.Fatal("it does not come to an end")
				}
				if got.code != 1 || !strings.Contains(got.err, "Chạy lại lệnh này") || got.out != "" {
					t.Errorf("interrupted: code %d, out %q, said\n%s", got.code, got.out, got.err)
				}
				// The machine crashed in the middle of a row.
				f, err := os.OpenFile(out, os.O_APPEND|os.O_WRONLY, 0)
				if err != nil {
					t.Fatal(err)
				}
				_, _ = f.WriteString(map[string]string{"jsonl": `{"code":"H55.17.05-26`, "csv": "H55.17.05-261120-00"}[format])
				_ = f.Close()
			}
			if runs < 3 || len(asked) != 500 {
				t.Errorf("%d codes asked in %d runs", len(asked), runs)
			}
			for c, n := range asked {
				if n != 1 {
					t.Errorf("%s asked %d times", c, n)
				}
			}
			body := readFile(t, out)
			if format == "jsonl" {
				if rows := jsonLines(t, body); len(rows) != 500 {
					t.Errorf("%d rows", len(rows))
				}
			} else if rows := csvOf(t, body); len(rows) != 501 {
				t.Errorf("%d rows", len(rows))
			}
			if info, err := os.Stat(out); err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("mode %v, %v", info.Mode(), err)
			}
			if left, _ := filepath.Glob(filepath.Join(filepath.Dir(out), ".motcua*")); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
			// Nothing is left to ask.
			again := batchFor(t, verb.Deps{}, byLastDigits, 0, "--file", list, "--out", out)
			if again.code != 0 || len(again.asked) != 0 || readFile(t, out) != body {
				t.Errorf("a run too many: code %d, %d asked", again.code, len(again.asked))
			}
		})
	}
}

// Ctrl-C while an answer waits for the previous one: both are reported, whatever they are,
// and the next run asks for neither again.
func TestBatchKeepsWhatCameBeforeTheInterrupt(t *testing.T) {
	for _, digits := range []string{"04", "77"} { // found, not found
		ctx, cancel := context.WithCancel(t.Context())
		f := inTurn{newFake(t), make(chan struct{})}
		var errs bytes.Buffer
		out := interrupting{cancel: cancel}
		Run(ctx, verb.Deps{Service: f, Out: &out, Err: &errs, In: strings.NewReader(""), Rate: 100},
			[]string{"track", "--format", "jsonl", "--rate", "100", "--file", listFile(t, codeOf+"05\n"+codeOf+digits+"\n")})
		if rows := jsonLines(t, out.rows.String()); len(rows) != 2 {
			t.Errorf("%s: %d rows, said\n%s", digits, len(rows), errs.String())
		}
	}
}

// inTurn gives state 05 only after it has answered another code.
type inTurn struct {
	*fake
	other chan struct{}
}

func (f inTurn) Track(_ context.Context, q client.DossierQuery) (client.Answer[client.Dossier], error) {
	if strings.HasSuffix(q.Code.Serial(), "05") {
		<-f.other
		time.Sleep(20 * time.Millisecond) //nolint:forbidigo // the other answer comes first
	} else {
		defer close(f.other)
	}
	return byLastDigits(q)
}

// interrupting ends the run at the first row.
type interrupting struct {
	rows   bytes.Buffer
	cancel func()
}

func (w *interrupting) Write(p []byte) (int, error) {
	w.cancel()
	return w.rows.Write(p)
}

func csvOf(t *testing.T, body string) [][]string {
	t.Helper()
	rest, marked := strings.CutPrefix(body, "\ufeff")
	if !marked || strings.Contains(rest, "\ufeff") {
		t.Errorf("want one byte order mark, at the start")
	}
	rows, err := csv.NewReader(strings.NewReader(rest)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// Rows without an answer are asked again and replaced; rows that say "not found" are
// answers.
func TestBatchAsksAgainWhatHadNoAnswer(t *testing.T) {
	list, out := listFile(t, codeOf+"04\nxyz\n"+codeOf+"77\n"+codeOf+"99\n"+codeOf+"04\n"), filepath.Join(t.TempDir(), "out.jsonl")
	first := batchFor(t, verb.Deps{}, byLastDigits, 0, "--file", list, "--out", out)
	if first.code != 4 { // an unreachable portal outweighs a wrong code
		t.Errorf("exit code %d", first.code)
	}
	kinds := func() (all []string) {
		for _, r := range jsonLines(t, readFile(t, out)) {
			switch {
			case r.Error != nil:
				all = append(all, r.Error.Kind)
			default:
				all = append(all, fmt.Sprint(*r.Found))
			}
		}
		return all
	}
	if got := kinds(); !slices.Equal(got, []string{"true", "code", "false", "unavailable"}) {
		t.Errorf("rows %v", got)
	}
	if strings.Contains(first.err, "không trả lời, chưa") || strings.Count(first.err, "\n") > 8 {
		t.Errorf("errors belong in the file:\n%s", first.err)
	}
	second := batchFor(t, verb.Deps{}, state(4), 0, "--file", list, "--out", out)
	if !slices.Equal(second.codes, []string{codeOf + "99"}) {
		t.Errorf("asked %v", second.codes)
	}
	if got := kinds(); !slices.Equal(got, []string{"true", "false", "code", "true"}) {
		t.Errorf("rows %v", got)
	}
}

// A file with other content is never changed.
func TestBatchLeavesOtherFilesAlone(t *testing.T) {
	dir := t.TempDir()
	for name, body := range map[string]string{
		"letter.jsonl": "Kính gửi ông bà\n", "other.jsonl": `{"a":1}` + "\n", "table.csv": "a,b\n1,2\n", "broken.csv": "\"a\n",
		"answers.csv": `{"code":"H55.17.05-261120-0004","found":true}` + "\n",
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		got := batchFor(t, verb.Deps{In: strings.NewReader(codeOf + "04")}, byLastDigits, 0, "-", "--out", path)
		if got.code != 2 || len(got.asked) != 0 || readFile(t, path) != body || !strings.Contains(got.err, "máy không ghi đè") {
			t.Errorf("%s: code %d, %s", name, got.code, got.err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".motcua*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	for _, args := range [][]string{
		{"--file", filepath.Join(dir, "none.txt")}, {"--file", dir}, {codeOf + "04", "--out", dir},
		{codeOf + "04", "--out", filepath.Join(dir, "no", "such")},
	} {
		if got := batchFor(t, verb.Deps{}, byLastDigits, 0, args...); got.code != 2 || len(got.asked) != 0 || got.err == "" {
			t.Errorf("%v: code %d, %q", args, got.code, got.err)
		}
	}
	// An empty file counts as a new one.
	empty := filepath.Join(dir, "empty.csv")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := batchFor(t, verb.Deps{}, byLastDigits, 0, codeOf+"04", "--out", empty); got.code != 0 || len(csvOf(t, readFile(t, empty))) != 2 {
		t.Errorf("code %d, %q", got.code, got.err)
	}
}

func TestBatchFlagsThatCannotBeMeant(t *testing.T) {
	for _, args := range []string{
		codeOf + "04 --watch --rate 1", codeOf + "04 --format xml", codeOf + "04 --format csv --json", codeOf + "04 --rate 0",
		codeOf + "04 --rate -1", codeOf + "04 --rate 101", codeOf + "04 --rate NaN", "- --file -", "--file x.txt --proof 1234",
	} {
		if got := batchFor(t, verb.Deps{}, byLastDigits, 0, strings.Fields(args)...); got.code != 2 || len(got.asked) != 0 || got.out != "" {
			t.Errorf("%s: code %d, %q", args, got.code, got.err)
		}
	}
}

// A server allows lists only to staff, and files to nobody.
func TestBatchOnAServer(t *testing.T) {
	secret := listFile(t, "secret\n")
	out := filepath.Join(t.TempDir(), "out.csv")
	for _, tt := range []struct {
		d    verb.Deps
		args string
		code int
	}{
		{verb.Deps{NoBatch: true, NoFiles: true}, codeOf + "04 --format csv", 2},
		{verb.Deps{NoBatch: true, NoFiles: true}, codeOf + "04 --rate 9", 2},
		{verb.Deps{NoBatch: true, NoFiles: true}, "--file " + secret, 2},
		{verb.Deps{NoFiles: true}, "--file " + secret, 2},
		{verb.Deps{NoFiles: true}, codeOf + "04 --out " + out, 2},
		{verb.Deps{NoFiles: true}, codeOf + "04 --format csv --rate 9", 0},
	} {
		got := batchFor(t, tt.d, byLastDigits, 0, strings.Fields(tt.args)...)
		if got.code != tt.code || strings.Contains(got.out+got.err, "secret\n") {
			t.Errorf("%s: code %d\n%s%s", tt.args, got.code, got.out, got.err)
		}
	}
	if _, err := os.Stat(out); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file was made: %v", err)
	}
}

// Scripts read these columns by name and people by position, so neither may change.
const csvColumns = "code found status status_code status_name procedure_code procedure_name agency_name received_at due_at finished_at timeliness working_days_left next_step missing fees proof as_of stale source error_kind error calendar_doubt"

func TestBatchCSV(t *testing.T) {
	evil := func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
		a, err := byLastDigits(q)
		a.Value.ProcedureName = `=HYPERLINK("http://example.vn","a, b")`
		a.Value.Agency.Name = "+84"
		return a, err
	}
	got := batchFor(t, verb.Deps{}, evil, 0, codeOf+"11", codeOf+"77", codeOf+"99", "--format", "csv")
	rows, err := csv.NewReader(strings.NewReader(got.out)).ReadAll()
	if err != nil || len(rows) != 4 || strings.Join(rows[0], " ") != csvColumns {
		t.Fatalf("%v\n%s", err, got.out)
	}
	cell := func(row int, name string) string { return rows[row][slices.Index(rows[0], name)] }
	for _, tt := range []struct {
		row        int
		name, want string
	}{
		{1, "code", codeOf + "11"},
		{1, "found", "true"},
		{1, "status", "processing"},
		{1, "timeliness", "late"},
		{1, "working_days_left", "-4"},
		{1, "procedure_name", `'=HYPERLINK("http://example.vn","a, b")`},
		{1, "agency_name", "'+84"},
		{1, "stale", "false"},
		{2, "found", "false"},
		{2, "status", ""},
		{3, "found", ""},
		{3, "error_kind", "unavailable"},
	} {
		if v := cell(tt.row, tt.name); v != tt.want {
			t.Errorf("row %d, %s: %q, want %q", tt.row, tt.name, v, tt.want)
		}
	}
}

// A dossier late by a count that is not sure says so in the table, the summary of a list
// and the column of a file.
func TestAListTellsADoubtfulCount(t *testing.T) {
	late := func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
		a, err := byLastDigits(q)
		a.Value.Status, a.Value.DueAt = client.StatusProcessing, time.Date(2025, 12, 30, 17, 0, 0, 0, workday.Zone)
		return a, err
	}
	const doubt = "chưa có lịch nghỉ 2025"
	got := batchFor(t, verb.Deps{}, late, 0, codeOf+"04", codeOf+"05", "--format", "csv")
	rows, err := csv.NewReader(strings.NewReader(got.out)).ReadAll()
	if err != nil || len(rows) != 3 || rows[1][slices.Index(rows[0], "calendar_doubt")] != doubt {
		t.Errorf("%v\n%s", err, got.out)
	}
	if !strings.Contains(got.err, codeOf+"04  Trễ 233 ngày làm việc ("+doubt+")\n") {
		t.Errorf("said\n%s", got.err)
	}
	if got := batchFor(t, verb.Deps{}, late, 0, codeOf+"04", codeOf+"05"); strings.Count(got.out, "trễ 233 ?") != 2 || strings.Count(got.out, "Số ngày có dấu ?: "+doubt+".") != 1 {
		t.Errorf("%s", got.out)
	}
}

// The summary counts by state and lists late dossiers first, the latest at the top.
func TestBatchSummary(t *testing.T) {
	late := func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
		a, err := byLastDigits(q)
		if err == nil && strings.HasPrefix(q.Code.Serial(), "1") {
			a.Value.Status = client.StatusProcessing
			a.Value.DueAt = time.Date(2026, 11, int(q.Code.Serial()[1]-'0')+1, 17, 0, 0, 0, workday.Zone)
		}
		return a, err
	}
	list := strings.Join([]string{"1304", "1104", "0005", "1204", "0006", "0077", "0099", "0010", "0009"}, "\n"+"H55.17.05-261120-")
	got := batchFor(t, verb.Deps{In: strings.NewReader("H55.17.05-261120-" + list)}, late, 0, "-", "--format", "jsonl")
	want := `Tất cả: 9 mã, trong đó 3 trễ hạn
      H55.17.05-261120-1104  Trễ 16 ngày làm việc
      H55.17.05-261120-1204  Trễ 15 ngày làm việc
      H55.17.05-261120-1304  Trễ 14 ngày làm việc
  ! Cần bổ sung giấy tờ: 1
  ! Cần nộp tiền: 1
  ✓ Đã có kết quả: 1
  ● Đang xử lý: 3
  ✓ Đã trả kết quả: 1
  ○ Không thấy: 1
  ✗ Chưa có câu trả lời: 1
`
	if !strings.HasSuffix(got.err, want) {
		t.Errorf("said\n%s\nwant\n%s", got.err, want)
	}
	// A long list typed by a person ends with a summary as well.
	if got := batchFor(t, verb.Deps{In: strings.NewReader(listOf(40))}, byLastDigits, 0, "-"); !strings.Contains(got.out, "Tất cả: 40 mã, trong đó 3 trễ hạn\n") {
		t.Errorf("%s", got.out)
	}
	if got := batchFor(t, verb.Deps{In: strings.NewReader(listOf(9))}, byLastDigits, 0, "-"); strings.Contains(got.out, "Tất cả") {
		t.Errorf("%s", got.out)
	}
	// However many are late, twenty are named.
	if got := batchFor(t, verb.Deps{In: strings.NewReader(listOf(1000))}, late, 0, "-", "--format", "csv"); strings.Count(got.err, "\n      ") != 20+1 || !strings.Contains(got.err, "hồ sơ trễ ít hơn") {
		t.Errorf("%s", got.err)
	}
}

// It waits as long as the system asks, and no code is lost.
func TestBatchWaitsAsItIsTold(t *testing.T) {
	n := 0
	limited := func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
		if n++; n == 3 || n == 4 {
			return client.Answer[client.Dossier]{}, &client.LimitedError{Wait: time.Minute}
		}
		return byLastDigits(q)
	}
	got := batchFor(t, verb.Deps{In: strings.NewReader(listOf(5))}, limited, 0, "-", "--format", "jsonl")
	if got.code != 0 || len(jsonLines(t, got.out)) != 5 || got.took < 2*time.Minute || got.took > 130*time.Second {
		t.Errorf("code %d after %v\n%s", got.code, got.took, got.out)
	}
	never := func(client.DossierQuery) (client.Answer[client.Dossier], error) {
		return client.Answer[client.Dossier]{}, &client.LimitedError{Wait: 2 * time.Hour}
	}
	got = batchFor(t, verb.Deps{In: strings.NewReader(listOf(2))}, never, 0, "-", "--format", "jsonl")
	if rows := jsonLines(t, got.out); got.code != 1 || len(rows) != 2 || rows[0].Error.Kind != "limited" || got.took > time.Minute {
		t.Errorf("code %d after %v\n%s", got.code, got.took, got.out)
	}
}

// In an outage it waits instead of writing a file of errors.
func TestBatchSurvivesAnOutage(t *testing.T) {
	began := time.Time{}
	outage := func(length time.Duration) func(client.DossierQuery) (client.Answer[client.Dossier], error) {
		began = time.Time{}
		return func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
			if began.IsZero() {
				began = time.Now()
			}
			if at := time.Since(began); at > 2*time.Second && at < length {
				return down(0)(q)
			}
			return byLastDigits(q)
		}
	}
	got := batchFor(t, verb.Deps{In: strings.NewReader(listOf(300))}, outage(3*time.Minute), 0, "-", "--format", "jsonl")
	failed := 0
	for _, r := range jsonLines(t, got.out) {
		if r.Error != nil {
			failed++
		}
	}
	if got.code != 4 || len(got.asked) != 300 || failed > 8 {
		t.Errorf("code %d, %d asked, %d failed", got.code, len(got.asked), failed)
	}
	out := filepath.Join(t.TempDir(), "out.jsonl")
	got = batchFor(t, verb.Deps{In: strings.NewReader(listOf(300))}, outage(24*time.Hour), 0, "-", "--out", out)
	if got.code != 4 || len(got.asked) > 30 || !strings.Contains(got.err, "Chạy lại lệnh này sau để làm tiếp") {
		t.Errorf("code %d, %d asked in %v: %s", got.code, len(got.asked), got.took, got.err)
	}
	got = batchFor(t, verb.Deps{In: strings.NewReader(listOf(300))}, byLastDigits, 0, "-", "--out", out)
	if got.code != 0 || len(jsonLines(t, readFile(t, out))) != 300 {
		t.Errorf("code %d, %d asked", got.code, len(got.asked))
	}
}

// The bar is on a terminal while answers go elsewhere, and is removed at the end.
func TestBatchBar(t *testing.T) {
	list := listFile(t, listOf(100))
	got := batchFor(t, verb.Deps{ErrWidth: 80}, byLastDigits, 0, "--file", list, "--format", "jsonl")
	frames := strings.Split(got.err, "\r")
	if !slices.ContainsFunc(frames, func(f string) bool {
		return strings.HasPrefix(f, "[##########") && strings.Contains(f, "50/100, 4 trễ hạn, còn khoảng 10 giây")
	}) {
		t.Errorf("no bar half-way: %q", frames)
	}
	screen := vt.NewEmulator(80, 24)
	defer func() { _ = screen.Close() }()
	_, _ = screen.Write([]byte(strings.ReplaceAll(got.err, "\n", "\r\n")))
	if s := strings.TrimSpace(screen.String()); !strings.HasPrefix(s, "Tất cả: 100 mã") {
		t.Errorf("the screen shows\n%s", s)
	}
	for _, f := range frames {
		if wrap.Cells(strings.TrimSuffix(f, "\n")) >= 80 && !strings.Contains(f, "\n") {
			t.Errorf("%d cells: %q", wrap.Cells(f), f)
		}
	}
	for name, d := range map[string]verb.Deps{"a pipe": {}, "answers on the same terminal": {ErrWidth: 80, Width: 80}} {
		if got := batchFor(t, d, byLastDigits, 0, "--file", list, "--rate", "50"); strings.Contains(got.err, "\r") {
			t.Errorf("%s has a bar: %q", name, got.err)
		}
	}
}
