package facts

import (
	"testing"

	"motcua/client/code"
)

func TestAgencies(t *testing.T) {
	tests := []struct{ id, root, name string }{
		{"H55", "H55", "UBND tỉnh Thái Nguyên"},
		{"H55.17.05", "H55", "UBND tỉnh Thái Nguyên"},
		{" h55.17.05 ", "H55", "UBND tỉnh Thái Nguyên"},
		{"000.00.53.H48", "H48", "UBND tỉnh Quảng Ngãi"},
		{"000.A0.01.H26", "H26", "UBND thành phố Hà Nội"},
		{"000.00.00.G01", "G01", "Bộ Công an"},
		{"000.17.03.H03", "H03", "UBND tỉnh Bắc Kạn"},
		{"G09.20", "G09", "Bộ Nội vụ"},
		{"0100100079", "0100100079", "Tập đoàn Điện lực Việt Nam"},
		{"H99.1", "H99", ""},
		{"", "", ""},
	}
	for _, tt := range tests {
		if got := code.AgencyRoot(tt.id); got != tt.root {
			t.Errorf("AgencyRoot(%q) = %q, want %q", tt.id, got, tt.root)
		}
		name, ok := AgencyName(tt.id)
		if name != tt.name || ok != (tt.name != "") {
			t.Errorf("AgencyName(%q) = %q, %v, want %q", tt.id, name, ok, tt.name)
		}
	}
	// 57 rows of the portal, and Bắc Kạn.
	if got := len(AgencyIDs()); got != 58 {
		t.Errorf("%d agencies, want 58", got)
	}
}

func TestSuccessor(t *testing.T) {
	for _, id := range []string{"H03", "H03.12", "000.17.03.H03"} {
		if got, ok := Successor(id); !ok || got != "H55" {
			t.Errorf("Successor(%q) = %q, %v", id, got, ok)
		}
	}
	if got, ok := Successor("H55.17.05"); ok {
		t.Errorf("Thái Nguyên was not merged, got %q", got)
	}
	for _, id := range AgencyIDs() {
		if next, ok := Successor(id); ok {
			if _, known := AgencyName(next); !known {
				t.Errorf("%s went to %s, which nobody knows", id, next)
			}
		}
	}
}

func TestEveryAgencyOfTheCatalogueHasAnID(t *testing.T) {
	for _, e := range Entries() {
		if e.Agency == "" {
			continue
		}
		if _, ok := AgencyID(e.Agency); !ok {
			t.Fatalf("%s: no id for %q", e.Code, e.Agency)
		}
	}
	if id, _ := AgencyID("Bộ xây dựng (Giao thông vận tải cũ)"); id != "G17" {
		t.Errorf("the ministry with a remark in brackets is %q", id)
	}
}
