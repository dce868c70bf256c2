package directory

import (
	"encoding/json"
	"os"
	"testing"

	"motcua/client/gazetteer"
	"motcua/client/reporting"
)

// Ten units below Phú Thọ as the portal named them in September 2026.
func TestCapturedCommunesMatch(t *testing.T) {
	body, err := os.ReadFile("testdata/children-of-H44.json")
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct{ Level, DepartmentName string }
	if err := json.Unmarshal(body, &rows); err != nil {
		t.Fatal(err)
	}
	communes := gazetteer.Communes("H44")
	names := map[string]string{}
	for _, c := range communes {
		names[c.Code] = c.Name
	}
	matched, all := 0, 0
	for _, r := range rows {
		code := placeOf(reporting.UnitName(r.DepartmentName), communes)
		if r.Level != "COMMUNE" {
			if code != "" {
				t.Errorf("%s is the commune %s", r.DepartmentName, names[code])
			}
			continue
		}
		all++
		if code != "" {
			matched++
			t.Logf("%s: %s", r.DepartmentName, names[code])
		}
	}
	t.Logf("%d of %d communes match", matched, all)
	if all != 5 || matched != 5 {
		t.Errorf("%d of %d captured communes match, want 5 of 5", matched, all)
	}
}

// A name that two communes have is nobody's.
func TestPlacesThatCannotBeToldApart(t *testing.T) {
	communes := gazetteer.Communes("H55")
	for name, want := range map[string]bool{
		"UBND Phường Bắc Kạn": true, "UBND TP Bắc Kạn": false, "Sở Tư pháp": false, "": false, "UBND  xã   Chợ Mới": true,
	} {
		if got := placeOf(name, communes); (got != "") != want {
			t.Errorf("%q gives %q", name, got)
		}
	}
}
