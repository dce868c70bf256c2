package failure

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/viewtest"
)

func down(c client.Cause, since string, retry time.Duration) error {
	u := &client.UnavailableError{Source: viewtest.H55, Cause: c, RetryAfter: retry, Err: errors.New("dial tcp: secret detail")}
	if since != "" {
		u.Since = viewtest.At(since)
	}
	return fmt.Errorf("look-up: %w", u)
}

func faults() []struct {
	name string
	err  error
} {
	return []struct {
		name string
		err  error
	}{
		{"not found, or wrong proof", client.ErrNotFound},
		{"network, since this morning", down(client.CauseNetwork, "2026-11-24 08:02", 0)},
		{"network, since yesterday", down(client.CauseNetwork, "2026-11-23 21:30", 0)},
		{"timeout", down(client.CauseTimeout, "", 0)},
		{"rejected", down(client.CauseRejected, "2026-11-24 08:02", 0)},
		{"busy, says how long", down(client.CauseBusy, "2026-11-24 08:14", 30*time.Second)},
		{"busy", down(client.CauseBusy, "", 0)},
		{"server", down(client.CauseServer, "2026-11-24 08:02", 0)},
		{"content", down(client.CauseContent, "", 0)},
		{"too large", down(client.CauseTooLarge, "2026-11-24 08:02", 0)},
		{"log-in refused", down(client.CauseRefused, "2026-11-01 08:02", 0)},
		{"cancelled at the source", down(client.CauseCancelled, "", 0)},
		{"cancelled", context.Canceled},
		{"deadline", context.DeadlineExceeded},
		{"no source named", client.ErrUnavailable},
		{"limited", &client.LimitedError{Wait: 39500 * time.Millisecond}},
		{"limited for long", &client.LimitedError{Wait: 7 * time.Minute}},
		{"limited, very many", &client.LimitedError{Wait: 30 * time.Second, Why: client.LimitShared}},
		{"limited, one day's dossiers", &client.LimitedError{Wait: 30 * time.Second, Why: client.LimitUnitDay}},
		{"limited, wrong proofs", &client.LimitedError{Wait: 2 * time.Minute, Why: client.LimitProof}},
		{"limited, a dossier that is guessed at", &client.LimitedError{Wait: 30 * time.Minute, Why: client.LimitAttack}},
		{"limited, proofs that were not checked", &client.LimitedError{Wait: 2 * time.Minute, Why: client.LimitProof, Unsure: true}},
		{"limited, a dossier whose proofs were not checked", &client.LimitedError{Wait: 30 * time.Minute, Why: client.LimitAttack, Unsure: true}},
		{"limited no more", &client.LimitedError{Why: client.LimitProof}},
		{"no proof is judged", &client.UnjudgedError{Source: client.SourceName{ID: "cps", Name: "Cổng thử"}}},
		{"offline", client.ErrOffline},
		{"hand over", &client.HandOverError{URL: "https://dichvucong.example.vn/tra-cuu?x=1"}},
		{"an agency that is not connected", &client.NotConnectedError{Agency: "H56.01", Name: "UBND tỉnh Thanh Hóa"}},
		{"an agency that nobody knows", &client.NotConnectedError{Agency: "H99"}},
		{"a number of social insurance", &code.Error{Problem: code.IsInsurance, Got: "03706/2026/07906"}},
		{"anything else", errors.New("index out of range")},
	}
}

// Where no system is configured nothing says that dossiers can be looked up, whatever failed.
func TestNoDossiersArePromisedWithoutASystem(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		e := viewtest.Env(t, l)
		still, promised := text.For(l).Errors.StillDossiers, 0
		for _, f := range faults() {
			with := []string{Search(f.err, client.Query{}, e), Procedure(f.err, "1.001193", e)}
			without := e
			without.NoDossiers = true
			for i, says := range []string{Search(f.err, client.Query{}, without), Procedure(f.err, "1.001193", without)} {
				if strings.Contains(says, still) || says != strings.Replace(with[i], still+" ", "", 1) && says != strings.TrimSuffix(with[i], " "+still) {
					t.Errorf("%s: %q, with a system %q", f.name, says, with[i])
				}
				if strings.Contains(with[i], still) {
					promised++
				}
			}
		}
		if promised == 0 {
			t.Error("nothing promises it where there is a system")
		}
	}
}

// The goldens hold the sentence of every fault, as a person meets it.
func TestErrorSentences(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		t.Run(string(l), func(t *testing.T) {
			e := viewtest.Env(t, l)
			var b strings.Builder
			for _, f := range faults() {
				fmt.Fprintf(&b, "%s:\n  %s\n", f.name, Dossier(f.err, e))
			}
			b.WriteString("\nprocedures\n")
			for _, f := range faults() {
				fmt.Fprintf(&b, "%s:\n  %s\n", f.name, Procedure(f.err, "1.001193", e))
			}
			fmt.Fprintf(&b, "no code:\n  %s\n", Procedure(code.ErrProcedure, "khai sinh", e))
			fmt.Fprintf(&b, "search, down:\n  %s\n", Search(faults()[1].err, client.Query{Words: "khai sinh"}, e))
			fmt.Fprintf(&b, "no hits:\n  %s\n", NoHits(client.Query{Words: "khai sinh"}, false, e))
			fmt.Fprintf(&b, "outside:\n  %s\n", NoHits(client.Query{Words: "vé tàu"}, true, e))
			fmt.Fprintf(&b, "no hits in a field:\n  %s\n", NoHits(client.Query{Words: "khai sinh", Field: "Đất đai"}, false, e))
			golden.RequireEqual(t, []byte(b.String()))
			if strings.Contains(b.String(), "secret detail") {
				t.Error("what is for the log must not be shown")
			}
		})
	}
}

// Guessing must learn nothing: the words for an unknown code and for a wrong
// proof are the same, whatever wraps the error.
func TestNotFoundIsOneSentence(t *testing.T) {
	e := viewtest.Env(t, text.VI)
	a, b := Dossier(client.ErrNotFound, e), Dossier(fmt.Errorf("proof wrong: %w", client.ErrNotFound), e)
	if a != b || a == "" {
		t.Errorf("%q and %q", a, b)
	}
	if Dossier(nil, e) != "" {
		t.Error("no error, no sentence")
	}
}

func TestDesk(t *testing.T) {
	e := viewtest.Env(t, text.VI)
	err := down(client.CauseNetwork, "", 0)
	for _, tt := range []struct {
		desk   string
		person bool
		want   string
	}{
		{"Quầy hướng dẫn, tầng 1", true, "hỏi Quầy hướng dẫn, tầng 1."},
		{"", true, "hỏi quầy hướng dẫn."},
		{"", false, "hỏi Bộ phận Một cửa nơi đã nộp."},
	} {
		e.Desk, e.Person = tt.desk, tt.person
		if got := Dossier(err, e); !strings.HasSuffix(got, tt.want) {
			t.Errorf("%+v: %q", tt, got)
		}
	}
}

// The goldens hold the sentence of every problem of a code.
func TestCodeProblemSentences(t *testing.T) {
	problems := []code.Error{
		{Problem: code.Unreadable},
		{Problem: code.Empty},
		{Problem: code.NoAgency},
		{Problem: code.NoAgency, Got: "HH.5555"},
		{Problem: code.NoDate},
		{Problem: code.DateShort, Got: "2611"},
		{Problem: code.DateShort},
		{Problem: code.DateLong, Got: "2611201"},
		{Problem: code.BadMonth, Got: "261320", Month: 13},
		{Problem: code.BadMonth, Got: "20261320", Month: 13},
		{Problem: code.BadDay, Got: "260231", Month: 2, Day: 31},
		{Problem: code.Future, Got: "261225"},
		{Problem: code.Future, Got: "20271225"},
		{Problem: code.Future, Got: "nonsense"},
		{Problem: code.NoSerial},
		{Problem: code.SerialShort, Got: "007"},
		{Problem: code.SerialLong, Got: "00000007"},
		{Problem: code.IsProcedure, Got: "1.004194"},
		{Problem: code.BadLetter, Got: "#"},
		{Problem: code.BadLetter},
		{Problem: code.Ambiguous},
		{Problem: 99},
	}
	for _, l := range []text.Lang{text.VI, text.EN} {
		t.Run(string(l), func(t *testing.T) {
			e := viewtest.Env(t, l)
			var b strings.Builder
			for _, p := range problems {
				fmt.Fprintf(&b, "%s %s\n  %s\n", p.Problem, p.Got, Dossier(&p, e))
			}
			e.Medium = view.Command
			fmt.Fprintf(&b, "on a command line\n  %s\n", Code(&code.Error{Problem: code.IsProcedure, Got: "1.004194"}, e))
			golden.RequireEqual(t, []byte(b.String()))
		})
	}
}

// Every sentence about a code says how to go on: by an example, by where to
// look, or by what to press.
func TestEveryCodeProblemSaysHowToGoOn(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		e := viewtest.Env(t, l)
		for p := code.Unreadable; p <= code.Ambiguous; p++ {
			got := Code(&code.Error{Problem: p, Got: "261320", Month: 13, Day: 20}, e)
			hint := strings.Contains(got, text.ExampleCode) || strings.Contains(got, "6 ") || strings.Contains(got, "Enter")
			if !hint || strings.Contains(got, "%!") {
				t.Errorf("%s, %s: %q", l, p, got)
			}
		}
	}
}

// With a proof the sentence may point at its digits, but it is still one for an
// unknown code and for a wrong proof.
func TestNotFoundWithAProofIsOneSentence(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		e := viewtest.Env(t, l)
		plain := Dossier(client.ErrNotFound, e)
		unknown, wrong := Proof(client.ErrNotFound, e), Proof(fmt.Errorf("proof wrong: %w", client.ErrNotFound), e)
		if unknown != wrong || unknown == plain || unknown != e.Texts.Errors.ProofNotFound {
			t.Errorf("%s: %q and %q", l, unknown, wrong)
		}
	}
}

// Junk of 10 KB once filled four lines before the sentence came to its point.
func TestCodeProblemQuotesLittle(t *testing.T) {
	for _, p := range []code.Problem{code.NoAgency, code.DateLong, code.SerialLong, code.BadLetter} {
		got := Code(&code.Error{Problem: p, Got: strings.Repeat("ấ7", 5000)}, viewtest.Env(t, text.VI))
		if n := strings.Count(got, "7") - strings.Count(text.ExampleCode, "7"); n > 10 || !strings.Contains(got, "…”") {
			t.Errorf("%v: %q", p, got)
		}
	}
}

// A code that is read aloud is spelt: a voice stumbles over it in one piece.
func TestTheEarGetsTheCodeSpelt(t *testing.T) {
	for l, want := range map[text.Lang]string{text.VI: "một, chấm, không, không, bốn", text.EN: "one, dot, zero, zero, four"} {
		e := viewtest.Env(t, l)
		e.Medium = view.Ear
		if got := Procedure(client.ErrNotFound, "1.004194", e); !strings.Contains(got, want) {
			t.Errorf("%s: %q", l, got)
		}
	}
}
