package contract

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/facts"
	"motcua/client/sandbox"
	"motcua/client/workday"
)

// tuesday is a working day, in the morning.
var tuesday = time.Date(2026, 11, 24, 8, 14, 0, 0, workday.Zone)

// Codes of the sample portal.
const (
	dueTomorrow = "H55.17.05-261120-0007"        // processing, appointment on the next working day at 17:00
	dueToday    = "H55.17.05-261120-0008"        // processing, appointment today without a time
	nobodys     = "H55.17.05-261120-9999"        // known to no portal
	ministrys   = "000.00.00.G01-261119-0019001" // known to another portal than h55
	province    = "h55"
)

// Run holds a back end to the scenarios.
func Run(t *testing.T, b Backend) {
	t.Helper()
	if b.HandsOver {
		t.Run("hands over", b.handsOver)
		return
	}
	t.Run("every sample", b.everySample)
	t.Run("declared and shown are the same", b.declared)
	t.Run("one answer", b.oneAnswer)
	t.Run("staff", b.full)
	t.Run("names in words", b.names)
	t.Run("faults", b.faults)
	t.Run("slow", b.slow)
	t.Run("shapes", b.shapes)
	t.Run("midnight", b.midnight)
	t.Run("sessions that end", b.sessionsEnd)
	t.Run("many at once", b.manyAtOnce)
}

func query(tb testing.TB, rawCode, proof string) client.DossierQuery {
	tb.Helper()
	c, err := code.ParseDossier(rawCode)
	if err != nil {
		tb.Fatal(err)
	}
	return client.DossierQuery{Code: c, Proof: proof}
}

// few are the first of many codes in a run with -short, which is how the race
// detector runs: what is asked side by side is the same for each.
func few(codes ...string) []string {
	if testing.Short() {
		return codes[:1]
	}
	return codes
}

// least is the proof without which the API shows nothing, "" for most.
func (b Backend) least(s sandbox.Sample) string {
	if b.has(ByCodeAlone) {
		return ""
	}
	return s.Proof
}

func sampleOf(tb testing.TB, code string) sandbox.Sample {
	tb.Helper()
	i := slices.IndexFunc(sandbox.Samples(), func(s sandbox.Sample) bool { return s.Code == code })
	if i < 0 {
		tb.Fatalf("%s is no sample", code)
	}
	return sandbox.Samples()[i]
}

// everySample: each of the ten states, each way to stand to the appointment,
// each form of code; by the code alone nothing personal, with the proof no more
// than the masked name of the applicant and of nobody else.
func (b Backend) everySample(t *testing.T) {
	stand := newStand(t, b.Options, tuesday)
	src := b.Open(t, stand.url, "")
	relative, err := sandbox.SamplesAt(tuesday, facts.Calendar())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range append(sandbox.Samples(), relative...) {
		for _, proof := range []string{"", s.Proof} {
			if proof == "" && !b.has(ByCodeAlone) {
				continue
			}
			stand.taken()
			d, err := src.Dossier(t.Context(), query(t, s.Code, proof))
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
			switch {
			case proof == "" && (d.Proof != client.ProofNeeded || d.Private != nil):
				t.Errorf("%s without proof: %s %+v", s.Code, d.Proof, d.Private)
			case proof != "" && (d.Proof != client.ProofGiven || d.Private == nil || !strings.Contains(d.Private.Applicant, "•")):
				t.Errorf("%s with proof: %s %+v", s.Code, d.Proof, d.Private)
			}
		}
	}
}

// isSample compares the public part of a dossier with what the sample is there
// to show.
func (b Backend) isSample(t *testing.T, d client.Dossier, s sandbox.Sample) {
	t.Helper()
	if d.Code.String() != s.Code || d.Status != b.status(s.Status) || d.Agency.ID != d.Code.Agency() {
		t.Errorf("%s: %+v", s.Code, d)
	}
	if d.ProcedureCode != s.Procedure || d.ProcedureName == "" || d.Agency.Name == "" {
		t.Errorf("%s: %+v", s.Code, d)
	}
	if l := d.Lateness(tuesday, facts.Calendar()); l.Timeliness != s.Timeliness {
		t.Errorf("%s: %+v, want %s", s.Code, l, s.Timeliness)
	}
	if !slices.IsSortedFunc(d.Steps, func(x, y client.Step) int { return x.At.Compare(y.At) }) || len(d.Steps) == 0 {
		t.Errorf("%s: steps %+v", s.Code, d.Steps)
	}
}

// saidBy is all that a dossier says.
func saidBy(d client.Dossier) string {
	said := fmt.Sprintf("%+v", d)
	if d.Private != nil {
		said += fmt.Sprintf("%+v", *d.Private)
	}
	return said
}

// declared: over all samples the back end shows the features that it declares,
// and no others.
func (b Backend) declared(t *testing.T) {
	stand := newStand(t, b.Options, tuesday)
	src := b.Open(t, stand.url, "")
	seen := map[Feature]bool{}
	for _, s := range sandbox.Samples() {
		for _, way := range []struct {
			proof string
			means []Feature
		}{
			{"", []Feature{ByCodeAlone}},
			{s.Phone, []Feature{ByPhone}},
			// The samples' secret is the end of the identity number; what a
			// longer end of it opens tells the two apart.
			{s.Proof, nil},
			{"0000" + s.Proof, []Feature{ByIdentity}},
		} {
			d, err := src.Dossier(t.Context(), query(t, s.Code, way.proof))
			if errors.Is(err, client.ErrNotFound) {
				continue
			}
			if err != nil {
				t.Fatalf("%s: %v", s.Code, err)
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
	for _, f := range features {
		if seen[f] != b.has(f) {
			t.Errorf("%s: declared %v, shown %v", f, b.has(f), seen[f])
		}
	}
}

// oneAnswer: an unknown code, a wrong proof, another portal's dossier and one
// that shows nothing by its code alone cannot be told apart: the same error in
// the same words after the same number of requests.
func (b Backend) oneAnswer(t *testing.T) {
	stand := newStand(t, b.Options, tuesday)
	src := b.Open(t, stand.url, province)
	s := sampleOf(t, dueTomorrow)
	if _, err := src.Dossier(t.Context(), query(t, s.Code, s.Proof)); err != nil {
		t.Fatal(err)
	}
	queries := []client.DossierQuery{
		query(t, s.Code, "9999"), query(t, s.Code, "1008"), query(t, s.Code, "007"), query(t, s.Code, "abcd"),
		query(t, s.Code, "000000001008"), query(t, s.Code, strings.Repeat("1007", 9)), query(t, s.Code, "Phạm Thị D"),
		query(t, nobodys, ""), query(t, nobodys, "1007"),
		query(t, ministrys, ""), query(t, ministrys, "1019"),
	}
	if !b.has(ByCodeAlone) {
		queries = append(queries, query(t, s.Code, ""))
	}
	if !b.has(ByPhone) {
		queries = append(queries, query(t, s.Code, s.Phone))
	}
	stand.requests()
	for _, q := range queries {
		d, err := src.Dossier(t.Context(), q)
		if !errors.Is(err, client.ErrNotFound) || err.Error() != client.ErrNotFound.Error() {
			t.Errorf("%v: %v, want the bare ErrNotFound", q, err)
		}
		if saidBy(d) != saidBy(client.Dossier{}) {
			t.Errorf("%v: an error with %+v", q, d)
		}
		if n := stand.requests(); n != 1 {
			t.Errorf("%v: %d requests, want 1", q, n)
		}
	}
}

// handsOver: every code leads to the portal's own page and nothing is asked.
func (b Backend) handsOver(t *testing.T) {
	stand := newStand(t, b.Options, tuesday)
	src := b.Open(t, stand.url, "")
	for _, q := range []client.DossierQuery{query(t, dueTomorrow, ""), query(t, dueTomorrow, "1007"), query(t, nobodys, "")} {
		d, err := src.Dossier(t.Context(), q)
		var over *client.HandOverError
		if !errors.As(err, &over) || !strings.HasPrefix(over.URL, stand.url+sandbox.HandOverPath) || saidBy(d) != saidBy(client.Dossier{}) {
			t.Errorf("%v: %v", q, err)
		}
	}
	if n := stand.requests(); n != 0 {
		t.Errorf("%d requests to a portal that wants people", n)
	}
}
