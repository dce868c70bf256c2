package syncing

import (
	"bytes"
	"strings"
	"testing"

	"motcua/client/store"
	"motcua/tui/text"
)

func TestProgressOnATerminalAndElsewhere(t *testing.T) {
	steps := []store.Progress{
		{Phase: store.PhaseList, PageSize: 200},
		{Phase: store.PhaseList, Done: 200, Total: 1_000, Requests: 1, PageSize: 200},
		{Phase: store.PhaseList, Done: 250, Total: 1_000, Requests: 3, PageSize: 50},
		{Phase: store.PhaseList, Done: 300, Total: 1_000, Requests: 4, PageSize: 50},
		{Phase: store.PhaseList, Done: 1_000, Total: 1_000, Requests: 18, PageSize: 50},
		{Phase: store.PhaseDetails, Done: 0, Total: 2},
		{Phase: store.PhaseDetails, Done: 2, Total: 2},
	}
	play := func(width int, steps []store.Progress) string {
		var b bytes.Buffer
		p := newProgress(&Run{Err: &b, Lang: text.EN, Columns: width})
		for _, s := range steps {
			p.show(s)
		}
		p.end()
		return b.String()
	}

	lines := play(0, steps)
	want := "Catalogue 200/1,000\nThe connection is slow: asking for 50 procedures at a time.\nCatalogue 300/1,000\nCatalogue 1,000/1,000\nDetails 2/2\n"
	// 250 of 1,000 is within the same tenth as 200.
	if lines != want {
		t.Errorf("lines:\n%q\nwant\n%q", lines, want)
	}

	bar := play(60, steps)
	for _, want := range []string{
		"\r[#####------------------------]  20 %  Catalogue 200/1,000", "\r[###########################] 100 %  Catalogue 1,000/1,000", "\n\r[", "Details 2/2\n",
	} {
		if !strings.Contains(bar, want) {
			t.Errorf("the bar lacks %q:\n%q", want, bar)
		}
	}
	for _, l := range strings.FieldsFunc(bar, func(r rune) bool { return r == '\r' || r == '\n' }) {
		if len(l) >= 60 {
			t.Errorf("%q does not fit 60 columns", l)
		}
	}
	if narrow := play(20, steps); strings.Contains(narrow, "[") || !strings.Contains(narrow, "\rCatalogue 200/1,00") {
		t.Errorf("without room for a bar: %q", narrow)
	}
	if open := play(0, []store.Progress{{Phase: store.PhaseList, Done: 200, Requests: 1}, {Phase: store.PhaseList, Done: 400, Requests: 2}}); open != "Catalogue 200\nCatalogue 400\n" {
		t.Errorf("without a total: %q", open)
	}
	resumed := play(0, []store.Progress{{Phase: store.PhaseList, Done: 400, Total: 1_000, Resumed: true, PageSize: 200}})
	if !strings.HasPrefix(resumed, "Continuing the last sync after 400 procedures.\n") {
		t.Errorf("resumed: %q", resumed)
	}
}
