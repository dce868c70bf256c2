package main

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"motcua/client/store"
	"motcua/tui/parts"
	"motcua/tui/text"
)

// Both languages say everything, with the same blanks to fill.
func TestSyncWordsInBothLanguages(t *testing.T) {
	vi, en := reflect.ValueOf(syncWordsVI), reflect.ValueOf(syncWordsEN)
	for i := range vi.NumField() {
		name := vi.Type().Field(i).Name
		if vi.Field(i).Kind() == reflect.Map {
			if !reflect.DeepEqual(keysOfMap(vi.Field(i)), keysOfMap(en.Field(i))) {
				t.Errorf("%s: the languages have other keys", name)
			}
			continue
		}
		a, b := vi.Field(i).String(), en.Field(i).String()
		if a == "" || b == "" {
			t.Errorf("%s is empty in a language", name)
		}
		if strings.Count(a, "%") != strings.Count(b, "%") {
			t.Errorf("%s: %q and %q take different values", name, a, b)
		}
	}
}

func keysOfMap(m reflect.Value) map[string]bool {
	keys := map[string]bool{}
	for _, k := range m.MapKeys() {
		keys[k.String()] = true
	}
	return keys
}

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
	run := &syncRun{w: &syncWordsEN, t: text.For(text.EN)}
	play := func(width int, steps []store.Progress) string {
		var b bytes.Buffer
		p := &progress{run: run, out: &b, bar: parts.Progress{Out: &b, Width: width}, tenth: -1}
		for _, s := range steps {
			p.show(s)
		}
		p.end()
		return b.String()
	}

	lines := play(0, steps)
	want := "Catalogue 200/1,000\nThe line is weak: asking for 50 procedures at a time.\nCatalogue 300/1,000\nCatalogue 1,000/1,000\nDetails 2/2\n"
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
	if !strings.HasPrefix(resumed, "Going on where the last sync broke off, after 400 procedures.\n") {
		t.Errorf("resumed: %q", resumed)
	}
}

func TestStateDir(t *testing.T) {
	for _, c := range []struct {
		name string
		env  map[string]string
		want string
	}{
		{"the base directory", map[string]string{"XDG_STATE_HOME": "/var/state", "HOME": "/home/a"}, "/var/state/motcua"},
		{"home", map[string]string{"HOME": "/home/a"}, "/home/a/.local/state/motcua"},
		{"a relative path counts as none", map[string]string{"XDG_STATE_HOME": "state", "HOME": "/home/a"}, "/home/a/.local/state/motcua"},
		{"no place at all", nil, ""},
	} {
		if got := stateDir(func(k string) string { return c.env[k] }); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
