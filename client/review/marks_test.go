package review

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"
)

func TestMarksComeAndGo(t *testing.T) {
	at := time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)
	m := Marks{Dir: filepath.Join(t.TempDir(), "state", "marks"), Now: func() time.Time { at = at.Add(time.Minute); return at }}
	if list, err := m.List(); err != nil || len(list) != 0 {
		t.Errorf("a list that is not there: %v, %v", list, err)
	}
	press := func(code string, row int, who string, want bool) {
		t.Helper()
		if got, err := m.Toggle(code, row, who); err != nil || got != want {
			t.Errorf("%s row %d: marked %v, %v, want %v", code, row, got, err, want)
		}
	}
	press("1.001193", 0, Desk, true)
	press("1.001193", 3, "SHA256:abc", true)
	press("2.000001", 0, Desk, true)
	if got := m.Of("1.001193"); !slices.Equal(got, []int{0, 3}) {
		t.Errorf("rows %v", got)
	}
	press("1.001193", 0, "SHA256:abc", false) // whoever marked it
	list, err := m.List()
	if err != nil || len(list) != 2 {
		t.Fatalf("%v, %v", list, err)
	}
	want := Mark{Code: "1.001193", Row: 3, At: time.Date(2026, 11, 24, 8, 2, 0, 0, time.UTC), Who: "SHA256:abc"}
	if list[0].Code != "2.000001" || !reflect.DeepEqual(list[1], want) {
		t.Errorf("list %+v, want the newest first and %+v", list, want)
	}
	if info, err := os.Stat(filepath.Join(m.Dir, "1.001193+3.json")); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("the file of a mark: %v, %v", info, err)
	}
}

// No code leads out of the folder, and files that are no marks do no harm.
func TestMarksKeepToTheirFolder(t *testing.T) {
	m := Marks{Dir: t.TempDir()}
	for _, code := range []string{"", "../1.001193", "1.001193/../../x", "khai sinh", "H55.17.05-261120-0007", " 1.001193"} {
		if marked, err := m.Toggle(code, 0, Desk); err == nil || marked {
			t.Errorf("%q was marked", code)
		}
	}
	if _, err := m.Toggle("1.001193", -1, Desk); err == nil {
		t.Error("a row below the first was marked")
	}
	for name, body := range map[string]string{
		"1.000001.json": "half a", "1.000002.json": `{"code":"1.000003"}`, "note.json": `{"code":"note"}`, "x.txt": "x", ".mark-1": "",
	} {
		write(t, m.Dir, name, body)
	}
	if list, err := m.List(); err != nil || len(list) != 0 {
		t.Errorf("list %+v, %v", list, err)
	}
}

func TestMarksAreBounded(t *testing.T) {
	full := Marks{Dir: t.TempDir()}
	for i := range marksMost {
		name := filepath.Join(full.Dir, time.Duration(i).String())
		if err := os.WriteFile(name, nil, 0o600); err != nil { // a leftover of a crash is no mark
			t.Fatal(err)
		}
		f, err := os.Create(name + markSuffix)
		if err != nil {
			t.Fatal(err)
		}
		_ = f.Close()
	}
	if marked, err := full.Toggle("1.001193", 0, Desk); !errors.Is(err, ErrMarksFull) || marked {
		t.Errorf("a mark too many: %v, %v", marked, err)
	}
}

// When two people press at once, there is one complete mark or none. Readers never find half of
// one, and no leftovers remain.
func TestMarksAtOnce(t *testing.T) {
	m := Marks{Dir: t.TempDir()}
	whole := func() int {
		files, err := filepath.Glob(filepath.Join(m.Dir, "*"+markSuffix))
		if err != nil || len(files) > 1 {
			t.Errorf("%q, %v", files, err)
		}
		for _, name := range files {
			body, err := os.ReadFile(name)
			if errors.Is(err, fs.ErrNotExist) {
				return 0 // it was just removed
			}
			var k Mark
			if err != nil || json.Unmarshal(body, &k) != nil || k.Code != "1.001193" || k.Row != 0 || k.Who != Desk || k.At.IsZero() {
				t.Errorf("%s holds %q, %v", name, body, err)
			}
		}
		return len(files)
	}
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			for range 20 {
				_, _ = m.Toggle("1.001193", 0, Desk)
				whole()
				if list, err := m.List(); err != nil || len(list) > 1 {
					t.Errorf("list %+v, %v", list, err)
				}
			}
		})
	}
	all.Wait()
	left, err := os.ReadDir(m.Dir)
	if n := whole(); err != nil || len(left) != n {
		t.Errorf("left are %v, of which %d are marks; %v", left, n, err)
	}
}
