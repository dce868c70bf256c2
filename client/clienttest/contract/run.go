package contract

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/code"
	"motcua/client/facts"
	"motcua/client/sandbox"
	"motcua/client/sandbox/dossiers"
	"motcua/client/timely"
	"motcua/client/workday"
)

// tuesday is the morning of a working day.
var tuesday = time.Date(2026, 11, 24, 8, 14, 0, 0, workday.Zone)

// Codes of the sample portal.
const (
	dueTomorrow = "H55.17.05-261120-0007"        // processing, appointment on the next working day at 17:00
	dueToday    = "H55.17.05-261120-0008"        // processing, appointment today without a time
	nobodys     = "H55.17.05-261120-9999"        // known to no portal
	ministrys   = "000.00.00.G01-261119-0019001" // known to another portal than h55
	province    = "h55"
)

// scenario is one way to use a back end.
type scenario struct {
	name string
	run  func(Backend, *testing.T)
	// needs lists features without which the scenario has nothing to check; excludes
	// lists features with which it makes no sense.
	needs, excludes []Feature
	// otherwise asserts the opposite for a back end that the features rule out. Where
	// there is none, why says why the scenario does not apply.
	otherwise func(Backend, *testing.T)
	why       string
	// oneByOne is for a scenario that looks up many samples, one after another. What runs
	// together is in the others.
	oneByOne bool
}

// answersNothing is the reason why most scenarios do not apply to a hand-over page.
const answersNothing = "nothing is ever asked or answered: \"hands over\" asserts it, whatever the portal does"

var scenarios = []scenario{
	{name: "hands over", run: Backend.handsOver, needs: []Feature{HandsOver}, otherwise: Backend.answersItself},
	{name: "every sample", run: Backend.everySample, excludes: []Feature{HandsOver}, why: answersNothing, oneByOne: true},
	{name: "declared and shown are the same", run: Backend.declared, oneByOne: true},
	{name: "one answer", run: Backend.oneAnswer, excludes: []Feature{HandsOver}, why: answersNothing},
	{name: "a receipt's secret", run: Backend.receiptSecret, needs: []Feature{BySecret}, excludes: []Feature{HandsOver}, otherwise: Backend.ignoresSecret},
	{name: "staff", run: Backend.full, excludes: []Feature{HandsOver}, why: answersNothing},
	{name: "names in words", run: Backend.names, excludes: []Feature{HandsOver}, why: answersNothing, oneByOne: true},
	{name: "faults", run: Backend.faults, excludes: []Feature{HandsOver}, why: answersNothing},
	{name: "slow", run: Backend.slow, excludes: []Feature{HandsOver}, why: answersNothing},
	{name: "shapes", run: Backend.shapes, excludes: []Feature{HandsOver}, why: answersNothing, oneByOne: true},
	{name: "states of its own", run: Backend.ownStates, excludes: []Feature{HandsOver}, why: answersNothing, oneByOne: true},
	{name: "midnight", run: Backend.midnight, needs: []Feature{TellsDue}, excludes: []Feature{HandsOver}, why: answersNothing, oneByOne: true},
	{name: "sessions that end", run: Backend.sessionsEnd, needs: []Feature{LogsIn}, otherwise: Backend.neverLogsIn},
	{name: "many at once", run: Backend.manyAtOnce, excludes: []Feature{HandsOver}, why: answersNothing},
}

// of returns what the scenario does with a back end; nil where it does not apply.
func (s scenario) of(b Backend) func(Backend, *testing.T) {
	for _, f := range s.needs {
		if !b.has(f) {
			return s.otherwise
		}
	}
	if slices.ContainsFunc(s.excludes, b.has) {
		return s.otherwise
	}
	return s.run
}

// Run runs all scenarios that apply to a back end.
func Run(t *testing.T, b Backend) {
	t.Helper()
	for _, s := range scenarios {
		if run := s.of(b); run != nil {
			t.Run(s.name, func(t *testing.T) {
				if s.oneByOne {
					clienttest.OneByOne(t)
				}
				run(b, t)
			})
		}
	}
}

// NotApplicable returns the scenarios that do not apply to a back end, and why.
func NotApplicable(b Backend) map[string]string {
	left := map[string]string{}
	for _, s := range scenarios {
		if s.of(b) == nil {
			left[s.name] = s.why
		}
	}
	return left
}

func query(tb testing.TB, rawCode, proof string) client.DossierQuery {
	tb.Helper()
	c, err := code.ParseDossier(rawCode)
	if err != nil {
		tb.Fatal(err)
	}
	return client.DossierQuery{Code: c, Proof: proof}
}

// few returns the first of many codes where tests should be brief. Concurrency is the same for
// each code.
func few(codes ...string) []string {
	if clienttest.Brief() {
		return codes[:1]
	}
	return codes
}

func sampleOf(tb testing.TB, code string) dossiers.Sample {
	tb.Helper()
	i := slices.IndexFunc(dossiers.Samples(), func(s dossiers.Sample) bool { return s.Code == code })
	if i < 0 {
		tb.Fatalf("%s is no sample", code)
	}
	return dossiers.Samples()[i]
}

// everySample checks each of the ten states, each timeliness and each form of code:
// the code alone opens nothing personal; the proof opens no more than the masked name
// of the applicant.
func (b Backend) everySample(t *testing.T) {
	stand := newStand(t, b, tuesday)
	src := b.Open(t, stand.url, "")
	relative, err := dossiers.SamplesAt(tuesday, facts.Calendar())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range append(dossiers.Samples(), relative...) {
		for _, proof := range []string{"", s.Proof} {
			stand.taken()
			stand.wasSent("")
			d, err := src.Dossier(t.Context(), query(t, s.Code, proof))
			if want := b.refuses(proof); want != nil {
				if !errors.Is(err, want) || saidBy(d) != saidBy(client.Dossier{}) {
					t.Errorf("%s %q: %+v, %v, want %v", s.Code, proof, d, err, want)
				}
				if proof != "" && stand.wasSent(proof) {
					t.Errorf("%s: the proof %q was sent to a system that has none", s.Code, proof)
				}
				continue
			}
			if err != nil {
				t.Errorf("%s %q: %v", s.Code, proof, err)
				continue
			}
			b.isSample(t, d, s)
			said := saidBy(d)
			for _, secret := range personal(stand.taken()) {
				if strings.Contains(said, secret) {
					t.Errorf("%s %q tells %q: %s", s.Code, proof, secret, said)
				}
			}
			want := client.ProofGiven
			switch {
			case b.proof() == ProofNone:
				want = client.ProofNone
			case proof == "":
				want = client.ProofNeeded
			}
			open := d.Private != nil && strings.Contains(d.Private.Applicant, "•")
			if d.Proof != want || open != (proof != "") || (d.Private != nil) != open {
				t.Errorf("%s %q: %s, want %s; %+v", s.Code, proof, d.Proof, want, d.Private)
			}
		}
	}
}

// refuses returns the error for a correct proof, or for none; nil where the API answers.
func (b Backend) refuses(proof string) error {
	switch {
	case b.proof() == ProofNone && proof != "":
		return client.ErrUnjudged
	case b.proof() == ProofNeeded && proof == "":
		return client.ErrNotFound
	default:
		return nil
	}
}

// isSample compares the public part of a dossier with its sample.
func (b Backend) isSample(t *testing.T, d client.Dossier, s dossiers.Sample) {
	t.Helper()
	if d.Code.String() != s.Code || d.Status != b.status(s.Status) || d.Agency.ID != d.Code.Agency() {
		t.Errorf("%s: %+v", s.Code, d)
	}
	procedure := s.Procedure
	if !b.has(TellsProcedure) {
		procedure = ""
	}
	if d.ProcedureCode != procedure || d.ProcedureName == "" || d.Agency.Name == "" {
		t.Errorf("%s: %+v", s.Code, d)
	}
	want := []timely.Timeliness{s.Timeliness}
	if !b.has(TellsDue) { // the client must not invent a date
		want = []timely.Timeliness{timely.None, timely.Paused}
	}
	if l := timely.Of(d, tuesday, facts.Calendar()); !slices.Contains(want, l.Timeliness) {
		t.Errorf("%s: %+v, want %s", s.Code, l, want)
	}
	// The day on which it was sent is a step where the system has no timeline.
	none := len(d.Steps) == 0 && (b.has(TellsSteps) || b.has(TellsSubmitted))
	if !slices.IsSortedFunc(d.Steps, func(x, y client.Step) int { return x.At.Compare(y.At) }) || none {
		t.Errorf("%s: steps %+v", s.Code, d.Steps)
	}
}

// saidBy returns all text of a dossier.
func saidBy(d client.Dossier) string {
	said := fmt.Sprintf("%+v", d)
	if d.Private != nil {
		said += fmt.Sprintf("%+v", *d.Private)
	}
	return said
}

// declared checks that over all samples the back end shows the features that it
// declares, and no others.
func (b Backend) declared(t *testing.T) {
	stand := newStand(t, b, tuesday)
	src := b.Open(t, stand.url, "")
	seen := map[Feature]bool{}
	for _, s := range dossiers.Samples() {
		for _, way := range []struct {
			proof string
			means []Feature
		}{
			{"", []Feature{ByCodeAlone}},
			{s.Phone, []Feature{ByPhone}},
			// A sample's secret is the end of its identity number. A longer end of the
			// number opens only systems that compare the number.
			{s.Proof, nil},
			{"0000" + s.Proof, []Feature{ByIdentity}},
		} {
			d, err := src.Dossier(t.Context(), query(t, s.Code, way.proof))
			if errors.Is(err, client.ErrHandOver) {
				seen[HandsOver] = true
				continue
			}
			if errors.Is(err, client.ErrNotFound) || errors.Is(err, b.refusal()) && way.proof != "" {
				continue
			}
			if err != nil {
				t.Fatalf("%s: %v", s.Code, err)
			}
			if way.proof != "" && d.Proof != client.ProofGiven {
				t.Fatalf("%s: %q is taken, and proves nothing: %s", s.Code, way.proof, d.Proof)
			}
			for _, f := range append(observe(d), way.means...) {
				seen[f] = true
			}
		}
		d, err := src.Dossier(t.Context(), query(t, s.Code, s.Proof))
		if err == nil && d.Proof == client.ProofGiven {
			if _, err := src.Dossier(t.Context(), query(t, s.Code, "0000"+s.Proof)); errors.Is(err, client.ErrNotFound) {
				seen[BySecret] = true
			}
		}
	}
	seen[LogsIn] = stand.loggedIn()
	for _, f := range features {
		if seen[f] != b.has(f) {
			t.Errorf("%s: declared %v, shown %v", f, b.has(f), seen[f])
		}
	}
}

// oneAnswer checks that an unknown code, a wrong proof, another portal's dossier and a
// dossier whose code alone shows nothing cannot be told apart: the same error with the
// same text after the same number of requests. Where the API takes no proof, a typed
// one gives ErrUnjudged and nothing is asked.
func (b Backend) oneAnswer(t *testing.T) {
	stand := newStand(t, b, tuesday)
	src := b.Open(t, stand.url, province)
	s := sampleOf(t, dueTomorrow)
	if _, err := src.Dossier(t.Context(), query(t, s.Code, b.best(s))); err != nil {
		t.Fatal(err)
	}
	typed := []client.DossierQuery{
		query(t, s.Code, "9999"), query(t, s.Code, "1008"), query(t, s.Code, "007"), query(t, s.Code, "abcd"),
		query(t, s.Code, "000000001008"), query(t, s.Code, strings.Repeat("1007", 9)), query(t, s.Code, "Phạm Thị D"),
		query(t, nobodys, "1007"), query(t, ministrys, "1019"),
	}
	bare := []client.DossierQuery{query(t, nobodys, ""), query(t, ministrys, "")}
	if b.proof() == ProofNeeded {
		bare = append(bare, query(t, s.Code, ""))
	}
	if b.proof() == ProofNone {
		typed = append(typed, query(t, s.Code, s.Proof))
	}
	if !b.has(ByPhone) {
		typed = append(typed, query(t, s.Code, s.Phone))
	}
	stand.requests()
	for _, q := range slices.Concat(typed, bare) {
		want, words, asked := client.ErrNotFound, client.ErrNotFound.Error(), 1
		if q.Proof != "" && b.proof() == ProofNone {
			want, words, asked = client.ErrUnjudged, (&client.UnjudgedError{Source: src.Source()}).Error(), 0
		}
		d, err := src.Dossier(t.Context(), q)
		if !errors.Is(err, want) || err.Error() != words {
			t.Errorf("%v: %v, want the bare %v", q, err, want)
		}
		if saidBy(d) != saidBy(client.Dossier{}) {
			t.Errorf("%v: an error with %+v", q, d)
		}
		if n := stand.requests(); n != asked {
			t.Errorf("%v: %d requests, want %d", q, n, asked)
		}
	}
}

// receiptSecret checks that the secret in a receipt's link opens as much as a typed one,
// and that a wrong one opens nothing.
func (b Backend) receiptSecret(t *testing.T) {
	stand := newStand(t, b, tuesday)
	src := b.Open(t, stand.url, "")
	s := sampleOf(t, dueTomorrow)
	q := query(t, s.Code, "")
	q.Secret = s.Proof
	if d, err := src.Dossier(t.Context(), q); err != nil || d.Proof != client.ProofGiven || d.Private == nil {
		t.Errorf("by the receipt's link: %s %+v, %v", d.Proof, d.Private, err)
	}
	q.Secret = "Kx7Q"
	if d, err := src.Dossier(t.Context(), q); !errors.Is(err, client.ErrNotFound) || saidBy(d) != saidBy(client.Dossier{}) {
		t.Errorf("by another's link: %+v, %v", d, err)
	}
}

// ignoresSecret checks that a back end without secrets neither sends a receipt's secret
// nor counts it as a wrong proof.
func (b Backend) ignoresSecret(t *testing.T) {
	stand := newStand(t, b, tuesday)
	src := b.Open(t, stand.url, "")
	for _, s := range dossiers.Samples() {
		q := query(t, s.Code, b.least(s))
		plain, err := src.Dossier(t.Context(), q)
		stand.wasSent("")
		for _, secret := range []string{"Kx7Q", s.Proof} {
			q.Secret = secret
			d, withSecret := src.Dossier(t.Context(), q)
			if !reflect.DeepEqual(d, plain) || fmt.Sprint(withSecret) != fmt.Sprint(err) {
				t.Errorf("%s with a receipt's secret: %s, %v; without: %s, %v", s.Code, saidBy(d), withSecret, saidBy(plain), err)
			}
		}
		if stand.wasSent("Kx7Q") {
			t.Errorf("%s: a receipt's secret was sent to a system that has none", s.Code)
		}
	}
}

// handsOver checks that every code leads to the portal's own page, without any part of a
// proof, and that nothing is asked, whatever the portal does and whoever asks.
func (b Backend) handsOver(t *testing.T) {
	stand := newStand(t, b, tuesday)
	src := b.Open(t, stand.url, "")
	over := func(ctx context.Context, q client.DossierQuery) {
		d, err := src.Dossier(ctx, q)
		var over *client.HandOverError
		if !errors.As(err, &over) || !strings.HasPrefix(over.URL, stand.url+sandbox.HandOverPath) || saidBy(d) != saidBy(client.Dossier{}) {
			t.Errorf("%v: %v", q, err)
			return
		}
		for _, proof := range []string{q.Proof, q.Secret} {
			if proof != "" && strings.Contains(over.URL, proof) {
				t.Errorf("%v: the page's address holds the proof: %s", q, over.URL)
			}
		}
	}
	here := t.Context()
	gone, cancel := context.WithCancel(here)
	cancel()
	for _, fault := range []string{"", "500", "hang"} {
		if fault != "" {
			set(t, stand, fault)
		}
		var all sync.WaitGroup
		for _, s := range dossiers.Samples() {
			for _, q := range []client.DossierQuery{query(t, s.Code, ""), query(t, s.Code, "4711-"+s.Proof), query(t, nobodys, "")} {
				all.Go(func() {
					over(here, q)
					over(gone, q)
					q.Full, q.Secret = true, "Kx7QKx7Q"
					over(here, q)
				})
			}
		}
		all.Wait()
	}
	if n := stand.requests(); n != 0 || stand.loggedIn() {
		t.Errorf("%d requests to a portal that wants people", n)
	}
}

// answersItself checks that a system which can be asked never hands over to a page.
func (b Backend) answersItself(t *testing.T) {
	stand := newStand(t, b, tuesday)
	src := b.Open(t, stand.url, "")
	for _, code := range []string{dueTomorrow, nobodys} {
		_, err := src.Dossier(t.Context(), query(t, code, b.least(sampleOf(t, dueTomorrow))))
		if errors.Is(err, client.ErrHandOver) || (err == nil) != (code == dueTomorrow) {
			t.Errorf("%s: %v", code, err)
		}
	}
	if stand.requests() == 0 {
		t.Error("nothing was asked")
	}
}
