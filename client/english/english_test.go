package english

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"motcua/client/facts"
)

// titleLines returns the lines of all titles with the file each stands in.
func titleLines(t *testing.T) map[string][]string {
	t.Helper()
	files := map[string][]string{}
	names, err := fs.Glob(titleFiles, "titles/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no titles: %v", err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(titleFiles, name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(string(text), "\n") {
			t.Errorf("%s does not end with a line", name)
		}
		for line := range strings.Lines(string(text)) {
			if line[0] != '#' && line != "\n" {
				files[name] = append(files[name], strings.TrimSuffix(line, "\n"))
			}
		}
	}
	return files
}

// longestTitle is how many letters a title has at most: two lines of a list on a terminal of
// eighty columns.
const longestTitle = 150

func TestTitles(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	for file, lines := range titleLines(t) {
		before := ""
		for _, line := range lines {
			code, title, ok := strings.Cut(line, " ")
			if !ok || title != strings.TrimSpace(title) || title == "" {
				t.Errorf("%s: %q is not a code and a title", file, line)
				continue
			}
			if code <= before {
				t.Errorf("%s: %s stands after %s", file, code, before)
			}
			before = code
			if other := seen[code]; other != "" {
				t.Errorf("%s: %s stands in %s as well", file, code, other)
			}
			seen[code] = file
			entry, ok := facts.Shipped().Entry(code)
			if !ok {
				t.Errorf("%s: no procedure has the code %s", file, code)
			}
			if title == entry.Name {
				t.Errorf("%s: the title of %s is its Vietnamese name", file, code)
			}
			if r, _ := utf8.DecodeRuneInString(title); r >= 'a' && r <= 'z' && !strings.HasPrefix(title, "e") {
				t.Errorf("%s: the title of %s begins with a small letter: %q", file, code, title)
			}
			if utf8.RuneCountInString(title) > longestTitle {
				t.Errorf("%s: the title of %s is too long for a list: %q", file, code, title)
			}
			if got := foreign(title); got != "" {
				t.Errorf("%s: the title of %s has the Vietnamese letters %q: %q", file, code, got, title)
			}
			if got := Title(code); got != title {
				t.Errorf("Title(%s) is %q, written is %q", code, got, title)
			}
		}
	}
	if got := Title("9.999999"); got != "" {
		t.Errorf("a procedure that does not exist is called %q", got)
	}
}

// foreign returns the letters that English does not have. Dashes, quotation marks and the
// signs of units are no letters.
func foreign(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 || strings.ContainsRune("–—’‘“”²³°%é", r) {
			return -1
		}
		return r
	}, s)
}

func TestTables(t *testing.T) {
	t.Parallel()
	inUse := map[string]bool{}
	for _, e := range facts.Entries() {
		inUse[e.Field] = true
	}
	for name, text := range map[string]string{"fields.txt": fieldsText, "verbs.txt": verbsText, "papers.txt": papersText} {
		before := ""
		for line := range strings.Lines(text) {
			line = strings.TrimSuffix(line, "\n")
			if line == "" || line[0] == '#' {
				continue
			}
			from, to, ok := strings.Cut(line, " = ")
			switch {
			case !ok || from == "" || to == "":
				t.Errorf("%s: %q is not two texts", name, line)
			case from <= before:
				t.Errorf("%s: %q stands after %q", name, from, before)
			case foreign(to) != "":
				t.Errorf("%s: %q has Vietnamese letters", name, to)
			case name == "fields.txt" && !inUse[from]:
				t.Errorf("%s: no procedure has the field %q", name, from)
			case name != "fields.txt" && from != lower(from):
				t.Errorf("%s: %q is not in the spelling that is compared", name, from)
			}
			before = from
		}
	}
	for field := range inUse {
		if field != "" && Field(field) == "" {
			t.Errorf("the field %q has no English name", field)
		}
	}
}

// The texts are part of the program and, once read, of its memory.
func TestTextsAreSmall(t *testing.T) {
	t.Parallel()
	size := len(fieldsText) + len(verbsText) + len(papersText)
	for _, lines := range titleLines(t) {
		size += len(strings.Join(lines, "\n"))
	}
	const most = 512 << 10
	if size > most {
		t.Errorf("the English texts have %d bytes, more than %d", size, most)
	}
}

func TestName(t *testing.T) {
	t.Parallel()
	tests := []struct{ code, name, field, want string }{
		{"1.001193", "Thủ tục đăng ký khai sinh", "Hộ tịch", "Register a birth"},
		{"9.000001", "Thủ tục đăng ký một việc khác", "Hộ tịch", "Civil status: registration"},
		{"9.000001", "Cấp lại giấy phép lái tàu", "Đường sắt", "Railways: reissue of a licence"},
		{"9.000001", "CẤP LẠI giấy phép lái tàu", "Đường sắt", "Railways: reissue of a licence"},
		{"9.000001", "Cấp phát vốn", "Đường sắt", "Railways: issue"},
		{"9.000001", "Những việc khác", "Khiếu nại, tố cáo, Hộ tịch", "Complaints and denunciations, Civil status"},
		{"9.000001", "Đăng ký việc khác", "Lĩnh vực mới", ""},
		{"9.000001", "", "", ""},
	}
	for _, tt := range tests {
		if got := Name(tt.code, tt.name, tt.field); got != tt.want {
			t.Errorf("Name(%q, %q, %q) is %q, want %q", tt.code, tt.name, tt.field, got, tt.want)
		}
	}
}

func TestPaper(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, want string }{
		{"Giấy khai sinh", "Birth certificate"},
		{"Bản sao có chứng thực Giấy khai sinh của trẻ", "Certified copy: birth certificate"},
		{"Bản chính giấy chứng nhận kết hôn", "Original: marriage certificate"},
		{"Tờ khai đăng ký khai sinh theo mẫu", "Declaration form"},
		{"Thẻ căn cước hoặc hộ chiếu", "Identity card or another paper"},
		{"Hộ chiếu/ thẻ căn cước", "Passport or another paper"},
		{"Hộ chiếu và ảnh", ""},                 // it would say half of what is needed
		{"Hộ chiếu, thẻ căn cước", ""},          // the same
		{"Ảnh chân dung 3x4", "Portrait photo"}, // the longest that fits
		{"Anh chị em phải ký", ""},              // "anh" is not ảnh
		{"Đơnhàng", ""},                         // a word ends where a word ends
		{"Giấy tờ khác do cơ quan yêu cầu", ""}, // nothing common
		{"HỘ CHIẾU", "Passport"},                // capitals
		{"Giấy uỷ quyền", "Power of attorney"},  // the other place of a tone
		{"", ""},
	}
	for _, tt := range tests {
		if got := Paper(tt.name); got != tt.want {
			t.Errorf("Paper(%q) is %q, want %q", tt.name, got, tt.want)
		}
	}
}

func FuzzPaper(f *testing.F) {
	f.Add("Bản sao có chứng thực Giấy khai sinh")
	f.Add("\x80bản sao\x80 ")
	f.Fuzz(func(t *testing.T, name string) {
		if got := Paper(name); foreign(got) != "" {
			t.Errorf("Paper(%q) is %q", name, got)
		}
		_ = Name("", name, name)
	})
}

func TestOnlyWholeWordsBegin(t *testing.T) {
	t.Parallel()
	list := readTable("ab = two\nab cd = four\n# x = y\n")
	for text, want := range map[string]string{"ab": "two", "ab cd ef": "four", "abc": "", "ab-cd": "two", "abé": "", "x": ""} {
		if got, _ := beginning(list, text); got != want {
			t.Errorf("the beginning of %q is %q, want %q", text, got, want)
		}
	}
	if !slices.IsSortedFunc(list, func(a, b pair) int { return strings.Compare(a.from, b.from) }) {
		t.Error("the table is not sorted")
	}
}
