package review

import (
	"strings"
	"testing"
)

// An office's file links procedures; a member finds the group, and a code that is none is
// told with its line.
func TestAnOfficeLinksProcedures(t *testing.T) {
	entry := func(linked string) string {
		return "[[procedure]]\ncode = \"1.000001\"\noffice = \"Phường A\"\nreviewed = 2026-11-20\nsource = \"" + Fingerprint(page()) + "\"\nlinked = " + linked + "\n"
	}
	entries, problems := Parse("a.toml", []byte(entry(`["1.000002", " 1.000003 "]`)))
	if len(problems) > 0 || len(entries) != 1 {
		t.Fatalf("%v, %v", entries, problems)
	}
	b := &Book{entries: map[string]Entry{"1.000001": entries[0]}}
	for _, code := range []string{"1.000001", "1.000002", "1.000003"} {
		got := b.Linked(code)
		if len(got) != 1 || got[0].Code != "1.000001" || got[0].Office != "Phường A" || got[0].Since.Day() != 20 || len(got[0].Members) != 2 {
			t.Errorf("%s: %+v", code, got)
		}
	}
	if got := b.Linked("1.000004"); len(got) != 0 {
		t.Errorf("a stranger: %+v", got)
	}
	_, problems = Parse("a.toml", []byte(entry(`["khai sinh"]`)))
	if len(problems) != 1 || problems[0].Kind != BadCode || problems[0].Key != "linked" || problems[0].Line != 6 || !strings.Contains(problems[0].Value, "khai") {
		t.Errorf("%+v", problems)
	}
}
