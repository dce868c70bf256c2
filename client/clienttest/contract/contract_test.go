package contract

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	_ "time/tzdata" // zones also where the machine has none

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/rest"
	"motcua/client/system"
)

// at asks the sample portal without waiting and without trying again, so that a
// test sees the first answer.
func at(base string) rest.Config {
	return rest.Config{BaseURL: base, Source: client.SourceName{ID: "mau", Name: "Cổng mẫu"}, Retries: -1}
}

// kind is the back end of a kind of the table: opened by the settings with which
// the sample portal is asked.
func kind(name string, b Backend) Backend {
	k, ok := system.Find(name)
	if !ok {
		panic("no kind is called " + name)
	}
	b.Kind = name
	b.Open = func(tb testing.TB, base, portal string) client.DossierSource {
		tb.Helper()
		s, err := k.Open(at(""), system.SettingsOf(k.Sample(base, portal)), system.Hooks{})
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

// deafOpenCPS takes any secret, so that none proves anything. What its portal does is
// found out before it is used.
func deafOpenCPS() Backend {
	b := openCPS
	b.Name, b.Deaf = "OpenCPS v2, any secret", true
	b.Has = slices.DeleteFunc(slices.Clone(b.Has), func(f Feature) bool {
		return slices.Contains([]Feature{BySecret, TellsReason, TellsApplicant, TellsSupplement}, f)
	})
	b.Open = func(tb testing.TB, base, portal string) client.DossierSource {
		tb.Helper()
		s := openCPS.Open(tb, base, portal)
		if _, err := s.Dossier(tb.Context(), query(tb, dueTomorrow, "1007")); !errors.Is(err, client.ErrUnjudged) {
			tb.Fatalf("a portal that takes any secret: %v", err)
		}
		return s
	}
	return b
}

// all have a column in the table; a way to set one of them up does not.
var all = []Backend{adapter, iGate, openCPS, handOver}

func everyWay() []Backend { return append(slices.Clone(all), strictOpenCPS(), deafOpenCPS()) }

// faultsOf are the kinds that are held to nothing, and those whose row in the table
// says something else of proofs than their back end.
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

// A kind of the table that is not played here is held to nothing, and what the table
// says of it is what it does.
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

// Every scenario holds somebody, and whom it leaves out is listed here.
func TestWhatDoesNotApply(t *testing.T) {
	want := map[string][]string{
		"hand-over": {
			"declared and shown are the same", "every sample", "faults", "many at once", "midnight", "names in words", "one answer",
			"shapes", "slow", "staff",
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

// zoneOffset is the offset from UTC, in seconds, that TestInOtherZones expects of
// the process that it starts; absent in any other run.
var zoneOffset = flag.Int("zone-offset", -1, "fail unless the machine's zone is this many seconds east of UTC")

func TestMain(m *testing.M) {
	flag.Parse()
	if _, offset := tuesday.Local().Zone(); *zoneOffset != -1 && offset != *zoneOffset {
		fmt.Fprintf(os.Stderr, "the zone is %d seconds east of UTC, want %d\n", offset, *zoneOffset)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// The dates once more in machines that stand elsewhere: the zone is a global
// variable of a process, so each gets a process of its own.
func TestInOtherZones(t *testing.T) {
	clienttest.Long(t, "asks every sample once more")
	if runtime.GOOS == "windows" {
		t.Skip("on Windows the variable TZ does not set the zone of a process, so there is no second zone to look from")
	}
	want := 0
	for _, b := range everyWay() {
		if _, left := NotApplicable(b)["midnight"]; !left {
			want++
		}
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for zone, offset := range map[string]int{"UTC": 0, "Pacific/Pago_Pago": -11 * 3600, "Pacific/Kiritimati": 14 * 3600} {
		t.Run(zone, func(t *testing.T) {
			cmd := exec.CommandContext(t.Context(), exe, "-test.v", "-test.run=^TestContract$/./^midnight$", fmt.Sprint("-zone-offset=", offset))
			cmd.Env = append(cmd.Environ(), "TZ="+zone)
			out, err := cmd.CombinedOutput()
			if ran := strings.Count(string(out), "/midnight ("); err != nil || ran != want {
				t.Errorf("%d back ends ran, want %d; %v\n%s", ran, want, err, out)
			}
		})
	}
}

var update = flag.Bool("update", false, "write the support table")

// The table of client/README.md is what the back ends declare and the scenarios hold
// them to.
func TestSupportTable(t *testing.T) {
	table := Table(all)
	name := filepath.Join("testdata", "support.md")
	if *update {
		if err := os.WriteFile(name, []byte(table), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != table {
		t.Errorf("%s is out of date, run the test with -update; now\n%s", name, table)
	}
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(table, "|---")
	if strings.Contains(string(readme), "| what it can tell |") && !strings.Contains(string(readme), table) {
		t.Errorf("the README has another support table (it begins %q); want\n%s", head, table)
	}
}
