package contract

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	_ "time/tzdata" // zones also where the machine has none

	"motcua/client"
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
		ByCodeAlone, ByIdentity, ByPhone, TellsSubmitted, TellsReceived, TellsDue, TellsFinished, TellsReturned, TellsSteps, TellsField,
		TellsDesk, TellsReason, TellsApplicant, TellsPapers, TellsFees, TellsSupplement, TellsResults,
	},
})

var iGate = kind("igate", Backend{
	Name: "VNPT iGate",
	Has: []Feature{
		ByCodeAlone, ByIdentity, ByPhone, TellsSubmitted, TellsReceived, TellsDue, TellsFinished, TellsField, TellsApplicant,
	},
})

var openCPS = kind("opencps", Backend{
	Name: "OpenCPS v2",
	Has: []Feature{
		ByCodeAlone, BySecret, TellsSubmitted, TellsReceived, TellsDue, TellsFinished, TellsReturned, TellsSteps,
		TellsReason, TellsApplicant, TellsSupplement,
	},
	Instead: map[client.Status]client.Status{client.StatusAccepted: client.StatusProcessing},
})

var handOver = kind("handover", Backend{Name: "hand-over", HandsOver: true})

// strictOpenCPS shows nothing without the secret.
func strictOpenCPS() Backend {
	b := openCPS
	b.Name, b.Has = "OpenCPS v2, secret needed", b.Has[1:]
	b.Options.OpenCPSNeedsSecret = true
	return b
}

// all have a column in the table; a way to set one of them up does not.
var all = []Backend{adapter, iGate, openCPS, handOver}

func everyWay() []Backend { return append(slices.Clone(all), strictOpenCPS()) }

// A kind of the table that is not played here is held to nothing.
func TestEveryKindHasABackEnd(t *testing.T) {
	var played, want []string
	for _, b := range all {
		played = append(played, b.Kind)
	}
	for _, k := range system.Kinds() {
		want = append(want, k.Name)
	}
	if !slices.Equal(played, want) {
		t.Errorf("back ends of the kinds %q, want those of %q", played, want)
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
	if testing.Short() {
		t.Skip("-short: asks every sample once more")
	}
	if runtime.GOOS == "windows" {
		t.Skip("on Windows the variable TZ does not set the zone of a process, so there is no second zone to look from")
	}
	want := 0
	for _, b := range everyWay() {
		if !b.HandsOver {
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
