package table

import (
	"encoding/json"
	"strings"
	"testing"

	"motcua/tui/line/plain"
	"motcua/tui/text"
	"motcua/tui/view"
)

var kind = &Kind{
	Keys: []string{"code", "due_at", "missing", "working_days_left", "name"}, Shown: []string{"code", "due_at", "name"}, Spare: []string{"due_at"},
}

var answers = []string{
	`{"code":"B","due_at":"2026-12-01T17:00:00+07:00","missing":["Tờ khai","Ảnh"],"working_days_left":-3,"name":"=1+1"}`,
	`{"code":"A","due_at":null,"missing":null,"working_days_left":10,"name":"Đăng ký thường trú, tạm trú và xác nhận thông tin"}`,
	`{"code":"C","due_at":"2026-12-09","missing":[],"working_days_left":null,"name":"a\u001b[31m"}`,
}

// A program that reads a list gets one also where nothing was found.
func TestNoAnswers(t *testing.T) {
	for form, want := range map[Form]string{
		Table: "\n", JSONL: "\n", JSON: "[\n]\n", YAML: "[]\n", CSV: "\ufeffCode,Due,Missing papers,Working days,Name\n",
	} {
		if got := written(t, text.EN, 0, form, nil, nil); got != want {
			t.Errorf("%s: %q, want %q", form, got, want)
		}
	}
}

func written(t *testing.T, l text.Lang, width int, form Form, list []string, change func(*Sheet)) string {
	t.Helper()
	var out []string
	s := New(kind, form, plain.Printer{Texts: text.For(l), Width: width, Style: plain.None{}}, func(lines ...string) { out = append(out, lines...) })
	if change != nil {
		change(s)
	}
	for _, a := range list {
		s.Add(a)
	}
	s.End()
	s.End() // once is enough
	return strings.Join(out, "\n") + "\n"
}

func TestForms(t *testing.T) {
	by := func(sort string, down bool) func(*Sheet) {
		return func(s *Sheet) { s.Columns, s.Sort, s.Down = []string{"code", "working_days_left"}, sort, down }
	}
	for _, tt := range []struct {
		name   string
		lang   text.Lang
		width  int
		form   Form
		change func(*Sheet)
		want   string
	}{
		{"a table in a pipe", text.VI, 0, Table, nil, `Mã  Ngày hẹn          Tên
B   01/12/2026 17:00  =1+1
A                     Đăng ký thường trú, tạm trú và xác nhận thông tin
C   09/12/2026        a�[31m
`},
		{"a terminal cuts the last column", text.EN, 50, Table, nil, `Code  Due               Name
B     01/12/2026 17:00  =1+1
A                       Đăng ký thường trú, tạm…
C     09/12/2026        a�[31m
`},
		{"a narrow one does without a column", text.EN, 30, Table, nil, `Code  Name
B     =1+1
A     Đăng ký thường trú…
C     a�[31m
`},
		{"numbers are sorted as numbers, those without one last", text.VI, 0, JSONL, by("working_days_left", false),
			`{"code":"B","working_days_left":-3}
{"code":"A","working_days_left":10}
{"code":"C","working_days_left":null}
`},
		{"the other way round", text.VI, 0, JSON, by("working_days_left", true), `[
  {"code":"A","working_days_left":10},
  {"code":"B","working_days_left":-3},
  {"code":"C","working_days_left":null}
]
`},
		{"a spreadsheet gets headings, and nothing to calculate", text.VI, 0, CSV, nil, "\ufeff" + `Mã,Ngày hẹn,Giấy tờ thiếu,Ngày làm việc,Tên
B,01/12/2026 17:00,Tờ khai; Ảnh,-3,'=1+1
A,,,10,"Đăng ký thường trú, tạm trú và xác nhận thông tin"
C,09/12/2026,,,a�[31m
`},
		{"YAML", text.VI, 0, YAML, func(s *Sheet) { s.Columns = []string{"code", "missing"} }, `- code: "B"
  missing: ["Tờ khai","Ảnh"]
- code: "A"
  missing: null
- code: "C"
  missing: []
`},
	} {
		if got := written(t, tt.lang, tt.width, tt.form, answers, tt.change); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
	var list []map[string]any
	if err := json.Unmarshal([]byte(written(t, text.VI, 0, JSON, answers, nil)), &list); err != nil || len(list) != 3 || len(list[0]) != 5 {
		t.Errorf("no JSON: %v, %v", err, list)
	}
}

// Colours of cells stand around the words and change no column.
func TestColoursKeepColumns(t *testing.T) {
	coloured := &Kind{Keys: kind.Keys, Shown: []string{"code", "name"}, Cells: func(*text.Texts) map[string]func(Object) Cell {
		return map[string]func(Object) Cell{"code": func(o Object) Cell { return Cell{view.SignStop, o.Word("code"), view.ToneBad} }}
	}}
	var out []string
	s := New(coloured, Table, plain.Printer{Texts: text.For(text.VI), Width: 40, Style: red{}}, func(lines ...string) { out = append(out, lines...) })
	s.Add(answers[0])
	s.End()
	if want := "Mã   Tên|<✗ B>  =1+1"; strings.Join(out, "|") != want {
		t.Errorf("got %q, want %q", strings.Join(out, "|"), want)
	}
}

type red struct{ plain.None }

func (red) Tone(_ view.Tone, s string) string { return "<" + s + ">" }

// A date is spelled as on the pages, by Decree 30/2020: a 0 before a day below 10 and before the
// months 1 and 2, and before no other. Tables wrote 05/06/2026 where the page wrote 05/6/2026.
func TestDatesAreSpelledAsOnThePages(t *testing.T) {
	for in, want := range map[string]string{
		"2026-12-01":                "01/12/2026",
		"2026-06-05":                "05/6/2026",
		"2026-02-19T00:00:00+07:00": "19/02/2026",
		"2026-02-19T01:30:00Z":      "19/02/2026 08:30",
		"soon":                      "soon",
	} {
		if got := DateWords(in); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}
