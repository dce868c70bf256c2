package office

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"motcua/client/unit"
)

const good = `# units of the province
[[unit]]
code = "h55.100"
address = "Số 1 đường Hùng Vương"
phone = "0209 3870 000"
hours = ["mon-fri 07:30-11:30 13:00-17:00", "t7 8h00-11h00"]

[[unit.counter]]
name = "Quầy 3"
takes = "Hộ tịch"
place = "Tầng 1"

[[ unit ]] # by id
id = "019d2be3-6ab4-74ce-8a81-1708de733a98"
note = "Gửi xe ở cổng sau"
`

func TestReadingUnits(t *testing.T) {
	b := Parse([]byte(good))
	if len(b.Problems()) != 0 || b.Len() != 2 {
		t.Fatalf("%d units, %+v", b.Len(), b.Problems())
	}
	if want := []Row{{"H55.100", 2}, {"019D2BE3-6AB4-74CE-8A81-1708DE733A98", 13}}; !slices.Equal(b.Rows(), want) {
		t.Errorf("rows %v", b.Rows())
	}
	o := b.Of("x", "H55.100")
	if o == nil || o.Address != "Số 1 đường Hùng Vương" || o.Phone != "0209 3870 000" || !reflect.DeepEqual(o.Counters, []unit.Counter{{Name: "Quầy 3", Takes: "Hộ tịch", Place: "Tầng 1"}}) {
		t.Fatalf("%+v", o)
	}
	if !slices.Equal(o.Hours[time.Friday], []unit.Span{{From: 450, To: 690}, {From: 780, To: 1020}}) || !slices.Equal(o.Hours[time.Saturday], []unit.Span{{From: 480, To: 660}}) || o.Hours[time.Sunday] != nil {
		t.Errorf("hours %v", o.Hours)
	}
	if byID := b.Of("019D2BE3-6ab4-74ce-8a81-1708de733a98", "H44.100"); byID == nil || byID.Note == "" {
		t.Errorf("by id: %+v", byID)
	}
	if b.Of("x", "H55.101") != nil || (*Book)(nil).Of("x", "y") != nil {
		t.Error("something is said of a unit that is not in the file")
	}
}

func TestMistakesAreNamedWithTheirLine(t *testing.T) {
	for _, tt := range []struct {
		doc  string
		want Problem
	}{
		{"[[unit]]\ncode = \"H55.1\"\ntelephone = \"x\"\n", Problem{3, UnknownKey, "unit.telephone", ""}},
		{"[[unit]]\naddress = \"x\"\n", Problem{1, Nameless, "unit", ""}},
		{"\n[[unit]]\ncode = \"Phường 1\"\nphone = \"1\"\n", Problem{3, BadCode, "unit.code", "PHƯỜNG 1"}},
		// Once told as "cannot decode TOML string into struct field office.entry.Hours of type []string".
		{"[[unit]]\ncode = \"H55.1\"\nhours = \"mon-fri 07:30-11:30\"\n", Problem{3, WrongType, "unit.hours", ""}},
		{"[[unit]]\ncode = \"H55.1\"\nphone = 1\n", Problem{3, WrongType, "unit.phone", ""}},
		{"[[unit]]\ncode = \"H55.1\"\n", Problem{1, Empty, "unit", ""}},
		{"[[unit]]\ncode = \"H55.1\"\nhours = [\"mon-fri 17:00-13:00\"]\nphone=\"1\"", Problem{3, BadHours, "unit.hours", "mon-fri 17:00-13:00"}},
		{"[[unit]]\ncode = \"H55.1\"\nnote = \"" + strings.Repeat("a", noteMost+1) + "\"\n", Problem{3, TooLong, "unit.note", "600"}},
		{"[[unit]]\ncode = \"H55.1\"\n[[unit.counter]]\ntakes = \"x\"\n", Problem{3, NoName, "unit.counter.name", ""}},
		{"[[unit]]\ncode = \"H55.1\"\nphone = \"1\"\n[[unit]]\ncode = \"h55.1\"\nphone = \"2\"\n", Problem{4, Twice, "unit.code", "1"}},
	} {
		b := Parse([]byte(tt.doc))
		if len(b.Problems()) != 1 || b.Problems()[0] != tt.want {
			t.Errorf("%q: %+v, want %+v", tt.doc, b.Problems(), tt.want)
		}
	}
	b := Parse([]byte("[[unit]]\ncode = \"H55.1\nphone = 1\n[[unit]]\ncode = \"H55.2\"\nphone = \"2\"\n"))
	if len(b.Problems()) != 1 || b.Problems()[0].Kind != Syntax || b.Problems()[0].Line != 2 || b.Of("", "H55.2") == nil {
		t.Errorf("%+v: a mistake in one unit takes the others along", b.Problems())
	}
	if b := Parse([]byte{0xff, 0xfe}); len(b.Problems()) != 1 || b.Problems()[0].Kind != NotText {
		t.Errorf("%+v", b.Problems())
	}
	if b := Read(filepath.Join(t.TempDir(), "no"), nil); len(b.Problems()) != 1 || b.Problems()[0].Kind != Missing {
		t.Errorf("%+v", b.Problems())
	}
	name := filepath.Join(t.TempDir(), "units.toml")
	if err := os.WriteFile(name, []byte(good), 0o600); err != nil {
		t.Fatal(err)
	}
	if b := Read(name, func(string) error { return os.ErrPermission }); len(b.Problems()) != 1 || b.Problems()[0].Kind != Untrusted || b.Len() != 0 {
		t.Errorf("%+v", b.Problems())
	}
}

// A file with thousands of mistakes told each of them.
func TestManyMistakesAreCounted(t *testing.T) {
	b := Parse([]byte("[[unit]]\ncode = \"H55.1\"\nphone = \"1\"\n" + strings.Repeat("[[unit]]\nphone = \"1\"\n", 3000)))
	p := b.Problems()
	if len(p) != shownBad+1 || p[shownBad-1].Line == 0 || p[shownBad] != (Problem{Kind: More, Value: strconv.Itoa(3000 - shownBad)}) || b.Len() != 1 {
		t.Errorf("%d problems of %d units, the last %+v", len(p), b.Len(), p[len(p)-1])
	}
	if p := Parse([]byte(strings.Repeat("[[unit]]\nphone = \"1\"\n", shownBad))).Problems(); len(p) != shownBad || p[shownBad-1].Kind != Nameless {
		t.Errorf("%d problems, the last %+v", len(p), p[len(p)-1])
	}
}

func TestHours(t *testing.T) {
	for s, want := range map[string]bool{
		"mon-fri 07:30-11:30 13:00-17:00": true, "t2-t6 7h30-11h30": true, "sat-sun 8:00-9:00": true, "cn 08:00-24:00": true,
		"mon": false, "mo 08:00-09:00": false, "mon 8-9": false, "mon 08:00-25:00": false, "mon 08:00-08:00": false, "mon 08:60-09:00": false,
		"mon 13:00-17:00 07:30-11:30": false, "mon 08:00": false, "": false,
	} {
		var w unit.Week
		if got := addHours(&w, s); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
	var w unit.Week
	if !addHours(&w, "mon-fri 08:00-09:00") || addHours(&w, "fri 10:00-11:00") {
		t.Error("a day was given hours twice")
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(good))
	f.Fuzz(func(t *testing.T, doc []byte) {
		b := Parse(doc)
		for _, p := range b.Problems() {
			if p.Line < 0 || strings.ContainsAny(p.Value, "\x1b\n") {
				t.Errorf("%+v", p)
			}
		}
	})
}

func TestHoursWrittenForPeople(t *testing.T) {
	for _, tt := range []struct {
		in   string
		days int // with hours; 0: not read
	}{
		{"7:30-11:30, 13:30-17:00", 5},
		{"7h30–11h30", 5},
		{"mon-fri 7:30-11:30 13:30-17:00; sat 8:00-11:00", 6},
		{"t2-t6 07:30-11:30", 5},
		{"Thứ Hai đến thứ Sáu, 7:30 – 11:30", 0},
		{"7:30-11:30, chiều nghỉ", 0},
		{"11:30-7:30", 0},
		{"", 0},
	} {
		w, ok := ReadHours(tt.in)
		days := 0
		for _, d := range w {
			if len(d) > 0 {
				days++
			}
		}
		if days != tt.days || ok != (tt.days > 0) {
			t.Errorf("%q: %d days, read %v; want %d", tt.in, days, ok, tt.days)
		}
	}
}
