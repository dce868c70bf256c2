package dossiers

import (
	"testing"
	"time"

	"motcua/client/facts"
)

func TestSampleProceduresAreNamedAsInTheCatalogue(t *testing.T) {
	used := map[string]bool{}
	for _, d := range samples {
		used[d.Procedure] = true
		e, ok := facts.Shipped().Entry(d.Procedure)
		if got := sampleProcedures[d.Procedure]; !ok || got != (named{e.Name, e.Field}) {
			t.Errorf("%s: named %+v, the catalogue says %q of %q", d.Procedure, got, e.Name, e.Field)
		}
	}
	if len(used) != len(sampleProcedures) {
		t.Errorf("%d procedures named, %d used", len(sampleProcedures), len(used))
	}
}

func TestAGivenCatalogueNamesTheDossiersProcedures(t *testing.T) {
	b := NewBook(time.Now, facts.Calendar(), nil, []facts.Entry{{Code: "1.004194", Name: "Tạm trú thử", Field: "Thử"}})
	if name, field := b.ProcedureName("1.004194"); name != "Tạm trú thử" || field != "Thử" {
		t.Errorf("named %q of %q", name, field)
	}
	if name, _ := b.ProcedureName("1.001193"); name != sampleProcedures["1.001193"].name {
		t.Errorf("what it lacks is named %q", name)
	}
}
