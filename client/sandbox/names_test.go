package sandbox

import (
	"flag"
	"os"
	"os/exec"
	"runtime"
	"testing"

	"motcua/client/facts"
)

func TestSampleProceduresAreNamedAsInTheCatalogue(t *testing.T) {
	used := map[string]bool{}
	for _, d := range dossiers {
		used[d.procedure] = true
		e, ok := facts.Shipped().Entry(d.procedure)
		if got := sampleProcedures[d.procedure]; !ok || got != (named{e.Name, e.Field}) {
			t.Errorf("%s: named %+v, the catalogue says %q of %q", d.procedure, got, e.Name, e.Field)
		}
	}
	if len(used) != len(sampleProcedures) {
		t.Errorf("%d procedures named, %d used", len(sampleProcedures), len(used))
	}
}

func TestAGivenCatalogueNamesTheDossiersProcedures(t *testing.T) {
	s, err := New(Options{Catalogue: []facts.Entry{{Code: "1.004194", Name: "Tạm trú thử", Field: "Thử"}}})
	if err != nil {
		t.Fatal(err)
	}
	if name, field := s.procedureName("1.004194"); name != "Tạm trú thử" || field != "Thử" {
		t.Errorf("named %q of %q", name, field)
	}
	if name, _ := s.procedureName("1.001193"); name != sampleProcedures["1.001193"].name {
		t.Errorf("what it lacks is named %q", name)
	}
}

// A dossier that exists must not take longer than one that does not, not even
// the first time: to unpack the catalogue takes a tenth of a second and megabytes.
// Memory is measured, for a clock is no test, and in a process of its own, for
// here another test may have unpacked it already.
func TestTheFirstDossierUnpacksNothing(t *testing.T) {
	const child = "in-a-process-of-its-own"
	if flag.Arg(0) != child {
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestTheFirstDossierUnpacksNothing$", child)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	s, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	cost := func(code string) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := s.track(nil, code); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	unknown := cost("H55.17.05-261120-9999")
	if found := cost("H55.17.05-261120-0007"); found > unknown+64<<10 {
		t.Errorf("a found code takes %d bytes, an unknown one %d", found, unknown)
	}
}
