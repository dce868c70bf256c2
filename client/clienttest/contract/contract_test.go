package contract

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/decode"
	"motcua/client/rest"
	"motcua/client/system"
)

// at asks the sample portal without pauses and without retries, so that a test sees the
// first answer.
func at(base string) rest.Config {
	return rest.Config{BaseURL: base, Source: client.SourceName{ID: "mau", Name: "Cổng mẫu"}, Retries: -1}
}

// kind returns the back end of a kind in the table, opened with the settings for the sample
// portal.
func kind(name string, b Backend) Backend {
	k, ok := system.Find(name)
	if !ok {
		panic("no kind is called " + name)
	}
	b.Kind = name
	b.With = func(tb testing.TB, base, portal string, unknown decode.OnUnknown) client.DossierSource {
		tb.Helper()
		s, err := k.Open(at(""), system.SettingsOf(k.Sample(base, portal)), system.Hooks{OnUnknown: unknown})
		if err != nil {
			tb.Fatal(err)
		}
		if c, ok := s.(interface{ Close() }); ok {
			tb.Cleanup(c.Close)
		}
		return s
	}
	return b
}

var adapter = kind("integration", Backend{
	Name: "integration adapter",
	Has: []Feature{
		ByCodeAlone, ByIdentity, ByPhone, LogsIn, TellsProcedure, TellsSubmitted, TellsReceived, TellsDue, TellsFinished, TellsReturned,
		TellsSteps, TellsField, TellsDesk, TellsReasonKind, TellsReason, TellsApplicant, TellsPapers, TellsFees, TellsSupplement, TellsResults,
	},
})

var iGate = kind("igate", Backend{
	Name: "VNPT iGate",
	Has: []Feature{
		ByCodeAlone, ByIdentity, ByPhone, LogsIn, TellsProcedure, TellsSubmitted, TellsReceived, TellsDue, TellsFinished, TellsField,
		TellsApplicant,
	},
})

var openCPS = kind("opencps", Backend{
	Name: "OpenCPS v2",
	Has: []Feature{
		ByCodeAlone, BySecret, TellsProcedure, TellsSubmitted, TellsReceived, TellsDue, TellsFinished, TellsReturned, TellsSteps,
		TellsReasonKind, TellsReason, TellsApplicant, TellsSupplement,
	},
	Instead: map[client.Status]client.Status{client.StatusAccepted: client.StatusProcessing},
})

var handOver = kind("handover", Backend{Name: "hand-over", Has: []Feature{HandsOver}})

// strictOpenCPS shows nothing without the secret.
func strictOpenCPS() Backend {
	b := openCPS
	b.Name, b.Has = "OpenCPS v2, secret needed", b.Has[1:]
	b.Options.OpenCPSNeedsSecret = true
	return b
}

// deafOpenCPS accepts any secret, so a secret proves nothing. The source has to find that
// out before it uses secrets.
func deafOpenCPS() Backend {
	b := openCPS
	b.Name, b.Deaf = "OpenCPS v2, any secret", true
	b.Has = slices.DeleteFunc(slices.Clone(b.Has), func(f Feature) bool {
		return slices.Contains([]Feature{BySecret, TellsReason, TellsApplicant, TellsSupplement}, f)
	})
	b.With = func(tb testing.TB, base, portal string, unknown decode.OnUnknown) client.DossierSource {
		tb.Helper()
		s := openCPS.With(tb, base, portal, unknown)
		if _, err := s.Dossier(tb.Context(), query(tb, dueTomorrow, "1007")); !errors.Is(err, client.ErrUnjudged) {
			tb.Fatalf("a portal that takes any secret: %v", err)
		}
		return s
	}
	return b
}

// all are the back ends with a column in the table; variants of their setup have none.
var all = []Backend{adapter, iGate, openCPS, handOver}

func everyWay() []Backend { return append(slices.Clone(all), strictOpenCPS(), deafOpenCPS()) }

// faultsOf returns the kinds that no back end covers, and those whose row in the table
// contradicts their back end about proofs.
func faultsOf(kinds []system.Kind, backends []Backend) []string {
	var faults []string
	for _, k := range kinds {
		i := slices.IndexFunc(backends, func(b Backend) bool { return b.Kind == k.Name })
		if i < 0 {
			faults = append(faults, k.Name+" is held to nothing")
			continue
		}
		proof := system.ProofNone
		switch b := backends[i]; {
		case b.has(BySecret):
			proof = system.ProofSecret
		case b.has(ByIdentity), b.has(ByPhone):
			proof = system.ProofDigits
		}
		if k.Proof != proof {
			faults = append(faults, fmt.Sprintf("%s is proven by %q in the table, and by %q", k.Name, k.Proof, proof))
		}
		if k.Asked == backends[i].has(HandsOver) {
			faults = append(faults, fmt.Sprintf("%s is asked: %v", k.Name, k.Asked))
		}
	}
	for _, b := range backends {
		if !slices.ContainsFunc(kinds, func(k system.Kind) bool { return k.Name == b.Kind }) {
			faults = append(faults, b.Kind+" is no kind")
		}
	}
	return faults
}

// Every kind in the table has a back end here, and the table agrees with it.
func TestEveryKindHasABackEnd(t *testing.T) {
	if faults := faultsOf(system.Kinds(), all); len(faults) > 0 {
		t.Errorf("%q", faults)
	}
	trial := append(system.Kinds(), system.Kind{Name: "trial", Asked: true})
	if got, want := faultsOf(trial, all), []string{"trial is held to nothing"}; !slices.Equal(got, want) {
		t.Errorf("a kind without a back end: %q, want %q", got, want)
	}
	wrong := system.Kinds()
	wrong[0].Proof, wrong[1].Asked = system.ProofSecret, false
	if got := faultsOf(wrong, all); len(got) != 2 {
		t.Errorf("a table that says something else: %q", got)
	}
	if got, want := faultsOf(system.Kinds()[1:], all), []string{"integration is no kind"}; !slices.Equal(got, want) {
		t.Errorf("a back end without a kind: %q, want %q", got, want)
	}
}

// Every scenario applies to some back end, and this list has those to which it does not
// apply.
func TestWhatDoesNotApply(t *testing.T) {
	want := map[string][]string{
		"hand-over": {
			"every sample", "faults", "many at once", "midnight", "names in words", "one answer", "shapes", "slow", "staff", "states of its own",
		},
	}
	held := map[string]bool{}
	for _, b := range everyWay() {
		left := NotApplicable(b)
		for name, why := range left {
			if why == "" {
				t.Errorf("%s: nothing says why %q does not apply", b.Name, name)
			}
		}
		if got := slices.Sorted(maps.Keys(left)); !slices.Equal(got, want[b.Name]) {
			t.Errorf("to %s do not apply %q, want %q", b.Name, got, want[b.Name])
		}
		for _, s := range scenarios {
			held[s.name] = held[s.name] || s.of(b) != nil && !slices.ContainsFunc(s.excludes, b.has)
		}
	}
	for _, s := range scenarios {
		if !held[s.name] {
			t.Errorf("nobody is held to %q", s.name)
		}
	}
	proofs := map[Proof]bool{}
	for _, b := range everyWay() {
		proofs[b.proof()] = true
	}
	if len(proofs) != 3 {
		t.Errorf("only the proofs %v are tried", proofs)
	}
}

func TestContract(t *testing.T) {
	for _, b := range everyWay() {
		t.Run(b.Name, func(t *testing.T) { Run(t, b) })
	}
}

var update = flag.Bool("update", false, "write the support table into client/README.md")

// The table in client/README.md is generated from the features that the back ends declare
// and the scenarios check.
func TestSupportTable(t *testing.T) {
	name := filepath.Join("..", "..", "README.md")
	readme, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(readme), "| what it can tell |")
	_, after, ended := strings.Cut(rest, "\n\n")
	if !found || !ended {
		t.Fatalf("%s has no support table", name)
	}
	want := before + Table(all) + "\n" + after
	if *update {
		if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if string(readme) != want {
		t.Errorf("%s has another support table, run the test with -update; now\n%s", name, Table(all))
	}
}
