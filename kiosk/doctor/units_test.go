package doctor

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client/clienttest"
	"motcua/client/office"
	"motcua/kiosk/keyfile"
	"motcua/tui/text"
)

const twoUnits = `[[unit]]
code = "H55.100"
phone = "0209 3870 000"

[[unit]]
code = "H55.999"
phone = "0209 3870 001"
`

func TestUnitsFindings(t *testing.T) {
	trust := func(path string) error { return keyfile.Check(path, keyfile.Trusted) }
	known := func(list ...string) func(context.Context) map[string]bool {
		m := map[string]bool{}
		for _, k := range list {
			m[k] = true
		}
		return func(context.Context) map[string]bool { return m }
	}
	never := func(context.Context) map[string]bool { return nil }
	both := known("H55.100", "H55.999")
	for name, tt := range map[string]struct {
		doc   string // "": no file
		trust func(string) error
		known func(context.Context) map[string]bool
		now   time.Duration // after the file was written
		want  []string      // state and the beginning of each sentence after the file's name
		do    string        // in what to do of the last
	}{
		"good":      {twoUnits, trust, both, time.Hour, []string{"ok FILE has 2 units"}, ""},
		"missing":   {"", trust, both, 0, []string{"fail FILE: there is no such file. Check the path"}, "motcua units check FILE"},
		"untrusted": {twoUnits, func(string) error { return errors.New("anybody") }, both, 0, []string{"fail FILE: other accounts may change it: anybody"}, "check"},
		"denied":    {twoUnits, func(string) error { return nil }, both, 0, []string{"fail FILE: this account may not read it"}, "check"},
		"invalid": {
			twoUnits + "\n[[unit]]\ncode = \"H55.101\"\nhours = [\"soon\"]\n", trust, both, time.Hour,
			[]string{"warn FILE, line 11: unit.hours cannot be read", "ok FILE has 2 units"}, "",
		},
		"many mistakes": {
			twoUnits + strings.Repeat("[[unit]]\nphone = \"1\"\n", 30), trust, both, time.Hour,
			append(slices.Repeat([]string{"warn FILE, line "}, 20), "warn FILE: there are 10 more mistakes.", "ok FILE has 2 units"), "",
		},
		"not text":  {"\xff", trust, both, 0, []string{"fail FILE: it is no text in UTF-8"}, "check"},
		"empty":     {"# later\n", trust, both, 0, []string{"warn FILE has no unit"}, "check"},
		"old":       {twoUnits, trust, both, 366 * 24 * time.Hour, []string{"ok FILE has 2 units", "warn FILE was last changed on"}, "save the file"},
		"unmatched": {twoUnits, trust, known("H55.100"), time.Hour, []string{"ok FILE", "warn 1 of 2 units are not in the portal's list and are shown nowhere: H55.999 (line 5)"}, "place.province"},
		"alone":     {twoUnits, trust, never, time.Hour, []string{"ok FILE", "warn it was not compared"}, "motcua sync"},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "units.toml")
			if tt.doc != "" {
				if err := os.WriteFile(file, []byte(tt.doc), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if name == "denied" {
				if !clienttest.BoundByModes(t) {
					return
				}
				if err := os.Chmod(file, 0); err != nil {
					t.Fatal(err)
				}
			}
			e := sound(t)
			e.Config.Place.Units = file
			e.Units = Units{Book: office.Read(file, tt.trust), Known: tt.known}
			now := time.Now().Add(tt.now)
			e.Now = func() time.Time { return now }
			got := checkUnits(t.Context(), &e)
			if len(got) != len(tt.want) {
				t.Fatalf("%+v", got)
			}
			for i, f := range got {
				if says := string(f.State) + " " + strings.ReplaceAll(f.Sentence, file, "FILE"); f.Name != "units" || !strings.HasPrefix(says, tt.want[i]) {
					t.Errorf("%s: %q", f.Name, says)
				}
				if (f.State == StateOK) != (f.WhatToDo == "") {
					t.Errorf("what to do: %+v", f)
				}
			}
			if last := got[len(got)-1]; !strings.Contains(last.WhatToDo, tt.do) {
				t.Errorf("what to do: %+v", last)
			}
			e.Lang = text.VI
			for _, f := range checkUnits(t.Context(), &e) {
				if strings.Contains(f.Sentence, "%!") || strings.Contains(f.WhatToDo, "%!") {
					t.Errorf("%+v", f)
				}
			}
		})
	}
	if e := sound(t); checkUnits(t.Context(), &e) != nil {
		t.Error("a file that nobody configured is checked")
	}
}
