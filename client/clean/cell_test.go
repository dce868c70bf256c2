package clean_test

import (
	"testing"

	"motcua/client/clean"
)

// A spreadsheet computes a cell that begins with one of these characters.
func TestHarmless(t *testing.T) {
	for in, want := range map[string]string{
		"":                  "",
		"Tờ khai":           "Tờ khai",
		"5 = 5":             "5 = 5",
		"=HYPERLINK(\"x\")": "'=HYPERLINK(\"x\")",
		"+84 901":           "'+84 901",
		"-1":                "'-1",
		"@SUM(A1)":          "'@SUM(A1)",
		"\t=1":              "'\t=1",
		"\r=1":              "'\r=1",
	} {
		if got := clean.Harmless(in); got != want {
			t.Errorf("Harmless(%q) = %q, want %q", in, got, want)
		}
	}
}
