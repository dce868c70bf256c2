package facts

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"motcua/client/clean"
	"motcua/client/workday"
)

func TestTheShippedCatalogueIsWhole(t *testing.T) {
	entries := Entries()
	if len(entries) != 4578 {
		t.Fatalf("%d procedures, want 4578", len(entries))
	}
	counts := map[string]int{}
	for i, e := range entries {
		if i > 0 && entries[i-1].Code >= e.Code {
			t.Errorf("%s stands after %s", e.Code, entries[i-1].Code)
		}
		for name, s := range map[string]string{
			"code": e.Code, "name": e.Name, "field": e.Field, "kind": e.Kind,
			"executing": e.Executing, "agency": e.Agency, "decision": e.Decision, "uuid": e.UUID,
		} {
			if s != clean.Line(s) || s == nothing || strings.ContainsRune(s, '\uFFFD') {
				t.Errorf("%s: %s %q was not cleaned when it was packed", e.Code, name, s)
			}
			if s != "" {
				counts[name]++
			}
		}
		if len(e.Levels) > 0 {
			counts["levels"]++
		}
		if e.Weight > 0 {
			counts["weight"]++
		}
	}
	for name, want := range map[string]int{"name": 4578, "field": 2849, "levels": 2849, "weight": 2815, "agency": 2642, "uuid": 2642} {
		if counts[name] != want {
			t.Errorf("%d procedures have a %s, want %d", counts[name], name, want)
		}
	}
}

// AsOf must be neither older than the newest record nor later than the date of the source.
func TestAsOfIsTheDayOfTheNewestRecord(t *testing.T) {
	var newest time.Time
	for _, e := range Entries() {
		if e.UUID == "" {
			continue
		}
		ms, err := strconv.ParseInt(strings.ReplaceAll(e.UUID, "-", "")[:12], 16, 64)
		if err != nil {
			t.Fatalf("%s: %v", e.UUID, err)
		}
		if at := time.UnixMilli(ms).In(workday.Zone); at.After(newest) {
			newest = at
		}
	}
	if got, want := newest.Format(time.DateOnly), AsOf.Format(time.DateOnly); got != want {
		t.Errorf("the newest record is of %s, AsOf says %s", got, want)
	}
}

func TestReadEntries(t *testing.T) {
	tests := []struct {
		name, in, err string
		want          int
	}{
		{"one", `{"code":"1.000001","name":"A"}`, "", 1},
		{"blank lines and no last line feed", "\n" + `{"code":"1.000001","name":"A"}` + "\n\n" + `{"code":"1.000002","name":"B"}`, "", 2},
		{"a code twice keeps the first", `{"code":"1.000001","name":"A"}` + "\n" + `{"code":"1.000001","name":"B"}`, "", 1},
		{"no name", `{"code":"1.000001"}`, "line 1: code or name is missing", 0},
		{"not JSON", `{"code":"1.000001","name":"A"}` + "\nhello", "line 2", 0},
		{"empty", "", "holds no procedure", 0},
		{"cut gzip", "\x1f\x8b", "catalogue:", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ReadEntries(strings.NewReader(tt.in))
			if tt.err == "" && err != nil || tt.err != "" && (err == nil || !strings.Contains(err.Error(), tt.err)) {
				t.Fatalf("got error %v, want %q", err, tt.err)
			}
			if len(got) != tt.want {
				t.Fatalf("got %d entries, want %d", len(got), tt.want)
			}
			if tt.want > 0 && got[0].Name != "A" {
				t.Errorf("first is %+v", got[0])
			}
		})
	}
}

func TestReadEntriesSanitises(t *testing.T) {
	in := `{"code":"1.000001","name":"Đăng  ký\u001b[2J\u0007 xe","executing":"Không có thông tin","level":"Cấp Xã, Cấp Bộ","weight":-4}`
	got, err := ReadEntries(strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	e := got[0]
	if strings.ContainsAny(e.Name, "\x1b\a") || strings.Contains(e.Name, "  ") || e.Executing != "" || e.Weight != 0 {
		t.Errorf("got %+v", e)
	}
	if LevelWords(e.Levels) != "Cấp bộ, Cấp xã" {
		t.Errorf("levels %v", e.Levels)
	}
}

func TestWriteEntriesReadsBack(t *testing.T) {
	var b strings.Builder
	if err := WriteEntries(&b, Entries()); err != nil {
		t.Fatal(err)
	}
	again, err := ReadEntries(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if len(again) != len(Entries()) {
		t.Fatalf("%d entries came back", len(again))
	}
	for i, e := range Entries() {
		if e.Code != again[i].Code || e.Name != again[i].Name || LevelWords(e.Levels) != LevelWords(again[i].Levels) || e.Weight != again[i].Weight {
			t.Fatalf("%+v came back as %+v", e, again[i])
		}
	}
}

func FuzzReadEntries(f *testing.F) {
	f.Add(`{"code":"1.000001","name":"A","level":"Cấp xã","weight":3}`)
	f.Add("{}\n")
	f.Add(`{"code":"x","name":"y"}` + "\n[1]")
	f.Fuzz(func(t *testing.T, in string) {
		entries, err := ReadEntries(strings.NewReader(in))
		if (err == nil) != (len(entries) > 0) {
			t.Fatalf("%d entries and error %v", len(entries), err)
		}
		for _, e := range entries {
			if e.Code == "" || e.Name == "" || e.Name != clean.Line(e.Name) {
				t.Fatalf("%+v", e)
			}
		}
	})
}

func BenchmarkOpen(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := readEntries(strings.NewReader(string(packed)), func(s string) string { return s }); err != nil {
			b.Fatal(err)
		}
	}
}

// A page leads to its procedure, whatever the case of its id; a page that several
// share leads to none.
func TestCodeOfPage(t *testing.T) {
	pages := map[string]int{}
	for _, e := range Shipped().Entries() {
		pages[e.UUID]++
	}
	found, shared := 0, 0
	for _, e := range Shipped().Entries() {
		if e.UUID == "" {
			continue
		}
		code, ok := CodeOfPage(strings.ToUpper(e.UUID))
		switch {
		case pages[e.UUID] > 1:
			if shared++; ok {
				t.Errorf("%s is the page of %d procedures, and %s is said to be meant", e.UUID, pages[e.UUID], code)
			}
		case code != e.Code:
			t.Errorf("%s is the page of %s, and %q was found", e.UUID, e.Code, code)
		default:
			found++
		}
	}
	if found < 1000 {
		t.Errorf("%d pages lead to a procedure, %d are shared", found, shared)
	}
	if code, ok := CodeOfPage("00000000-0000-0000-0000-000000000000"); ok {
		t.Errorf("a page that is none leads to %s", code)
	}
}
