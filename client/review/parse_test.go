package review

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/workday"
)

const good = `[[procedure]]
code = "1.001193"
office = "UBND phường Đức Xuân"
reviewed = 2026-11-20
source = "v1-0123456789abcdef"
`

func TestParseReadsAllKeys(t *testing.T) {
	doc := "# Trang đã rà soát\n" + strings.Replace(good, "reviewed = 2026-11-20", `reviewed = "2026-11-20"`, 1) + `
reviewer = "Sở Tư pháp"
note = "Quầy 3,
  sáng thứ Ba"
time = ["2 ngày làm việc", "trong ngày nếu nộp trước 15 giờ"]
fee = ["không mất tiền"]
conditions = ["Cha, mẹ đã đăng ký kết hôn"]

[[procedure.paper]]
name = "Tờ khai đăng ký khai sinh"
originals = 1
fill_in = true
forms = ["Mẫu 01"]

[[procedure.paper]]
name = "Giấy tờ tùy thân"
one_of = ["Căn cước", "Hộ chiếu"]
show = true
copies = 2
unless = "đã định danh mức 2"
case = "Nộp trực tiếp"
`
	doc = strings.Replace(doc, "\"Quầy 3,\n  sáng thứ Ba\"", "\"\"\"Quầy 3,\n  sáng thứ Ba\"\"\"", 1)
	for _, doc := range []string{doc, "\ufeff" + doc, strings.ReplaceAll(doc, "\n", "\r\n")} {
		entries, problems := Parse("a.toml", []byte(doc))
		if len(problems) > 0 || len(entries) != 1 {
			t.Fatalf("%d entries, problems %+v", len(entries), problems)
		}
		want := Entry{
			Code: "1.001193", Source: "v1-0123456789abcdef", File: "a.toml", Line: 2,
			Review: client.Review{
				Office: "UBND phường Đức Xuân", Reviewer: "Sở Tư pháp", Date: time.Date(2026, 11, 20, 0, 0, 0, 0, workday.Zone),
				Note: "Quầy 3, sáng thứ Ba", Time: []string{"2 ngày làm việc", "trong ngày nếu nộp trước 15 giờ"},
				Fees: []string{"không mất tiền"}, Conditions: []string{"Cha, mẹ đã đăng ký kết hôn"},
				Papers: []client.ReviewPaper{
					{Name: "Tờ khai đăng ký khai sinh", Originals: 1, FillIn: true, Forms: []string{"Mẫu 01"}},
					{Name: "Giấy tờ tùy thân", OneOf: []string{"Căn cước", "Hộ chiếu"}, Show: true, Copies: 2, Unless: "đã định danh mức 2", Case: "Nộp trực tiếp"},
				},
			},
		}
		if !reflect.DeepEqual(entries[0], want) {
			t.Errorf("got  %+v\nwant %+v", entries[0], want)
		}
	}
}

// Each mistake is reported with its line and key, and skips only its own entry: the entries
// before and after it count.
func TestAMistakeSkipsItsEntryAlone(t *testing.T) {
	first := strings.Replace(good, "1.001193", "1.000001", 1)
	last := strings.Replace(good, "1.001193", "1.000003", 1)
	n := strings.Count(first, "\n")
	set := func(key, value string) string {
		lines := strings.Split(strings.TrimSuffix(good, "\n"), "\n")
		for i, l := range lines {
			if strings.HasPrefix(l, key+" ") {
				lines[i] = key + " = " + value
				return strings.Join(lines, "\n") + "\n"
			}
		}
		return good + key + " = " + value + "\n"
	}
	without := func(key string) string {
		return strings.Join(slices.DeleteFunc(strings.SplitAfter(good, "\n"), func(l string) bool { return strings.HasPrefix(l, key+" ") }), "")
	}
	paper := func(lines ...string) string {
		return good + "[[procedure.paper]]\n" + strings.Join(lines, "\n") + "\n"
	}
	for _, tc := range []struct {
		name, doc  string
		kind       Kind
		line       int // in the entry, from 1
		key, value string
	}{
		{"a key misspelt", set("ofice", `"x"`), UnknownKey, 6, "ofice", "office"},
		{"a key of a paper misspelt", paper(`name = "A"`, `orginals = 1`), UnknownKey, 8, "paper.orginals", "originals"},
		{"a key of nowhere", set("phone", `"0912"`), UnknownKey, 6, "phone", ""},
		{"no code", without("code"), Missing, 1, "code", ""},
		{"a wrong code", set("code", `"khai sinh"`), BadCode, 2, "code", "khai sinh"},
		{"no office", set("office", `"  "`), Missing, 3, "office", ""},
		{"no date", without("reviewed"), Missing, 1, "reviewed", ""},
		{"no such day", set("reviewed", `"2026-02-30"`), BadDate, 4, "reviewed", "2026-02-30"},
		{"a day in another form", set("reviewed", `"20/11/2026"`), BadDate, 4, "reviewed", "20/11/2026"},
		{"a number for a day", set("reviewed", `20261120`), BadDate, 4, "reviewed", "20261120"},
		{"no fingerprint", without("source"), Missing, 1, "source", ""},
		{"a wrong fingerprint", set("source", `"v1-xyz"`), BadSource, 5, "source", "v1-xyz"},
		{"an empty list", set("time", `[]`), Empty, 6, "time", ""},
		{"an empty line", set("fee", `["", "x"]`), Empty, 6, "fee", ""},
		{"text for a list", set("fee", `"x"`), WrongType, 6, "fee", ""},
		{"a note too long", set("note", `"`+strings.Repeat("ă", noteMost+1)+`"`), TooLong, 6, "note", fmt.Sprint(noteMost)},
		{"no papers in the list", set("paper", `[]`), NoPapers, 6, "paper", ""},
		{"a paper without a name", paper(`originals = 1`), Missing, 6, "paper.name", ""},
		{"a paper without anything", paper(), Missing, 6, "paper.name", ""},
		{"a choice of one", paper(`name = "A"`, `one_of = ["B"]`), OneChoice, 8, "paper.one_of", ""},
		{"less than no copy", paper(`name = "A"`, `copies = -1`), BadNumber, 8, "paper.copies", "-1"},
		{"too many copies", paper(`name = "A"`, `originals = 100`), BadNumber, 8, "paper.originals", "100"},
		{"half a copy", paper(`name = "A"`, `copies = 0.5`), WrongType, 8, "paper.copies", ""},
		{"when and unless", paper(`name = "A"`, `when = "x"`, `unless = "y"`), Both, 9, "paper.unless", "when"},
		{"the second paper", paper(`name = "A"`, "[[procedure.paper]]", `name = ""`), Missing, 9, "paper.name", ""},
		{"an open quote", set("office", `"UBND`), Syntax, 3, "", ""},
		{"no TOML", good + "Quầy 3 sáng thứ Ba\n", Syntax, 6, "", ""},
		{"a key twice", good + "code = \"1.000009\"\n", Syntax, 6, "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			entries, problems := Parse("f", []byte(first+tc.doc+last))
			if len(entries) != 2 || entries[0].Code != "1.000001" || entries[1].Code != "1.000003" {
				t.Errorf("%d entries hold: %+v", len(entries), entries)
			}
			if len(problems) != 1 {
				t.Fatalf("problems %+v", problems)
			}
			p := problems[0]
			if p.Kind != tc.kind || p.Line != n+tc.line || tc.key != "" && p.Key != tc.key || tc.kind != Syntax && p.Value != tc.value {
				t.Errorf("got %+v, want %s at line %d of %q with %q", p, tc.kind, n+tc.line, tc.key, tc.value)
			}
		})
	}
}

func TestWhatStandsInFrontOfTheEntries(t *testing.T) {
	for doc, want := range map[string]Kind{
		"office = \"x\"\n" + good:          UnknownKey,
		"Một dòng chữ\n" + good:            Syntax,
		"procedure = [{code = \"1\"}]\n":   Syntax,
		"[procedure]\ncode = \"1.0001\"\n": Syntax,
		"\xff\xfe" + good:                  NotText,
		"# chỉ có lời dặn\n\n" + good:      "",
		"":                                 "",
	} {
		_, problems := Parse("f", []byte(doc))
		if want == "" && len(problems) > 0 || want != "" && (len(problems) == 0 || problems[0].Kind != want) {
			t.Errorf("%q: %+v, want %q", doc, problems, want)
		}
	}
}

// An entry begins with any spelling of its brackets that TOML allows; otherwise its mistake
// would affect the entry before.
func TestHowAnEntryBegins(t *testing.T) {
	for line, begins := range map[string]bool{
		"[[procedure]]": true, "[[ procedure ]]": true, "\t[[procedure\t]]  # thủ tục sau\r": true, `[["procedure"]]`: true, "[['procedure' ]]": true,
		"[[procedure.paper]]": false, "# [[procedure]]": false, "[procedure]": false, "[[procedure]": false, "[procedure]]": false,
		`note = "[[procedure]]"`: false,
	} {
		if got := beginsEntry(line + "\n"); got != begins {
			t.Errorf("%q: %v", line, got)
		}
		second := strings.Replace(strings.Replace(good, "1.001193", "1.000002", 1), "[[procedure]]", line, 1)
		if entries, problems := Parse("f", []byte(good+second)); begins && (len(entries) != 2 || len(problems) > 0) {
			t.Errorf("%q: %d entries, %+v", line, len(entries), problems)
		}
	}
}

func write(t *testing.T, dir, name, doc string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(doc), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAFolderOfFiles(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "b.toml", strings.Replace(good, "1.001193", "1.000002", 1)+good)
	write(t, dir, "a.toml", good)
	write(t, dir, "broken.toml", "[[procedure]]\ncode = \n"+strings.Replace(good, "1.001193", "1.000003", 1))
	write(t, dir, ".hidden.toml", "nonsense")
	write(t, dir, "read me.txt", "nonsense")
	write(t, dir, "shut.toml", strings.Replace(good, "1.001193", "1.000004", 1))
	b := Read(dir, func(path string) error {
		if strings.HasSuffix(path, "shut.toml") {
			return os.ErrPermission
		}
		return nil
	})
	var codes []string
	for _, e := range b.Entries() {
		codes = append(codes, e.Code)
	}
	if want := []string{"1.000002", "1.000003", "1.001193"}; !slices.Equal(codes, want) {
		t.Errorf("codes %v, want %v", codes, want)
	}
	var kinds []Kind
	for _, p := range b.Problems() {
		kinds = append(kinds, p.Kind)
	}
	if want := []Kind{Twice, Syntax, Untrusted}; !slices.Equal(kinds, want) {
		t.Errorf("problems %+v, want %v", b.Problems(), want)
	}
	if e := b.entries["1.001193"]; !strings.HasSuffix(e.File, "a.toml") {
		t.Errorf("of two the one of %s holds", e.File)
	}
}

func TestAFileThatIsNotThere(t *testing.T) {
	b := Read(filepath.Join(t.TempDir(), "none.toml"), nil)
	if p := b.Problems(); len(p) != 1 || p[0].Kind != NoFile || len(b.Entries()) != 0 {
		t.Errorf("problems %+v", p)
	}
	if b := Read("", nil); len(b.Problems()) != 0 {
		t.Errorf("no file: problems %+v", b.Problems())
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(good))
	f.Add([]byte(good + "[[procedure.paper]]\nname = \"A\"\none_of = [\"B\", \"C\"]\n" + good))
	f.Add([]byte("[[procedure]]\ncode = \"\n[[procedure]]\n\n[[procedure.paper]]\n[procedure.paper.name]\n"))
	f.Add([]byte("[[procedure]]\npaper = [{name = \"x\"}, {}]\n"))
	f.Fuzz(func(t *testing.T, doc []byte) {
		entries, problems := Parse("f", doc)
		lines := strings.Count(string(doc), "\n") + 1
		for _, e := range entries {
			if _, err := code.ParseProcedure(e.Code); err != nil || e.Review.Office == "" || e.Review.Date.IsZero() || !fingerprintForm.MatchString(e.Source) {
				t.Errorf("an entry that nobody can use: %+v", e)
			}
			for _, p := range e.Review.Papers {
				if p.Name == "" && len(p.OneOf) < 2 || p.Originals < 0 || p.Copies < 0 {
					t.Errorf("a paper that nobody can bring: %+v", p)
				}
			}
		}
		for _, p := range problems {
			if p.Line < 0 || p.Line > lines+1 {
				t.Errorf("line %d of %d", p.Line, lines)
			}
		}
	})
}
