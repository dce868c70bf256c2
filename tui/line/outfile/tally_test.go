package outfile

import (
	"slices"
	"testing"

	"motcua/tui/line/record"
	"motcua/tui/text"
)

// A list that has a dossier twice, in another spelling or under no answer, counts it once.
func TestEachDossierIsCountedOnce(t *testing.T) {
	row := func(code, status, timeliness string) record.Dossier {
		found := status != ""
		days := -3
		return record.Dossier{Code: &code, Found: &found, Status: record.OrNull(status), Timeliness: record.OrNull(timeliness), WorkingDaysLeft: &days}
	}
	none := row("H55.17.05-261120-0009", "processing", "late")
	none.Found = nil // no answer at first
	var s Tally
	for _, r := range []record.Dossier{
		none, row("H55.17.05-261120-0009", "processing", "late"), row("H55.17.05-261120-0010", "supplement", "paused"),
		row("000.00.05.H55-261120-0099", "", ""), row("H55.17.05-261120-0009", "processing", "late"), row("000.00.05.H55-261120-0099", "", ""),
	} {
		s.Add(r)
	}
	want := []string{
		"Total: 6 codes, 1 of them late",
		"      H55.17.05-261120-0009  3 working days late",
		"  ! More papers needed: 1",
		"  ● In progress: 1",
		"  ○ Not found: 1",
		"  ✗ No answer yet: 1",
		"  ○ Codes that were repeated, not counted again: 2",
	}
	if got := s.Lines(text.For(text.EN)); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
