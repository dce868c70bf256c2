package line

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/charmbracelet/x/ansi"

	"motcua/client"
	"motcua/client/follow"
	"motcua/client/reason"
	"motcua/tui/line/verb"
	"motcua/tui/wrap"
)

// script is the behaviour of a watched system: after so many minutes it answers like this.
type script []struct {
	minute int
	answer func(client.DossierQuery) (client.Answer[client.Dossier], error)
}

func state(s client.Status) func(client.DossierQuery) (client.Answer[client.Dossier], error) {
	return func(q client.DossierQuery) (client.Answer[client.Dossier], error) { return answer(dossier(q, s)), nil }
}

func down(after time.Duration) func(client.DossierQuery) (client.Answer[client.Dossier], error) {
	return func(client.DossierQuery) (client.Answer[client.Dossier], error) {
		return client.Answer[client.Dossier]{}, &client.UnavailableError{Source: h55, Cause: client.CauseNetwork, RetryAfter: after}
	}
}

type watchRun struct {
	ran
	asked []string // the time of each look-up
}

// watchFor runs --watch for a while in virtual time that starts at 8:14.
func watchFor(t *testing.T, s script, length time.Duration, args ...string) watchRun {
	t.Helper()
	return watchOn(t, verb.Deps{}, s, length, args...)
}

// watchOn is watchFor on a terminal.
func watchOn(t *testing.T, d verb.Deps, s script, length time.Duration, args ...string) watchRun {
	t.Helper()
	var res watchRun
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		f := newFake(t)
		f.now = func() time.Time { return morning.Add(time.Since(start)) }
		f.track = func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
			res.asked = append(res.asked, f.now().Format("15:04:05"))
			do := s[0].answer
			for _, step := range s {
				if time.Since(start) >= time.Duration(step.minute)*time.Minute {
					do = step.answer
				}
			}
			a, err := do(q)
			a.AsOf = f.now()
			return a, err
		}
		ctx, cancel := context.WithTimeout(t.Context(), length)
		defer cancel()
		var out, errs bytes.Buffer
		d.Service, d.Out, d.Err, d.Jitter = f, &out, &errs, func() float64 { return 0 }
		code := Run(ctx, d, append([]string{"track", "--watch"}, args...))
		res.ran = ran{out.String(), errs.String(), code}
	})
	return res
}

func TestWatchAsksMoreRarelyWhileNothingChanges(t *testing.T) {
	got := watchFor(t, script{{0, state(4)}}, 65*time.Minute, codeOf+"04")
	want := "08:14:00 08:15:00 08:16:30 08:18:45 08:22:07 08:27:11 08:34:46 08:46:10 09:01:10 09:16:10"
	if asked := strings.Join(got.asked, " "); asked != want {
		t.Errorf("asked at %s, want %s", asked, want)
	}
	if strings.Count(got.out, codeOf) != 1 {
		t.Errorf("nothing changed, yet:\n%s", got.out)
	}
	if got.code != 0 {
		t.Errorf("exit code %d", got.code)
	}
	if want := "Máy tự hỏi lại, lúc đầu mỗi phút, thưa dần đến 15 phút một lần, có thay đổi thì báo. Ctrl-C để dừng.\nĐã dừng theo dõi.\n"; got.err != want {
		t.Errorf("said %q", got.err)
	}
}

func TestWatchTellsChangesAndAsksOftenAgain(t *testing.T) {
	got := watchFor(t, script{{0, state(4)}, {10, state(5)}, {20, state(9)}, {40, state(10)}}, 3*time.Hour, codeOf+"04")
	lines := strings.Split(got.out, "\n")
	var changes []string
	for _, l := range lines {
		if strings.Contains(l, "có thay đổi") {
			changes = append(changes, l)
		}
	}
	want := []string{
		"8:27  có thay đổi: Cần bổ sung giấy tờ",
		"8:35  có thay đổi: Đã có kết quả · hẹn 25/11 · Xong sớm 1 ngày làm việc",
		"8:56  có thay đổi: Đã trả kết quả · hẹn 25/11 · Xong sớm 2 ngày làm việc",
	}
	if strings.Join(changes, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nasked at %v", strings.Join(changes, "\n"), got.asked)
	}
	if !strings.Contains(got.out, "Mời ông/bà tới Quầy 3") {
		t.Errorf("a change must say what to do:\n%s", got.out)
	}
	if !strings.Contains(got.err, "8:56  Hồ sơ đã kết thúc, không hỏi nữa.") || got.code != 0 {
		t.Errorf("code %d, said %q", got.code, got.err)
	}
}

// A reason that appears later rings the bell. The watch waits an hour for a reason that
// never comes.
func TestWatchWaitsForAReason(t *testing.T) {
	stopped := func(kind reason.Kind) func(client.DossierQuery) (client.Answer[client.Dossier], error) {
		return func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
			d := dossier(q, client.StatusStopped)
			d.ReasonKind = kind
			return answer(d), nil
		}
	}
	for _, tc := range []struct {
		what    string
		later   reason.Kind
		changes int
		ended   string
	}{
		{"told", reason.Papers, 1, "8:34"}, {"never told", reason.Unsaid, 0, "9:16"},
	} {
		got := watchFor(t, script{{0, stopped(reason.Unsaid)}, {20, stopped(tc.later)}}, 3*time.Hour, codeOf+"04")
		if n := strings.Count(got.out, "có thay đổi"); n != tc.changes || !strings.Contains(got.err, tc.ended+"  Hồ sơ đã kết thúc, không hỏi nữa.") {
			t.Errorf("%s: %d changes, said %q, asked at %v", tc.what, n, got.err, got.asked)
		}
	}
}

func TestWatchSurvivesAnOutage(t *testing.T) {
	got := watchFor(t, script{{0, state(4)}, {2, down(0)}, {30, state(4)}}, 90*time.Minute, codeOf+"04")
	if n := strings.Count(got.err, "không trả lời"); n != 1 {
		t.Errorf("the outage was told %d times:\n%s", n, got.err)
	}
	if n := strings.Count(got.err, "Đã hỏi lại được"); n != 1 {
		t.Errorf("the end of the outage was told %d times:\n%s", n, got.err)
	}
	if strings.Contains(got.out, "có thay đổi") || got.code != 0 {
		t.Errorf("code %d\n%s", got.code, got.out)
	}
}

func TestWatchThatNeverGotAnAnswer(t *testing.T) {
	got := watchFor(t, script{{0, down(0)}}, 20*time.Minute, codeOf+"04")
	if got.code != 4 || got.out != "" || len(got.asked) < 3 {
		t.Errorf("code %d, %q, asked %d times", got.code, got.out, len(got.asked))
	}
}

func TestWatchHonoursRetryAfter(t *testing.T) {
	got := watchFor(t, script{{0, down(40 * time.Minute)}, {30, state(4)}}, 50*time.Minute, codeOf+"04")
	if want := "08:14:00 08:54:00"; !strings.HasPrefix(strings.Join(got.asked, " "), want) {
		t.Errorf("asked at %v, want %s", got.asked, want)
	}
}

func TestWatchDoesNotWaitForACodeThatNobodyHas(t *testing.T) {
	got := watchFor(t, script{{0, byLastDigits}}, time.Hour, codeOf+"77")
	if got.code != 3 || len(got.asked) != 1 || !strings.Contains(got.err, "Không thấy hồ sơ nào khớp") {
		t.Errorf("code %d after %d look-ups: %q", got.code, len(got.asked), got.err)
	}
	if got := watchFor(t, script{{0, byLastDigits}}, time.Hour, "H55"); got.code != 2 || len(got.asked) != 0 {
		t.Errorf("half a code: exit code %d after %d look-ups", got.code, len(got.asked))
	}
}

// A system that asks for a pause gets one, and other systems are asked meanwhile.
func TestWatchLeavesOneAlone(t *testing.T) {
	busy := func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
		if q.Code.String() == codeOf+"05" {
			return down(40 * time.Minute)(q)
		}
		return state(4)(q)
	}
	later := func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
		return state(9)(q)
	}
	got := watchFor(t, script{{0, busy}, {5, later}}, 30*time.Minute, codeOf+"04", codeOf+"05")
	if !strings.Contains(got.out, codeOf+"04  Đã có kết quả") {
		t.Errorf("the other one waited too:\n%s", got.out)
	}
	if strings.Contains(got.out, codeOf+"05") {
		t.Errorf("it was not left alone:\n%s", got.out)
	}
	got = watchFor(t, script{{0, busy}, {5, later}}, 50*time.Minute, codeOf+"04", codeOf+"05")
	if !strings.Contains(got.out, codeOf+"05") || got.code != 0 {
		t.Errorf("it was forgotten, code %d:\n%s", got.code, got.out)
	}
}

func TestWatchSeveralAndJSON(t *testing.T) {
	got := watchFor(t, script{{0, state(4)}, {5, state(9)}}, 30*time.Minute, codeOf+"04", codeOf+"05", "--json")
	lines := strings.Split(strings.TrimSpace(got.out), "\n")
	if len(lines) != 4 {
		t.Fatalf("want a line a dossier and a line a change, got %d:\n%s", len(lines), got.out)
	}
	for i, want := range []string{"processing", "processing", "finished", "finished"} {
		if !strings.Contains(lines[i], fmt.Sprintf(`"status":%q`, want)) {
			t.Errorf("line %d: %s", i, lines[i])
		}
	}
}

// The wait that a budget demands is kept, and jitter makes pauses longer, never shorter.
func TestWatchWaitsForABudgetAndSways(t *testing.T) {
	limited := func(client.DossierQuery) (client.Answer[client.Dossier], error) {
		return client.Answer[client.Dossier]{}, &client.LimitedError{Wait: 20 * time.Minute}
	}
	got := watchFor(t, script{{0, limited}, {10, state(4)}}, 25*time.Minute, codeOf+"04")
	if want := "08:14:00 08:34:00 08:35:00 08:36:30"; !strings.HasPrefix(strings.Join(got.asked, " "), want) {
		t.Errorf("asked at %v, want %s", got.asked, want)
	}
}

// Without Jitter, --watch uses random numbers, so that watches that began at the same
// moment do not ask at the same time.
func TestWatchSways(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start, f := time.Now(), newFake(t)
		var asked []time.Duration
		f.track = func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
			asked = append(asked, time.Since(start))
			return state(4)(q)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 2*follow.First)
		defer cancel()
		Run(ctx, verb.Deps{Service: f, Out: &bytes.Buffer{}, Err: &bytes.Buffer{}}, []string{"track", "--watch", codeOf + "04"})
		if len(asked) != 2 || asked[1] <= follow.First || asked[1] > follow.First+follow.First/5 {
			t.Errorf("asked at %v", asked)
		}
	})
}

// An answer that the service stored earlier is no news while the system is down.
func TestWatchTakesAKeptAnswerForAnOutage(t *testing.T) {
	kept := func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
		a, err := state(9)(q)
		a.Stale = true
		return a, err
	}
	got := watchFor(t, script{{0, state(4)}, {2, kept}, {20, state(5)}}, time.Hour, codeOf+"04")
	if strings.Count(got.out, "có thay đổi") != 1 || !strings.Contains(got.out, "có thay đổi: Cần bổ sung giấy tờ") {
		t.Errorf("%s", got.out)
	}
	if strings.Count(got.err, "Đã hỏi lại được") != 1 {
		t.Errorf("said %q", got.err)
	}
}

// --watch reports the same changes as the list of followed dossiers: see client/follow, and
// TestListRingsForTheSame of the list.
func TestWatchRingsForTheSame(t *testing.T) {
	stopped := func(kind reason.Kind) func(*client.Dossier) {
		return func(d *client.Dossier) { d.Status, d.ReasonKind = client.StatusStopped, kind }
	}
	for _, tc := range []struct {
		what          string
		before, after func(*client.Dossier)
		proof         bool
		want          bool
	}{
		{"a new reason on a stopped dossier", stopped(reason.Unsaid), stopped(reason.Papers), false, true},
		{"a new desk within a step", nil, func(d *client.Dossier) { d.Steps[2].Unit = "Công an tỉnh" }, false, true},
		{"a missing paper came in", nil, func(d *client.Dossier) { d.Private.Missing = d.Private.Missing[:1] }, true, true},
		{"a proof that one answer did not ask for", nil, func(d *client.Dossier) { d.Private, d.Proof = nil, client.ProofNone }, true, false},
		{"the order of the time line", nil, func(d *client.Dossier) { slices.Reverse(d.Steps) }, false, false},
	} {
		says := func(change func(*client.Dossier)) func(client.DossierQuery) (client.Answer[client.Dossier], error) {
			return func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
				d := dossier(q, client.StatusProcessing)
				if change != nil {
					change(&d)
				}
				return answer(d), nil
			}
		}
		args := []string{codeOf + "04"}
		if tc.proof {
			args = append(args, "--proof", "1234")
		}
		got := watchFor(t, script{{0, says(tc.before)}, {10, says(tc.after)}}, 2*time.Hour, args...)
		told := strings.Contains(got.out, "có thay đổi")
		if told != tc.want {
			t.Errorf("%s: told %v, want %v", tc.what, told, tc.want)
		}
	}
}

// On a terminal several watched dossiers are one table, which is drawn again in its place.
// News rings the bell and sends a notification (OSC 9), and stands below the table. A
// terminal that is too low gets lines.
func TestWatchDrawsATable(t *testing.T) {
	changes := script{{0, state(4)}, {5, state(9)}}
	const notification = "\a\x1b]9;" + codeOf + "04: Đã có kết quả\x07"
	got := watchOn(t, verb.Deps{Width: 100, Height: 24}, changes, 10*time.Minute, codeOf+"04", codeOf+"05")
	frames := strings.Split(got.out, "\x1b[J")
	last := frames[len(frames)-1]
	for _, want := range []string{codeOf + "04  ✓ Đã có kết quả", codeOf + "05  ✓ Đã có kết quả", "có thay đổi: " + codeOf + "04"} {
		if !strings.Contains(last, want) {
			t.Errorf("no %q in the last of %d tables:\n%s", want, len(frames), last)
		}
	}
	if strings.Count(got.out, notification) != 1 || strings.Count(got.out, "\a\x1b]9;") != 2 || got.err != "" {
		t.Errorf("%q\nsaid %q", got.out, got.err)
	}
	// Each table goes over the one before: up as many lines as that had.
	for i, f := range frames[1:] {
		before := frames[i]
		lines := strings.Count(before, "\n")
		if !strings.HasSuffix(before, fmt.Sprintf("\x1b[%dA", lines)) {
			t.Errorf("table %d has %d lines and ends in %q; the next one is\n%s", i, lines, before[max(len(before)-12, 0):], f)
		}
	}
	// A terminal that became narrower and too low: below the old table, one that fits.
	sizes := 0
	resized := watchOn(t, verb.Deps{Width: 100, Height: 24, Size: func() (int, int) {
		if sizes++; sizes < 3 {
			return 100, 24
		}
		return 30, 6
	}}, changes, 10*time.Minute, codeOf+"04", codeOf+"05")
	frames = strings.Split(resized.out, "\x1b[J")
	if frame := frames[1]; strings.Count(frame, "Mã ") != 2 {
		t.Errorf("the second table is not below the first one:\n%q", frame)
	}
	for _, f := range frames[2:] {
		if n := strings.Count(f, "\n"); n > 5 {
			t.Errorf("%d lines on a terminal of 6:\n%s", n, f)
		}
		for l := range strings.Lines(f) {
			if wrap.Cells(ansi.Strip(strings.TrimSpace(l))) > 30 {
				t.Errorf("too wide: %q", l)
			}
		}
	}
	dumb := watchOn(t, verb.Deps{Width: 100}, changes, 10*time.Minute, codeOf+"04", codeOf+"05")
	if strings.ContainsAny(dumb.out, "\a\x1b") || !strings.Contains(dumb.out, "có thay đổi: "+codeOf+"04") {
		t.Errorf("a terminal without a cursor:\n%q", dumb.out)
	}
	low := watchOn(t, verb.Deps{Width: 100, Height: 8}, changes, 10*time.Minute, codeOf+"04", codeOf+"05")
	if strings.Contains(low.out, "\x1b[J") || strings.Count(low.out, notification) != 1 || !strings.Contains(low.out, "có thay đổi: "+codeOf+"04") {
		t.Errorf("a low terminal:\n%q", low.out)
	}
	piped := watchFor(t, changes, 10*time.Minute, codeOf+"04", codeOf+"05")
	if strings.ContainsAny(piped.out, "\a\x1b") {
		t.Errorf("a pipe: %q", piped.out)
	}
}
