package text

import (
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"motcua/client/clienttest"
	"motcua/client/sandbox/dossiers"
	"motcua/client/system"
	"motcua/themes"
	"motcua/tui/text/topic"
	"motcua/tui/typing"
)

// pair is one text in both languages and its place.
type pair struct{ at, vi, en string }

// everything returns every text that the program has in both languages: the Texts of the
// interface, each Said in the source, and the words of packages below this one, which
// cannot import it.
func everything(t *testing.T) []pair {
	t.Helper()
	all := textPairs("", *For(VI), *For(EN))
	for _, p := range topic.All() {
		vi, en := reflect.ValueOf(p.VI).Elem(), reflect.ValueOf(p.EN).Elem()
		all = append(all, textPairs(strings.TrimSuffix(vi.Type().Name(), "Words"), vi.Interface(), en.Interface())...)
	}
	if len(all) < 600 {
		t.Errorf("only %d texts of the interface were found", len(all))
	}
	said, unread, err := pairsIn(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range unread {
		t.Errorf("%s: Say takes two literals, so that this test can read them; With fills in the rest", at)
	}
	if len(said) < 400 {
		t.Errorf("only %d pairs of the source were found", len(said))
	}
	all = append(all, said...)
	for _, id := range themes.Names() {
		th, _ := themes.Get(id)
		all = append(all, pair{"themes " + id, th.Name("vi"), th.Name("en")})
	}
	for _, k := range system.Kinds() {
		all = append(all, pair{"client/system " + k.Name, k.VI, k.EN})
	}
	for _, s := range dossiers.Samples() {
		all = append(all, pair{"client/sandbox " + s.Code, s.Shows.VI, s.Shows.EN})
	}
	return append(all, pair{"client/sandbox", dossiers.DatesNote().VI, dossiers.DatesNote().EN})
}

// textPairs combines the two languages of the Texts or of a topic, text by text. A help text may have a
// different number of lines in the other language; the extra lines are paired with
// themselves.
func textPairs(name string, vi, en any) []pair {
	english := map[string]string{}
	for _, f := range fields(name, reflect.ValueOf(en)) {
		english[f.path] = f.value
	}
	var all []pair
	for _, f := range fields(name, reflect.ValueOf(vi)) {
		all = append(all, pair{f.path, f.value, english[f.path]})
		delete(english, f.path)
	}
	for path, value := range english {
		all = append(all, pair{path, "", value})
	}
	return all
}

// faults returns what is wrong with a pair.
func (p pair) faults() (list []string) {
	if p.vi+p.en == "" && recognised.MatchString(p.at) || columnKey.MatchString(p.at) {
		return nil
	}
	fault := func(format string, args ...any) { list = append(list, fmt.Sprintf(format, args...)) }
	if strings.TrimSpace(p.vi) == "" || strings.TrimSpace(p.en) == "" {
		fault("empty in a language")
		return list
	}
	if a, b := places(p.vi), places(p.en); !slices.Equal(a, b) {
		fault("other places to fill: %v and %v", a, b)
	}
	if !norm.NFC.IsNormalString(p.vi) || !norm.NFC.IsNormalString(p.en) {
		fault("letters and marks are not put together (NFC)")
	}
	for _, w := range misspelt(vietnamesePhrases.ReplaceAllString(p.vi, "")) {
		fault("%q is no syllable, or has its tone in the new place", w)
	}
	for _, w := range foreignIn(verbs.ReplaceAllString(p.vi, "")) {
		fault("%q is English", w)
	}
	if example := strings.HasSuffix(p.at, "Example"); !example && !marked(p.vi) && len(words(plain(p.vi))) >= 3 {
		fault("not a letter of Vietnamese")
	}
	for _, w := range vietnameseIn(p.en) {
		fault("%q is Vietnamese", w)
	}
	for _, w := range impolite {
		if strings.Contains(strings.ToLower(p.vi+"\n"+p.en), w) {
			fault("says %q", w)
		}
	}
	for _, s := range []string{p.vi, p.en} {
		if p.vi != p.en && strings.Contains(strings.TrimSpace(s), "  ") && !strings.Contains(s, "\n") && !inColumns.MatchString(p.at) {
			fault("two blanks")
		}
	}
	if !otherStart[keyed.ReplaceAllString(p.at, "")] && begin(p.vi)*begin(p.en) < 0 {
		fault("one begins with a capital and the other does not")
	}
	for _, w := range capitals(p.vi, namesVI) {
		fault("%q has a capital inside a sentence", w)
	}
	for _, w := range capitals(p.en, namesEN) {
		fault("%q has a capital inside a sentence", w)
	}
	return list
}

// impolite are words that people do not use at a counter.
var impolite = []string{"vui lòng", "không hợp lệ", "please", "invalid", "error code", "lỗi số", "!"}

// verbs matches the names of commands in examples, which are the same in both languages.
var verbs = regexp.MustCompile(`%\[1\]s [a-z]+`)

// recognised matches the lines that the help of the line mode lacks for verbs that it
// recognises by what is asked.
var recognised = regexp.MustCompile(`^Line\.\w+\.Typed$`)

// columnKey matches the names of columns, which are those of JSON, and of flags: both are the
// same in the two languages.
var columnKey = regexp.MustCompile(`^Table\.Heads\[\d+\]\.Key$|^Line\.Values\[\d+\]\.Flags`)

// inColumns matches texts whose spaces align columns.
var inColumns = regexp.MustCompile(`^Line\.|\.Command\.|Help`)

var (
	verb  = regexp.MustCompile(`%(?:\[(\d+)\])?[-+0#]*\d*(?:\.\d+)?([a-zA-Z%])`)
	named = regexp.MustCompile(`\{[a-z0-9]+\}`)
)

// places returns the placeholders: the verbs of fmt by their position, "1s", "2d", and
// names, in any order.
func places(s string) []string {
	var out []string
	next := 0
	for _, m := range verb.FindAllStringSubmatch(s, -1) {
		if m[2] == "%" {
			continue
		}
		next++
		if m[1] != "" {
			_, _ = fmt.Sscan(m[1], &next)
		}
		out = append(out, fmt.Sprint(next, m[2]))
	}
	out = append(out, named.FindAllString(s, -1)...)
	slices.Sort(out)
	return slices.Compact(out)
}

func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

func marked(s string) bool {
	return strings.ContainsFunc(norm.NFD.String(s), func(r rune) bool {
		return unicode.Is(unicode.Mn, r) || r == 'đ' || r == 'Đ'
	})
}

// respelled returns a word with its tone mark in the place of the old style, if the word is
// a Vietnamese syllable; otherwise ok is false.
func respelled(word string) (string, bool) {
	var c typing.Composer
	tones := map[rune]typing.Tone{'\u0301': typing.Sac, '\u0300': typing.Huyen, '\u0309': typing.Hoi, '\u0303': typing.Nga, '\u0323': typing.Nang}
	tone, text := typing.Level, ""
	for _, r := range word {
		var letter []rune
		for _, p := range norm.NFD.String(string(r)) {
			if t, ok := tones[p]; ok {
				tone = t
			} else {
				letter = append(letter, p)
			}
		}
		text = c.Letter(text, []rune(norm.NFC.String(string(letter)))[0])
	}
	return c.Tone(text, tone)
}

// misspelt returns words with diacritics that are not a Vietnamese syllable with its tone
// mark in the old style: hòa and thúy, as in the forms of the offices, not hoà and thuý.
func misspelt(s string) (list []string) {
	for _, w := range words(s) {
		if !marked(w) || utf8.RuneCountInString(w) == 1 { // a single letter is the name of the letter
			continue
		}
		if got, ok := respelled(w); !ok || got != w {
			list = append(list, w)
		}
	}
	return list
}

// plain removes from a text what is the same in every language: codes, placeholders, names
// of files, keys, commands and options. It keeps the ends of sentences.
func plain(s string) string {
	return sameInBoth.ReplaceAllStringFunc(s, func(code string) string {
		if end := code[len(code)-1:]; end == "." || end == ":" {
			return end
		}
		return " "
	})
}

var sameInBoth = regexp.MustCompile(strings.Join([]string{
	`"[^"]*"`, `\[+[a-z]+\]+`, `\{[a-z0-9]+\}`, `%(\[\d+\])?#?[a-z]`, // quoted text, sections, placeholders
	`[^\s“”(]*[_/\\=@~$*\d][^\s“”),;]*`, `--?[a-z]\S*`, `\bssh(-keygen|-config)?( -[A-Za-z])?( motcua)?( track)?\b`, // paths, options
	`[A-Za-z]+(\.[A-Za-z]+)+`, `[A-Za-z]+(-[A-Za-z]+)+`, // keys, hosts, programs
	`(\bmotcua|%\[1\]s)( (track|search|show|serve|sandbox|deploy|kiosk|server|sync|doctor|config|papers|verify|man|completion|init|check|new|list|pin|clips))*\b`,
	`\bstandard error\b`, `\bsystemctl reload\b`, `\bPROXY protocol\b`, `\bsource <\(`, `Type en for English`,
}, "|"))

// isCode reports whether a word is an acronym or written as in programs: PIN, APIs,
// LoadCredential.
func isCode(w string) bool {
	small := strings.IndexFunc(w, unicode.IsLower)
	return small < 0 || strings.TrimRight(w, "s") == strings.ToUpper(w[:len(w)-1]) && small > 1 ||
		strings.IndexFunc(w[small:], unicode.IsUpper) >= 0
}

// foreignIn returns the words of a Vietnamese text that cannot be Vietnamese syllables and
// are not names.
func foreignIn(s string) (list []string) {
	rest := plain(s)
	for _, w := range words(rest) {
		low := strings.ToLower(w)
		if marked(w) || len(w) == 1 || isCode(w) || taken[low] || taken[w] {
			continue
		}
		if _, ok := respelled(low); !ok || alike[low] {
			list = append(list, w)
		}
	}
	return list
}

// vietnameseIn returns the words of an English text that have a diacritic. A single letter
// is allowed, because it is the name of the letter.
func vietnameseIn(s string) (list []string) {
	for _, w := range words(plain(vietnamesePhrases.ReplaceAllString(s, ""))) {
		if marked(w) && utf8.RuneCountInString(w) > 1 {
			list = append(list, w)
		}
	}
	return list
}

// vietnamesePhrases are Vietnamese words that English texts may contain: the language's own
// name, examples of tone marks, names of places, and the one comment that serves both
// languages.
var vietnamesePhrases = regexp.MustCompile(`(Gõ vi để dùng )?[tT]iếng Việt|\bho(à|ạ)\b|hòa|hoà|Bắc Kạn|Thái Nguyên|Địa chỉ thật|tạm trú|đồng|Bộ phận Một cửa`)

// capitals returns words with a capital letter that neither begin a sentence nor are names.
func capitals(s string, names map[string]bool) (list []string) {
	rest := plain(vietnamesePhrases.ReplaceAllString(s, ""))
	for _, w := range indexedWords(rest) {
		r, n := utf8.DecodeRuneInString(w.word)
		if !unicode.IsUpper(r) || n == len(w.word) || isCode(w.word) || names[w.word] || begins(rest[:w.at]) {
			continue
		}
		list = append(list, w.word)
	}
	return list
}

type wordAt struct {
	word string
	at   int
}

func indexedWords(s string) (list []wordAt) {
	start := -1
	for i, r := range s + " " {
		switch {
		case unicode.IsLetter(r) && start < 0:
			start = i
		case !unicode.IsLetter(r) && start >= 0:
			list = append(list, wordAt{s[start:i], start})
			start = -1
		}
	}
	return list
}

// begins reports whether a sentence, the name of a button or the name of a part of the page
// may begin after that text.
func begins(before string) bool {
	before = strings.TrimRight(before, " ")
	if before == "" || behindIt[before[strings.LastIndexAny(before, " (")+1:]] {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(before)
	return strings.ContainsRune(".:?\n•·▲▼“(/…", r)
}

var behindIt = set("chạm Chạm touch Touch phần")

// begin returns 1 for a text that begins with a capital, -1 for one with a small letter, 0
// where that says nothing: for names and for characters that are not letters.
func begin(s string) int {
	first := indexedWords(s)
	switch {
	case len(first) == 0 || first[0].at > 0, namesEN[first[0].word], first[0].word == strings.ToUpper(first[0].word):
		return 0
	case unicode.IsUpper([]rune(first[0].word)[0]):
		return 1
	}
	return -1
}

// otherStart are texts that begin a sentence in one language and are inside one in the
// other, and names that are only names in Vietnamese: Bộ phận Một cửa.
var otherStart = set("Spoken.KeyNames Screen.Portal Screen.SamplePortal Dossier.DeskOffice Review.AnyDesk Place.Desk")

var keyed = regexp.MustCompile(`\[.*$`) // the index in "Spoken.KeyNames[Del]"

func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// taken are foreign words that Vietnamese texts may contain.
var taken = set(`
	track search show place form decisions quyetdinh check new list help completion
	kiosk server byte web tab captcha shell pipe terminal thin client mm cm kB MB macro English
	systemd timedatectl systemctl sysctl modprobe logind getent ulimit hosts ls bash zsh fish powershell gzip foot cage sway dialout lp root proxy pixelsize
	node exporter prom table json yaml less csv jsonl txt toml ogg flac wav https http
	Windows Linux Debian Kubernetes Prometheus Word Excel Telex Noto Sans Mono Enter Esc Tab Del Ctrl Go
	cluster save appendonly noeviction HAProxy Valkey Redis
	portal url sso match kind speech scanner input staff office offices own shared starts remember forgive papers proof
	name originals copies forms when unless case
	latency error reject truncate hang drop
	code null false true found sentence unavailable offline limited failed unjudged divided now province type year counted does
	quality chatluong below requests
	units donvi full partial none online id address phone note hours counter
	index chiso rank ranked score max real inferred notices notice thongbao contact text links md from until title
`)

// alike are English words that look like Vietnamese syllables.
var alike = set("the")

// namesVI and namesEN are names: of places, offices, languages, days, programs, keys.
var namesVI = set(`
	Việt Nam Anh Cổng Dịch Bảo Bắc Kạn Thái Nguyên Bộ Công Nội Hai Ba Tư Năm Sáu Bảy
	Windows Linux Debian Kubernetes Prometheus Word Excel Telex Noto Sans Mono Enter Esc Tab Del Ctrl Go English
	HAProxy Valkey Redis
`)
var namesEN = set(`
	Vietnam Vietnamese English National Public Service Portal Social Security Ministry Home Affairs Bắc Kạn Thái Nguyên
	January February March April May June July August September October November December
	Monday Tuesday Wednesday Thursday Friday Saturday Sunday
	Windows Linux Debian Kubernetes Prometheus Word Excel Telex Noto Sans Mono Enter Esc Tab Del Ctrl Go
	HAProxy Valkey Redis
`)

// Checks every text that the program has in both languages.
func TestWords(t *testing.T) {
	clienttest.OneByOne(t)
	for _, p := range everything(t) {
		for _, fault := range p.faults() {
			t.Errorf("%s: %s:\n\t%q\n\t%q", p.at, fault, p.vi, p.en)
		}
	}
}

// TestWordsFindFaults has each fault once, and texts that look faulty and are not.
func TestWordsFindFaults(t *testing.T) {
	for _, tt := range []struct {
		vi, en string
		want   string // "" for no fault
	}{
		{"Không có tệp %s.", "There is no file %s.", ""},
		{"", "There is no file.", "empty in a language"},
		{"Không có tệp.", " ", "empty in a language"},

		{"Không có tệp %s.", "There is no file.", "other places to fill"},
		{"Có %d tệp.", "There are %s files.", "other places to fill"},
		{"%s có %d tệp.", "%d files are in %s.", "other places to fill"},
		{"%s có %d tệp.", "%[2]d files are in %[1]s.", ""},
		{"%s: xem {host}.", "%s: look at {name}.", "other places to fill"},
		{"{name}: xem {host}.", "Look at {host} of {name}.", ""},
		{"Còn 30%, rồi 40%.", "Left: 30%, then 40%.", ""},

		{"Chưa có khoá máy chủ.", "There is no host key.", `"khoá" is no syllable`},
		{"Chưa có khóa máy chủ.", "There is no host key.", ""},
		{"Không có tệpp.", "There is no file.", `"tệpp" is no syllable`},
		{"Kho\u0302ng có tệp.", "There is no file.", "not put together"},

		{"Không có file.", "There is no file.", `"file" is English`},
		{"Xem the tệp.", "Look at the file.", `"the" is English`},
		{"Lỗi: permission denied.", "Error: permission denied.", `"permission" is English`},
		{"Xem motcua serve --listen.", "See motcua serve --listen.", ""},
		{"Ghi server.listen vào mục [server] của /etc/motcua.", "Put server.listen into [server] of /etc/motcua.", ""},
		{"Xem khi nao xong.", "See when it is ready.", "not a letter of Vietnamese"},
		{"In an a to.", "In an a to.", "not a letter of Vietnamese"},
		{"Không có tệp.", "There is no tệp.", `"tệp" is Vietnamese`},

		{"Không có Tệp nào.", "There is no file.", `"Tệp" has a capital`},
		{"Không có tệp nào.", "There is no File.", `"File" has a capital`},
		{"Không có tệp. Xem cổng ở Việt Nam.", "There is no file. Look at the portal in Vietnam.", ""},
		{"Gửi SIGHUP, chạm Trở về, gõ MÃ.", "Send SIGHUP, touch Back, type CODE.", ""},
		{"không có tệp.", "There is no file.", "one begins with a capital"},
		{"Không có tệp.", "there is no file.", "one begins with a capital"},
		{"Có 2 tệp.", "2 files.", ""},

		{"Vui lòng chờ.", "Wait.", `says "vui lòng"`},
		{"Xong!", "Done!", `says "!"`},
		{"Có  tệp.", "There is a file.", "two blanks"},
	} {
		got := strings.Join(pair{"", tt.vi, tt.en}.faults(), "; ")
		if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("%q, %q: got %q, want %q", tt.vi, tt.en, got, tt.want)
		}
	}
}

// TestSaysAreFound writes a pair in each form that the source may use.
func TestSaysAreFound(t *testing.T) {
	found, unread, err := pairsIn(fstest.MapFS{
		"tui/text/a.go":         {Data: []byte("package text\nvar A = Say(\"một\", \"one\")\n")},
		"tui/text/a_test.go":    {Data: []byte("package text\nvar B = Say(\"trong phép thử\", \"in a test\")\n")},
		"kiosk/a.go":            {Data: []byte("package a\nimport \"motcua/tui/text\"\nfunc f() any { return map[int]any{1: text.Say(`hai`+\" nữa\", \"two\").With(1)} }\n")},
		"kiosk/b.go":            {Data: []byte("package a\nvar k = key.Int(1).Says(\"ba\", \"three\")\n")},
		"kiosk/c.go":            {Data: []byte("package a\nvar bad = text.Say(\"bốn \"+name, \"four\")\n")},
		"kiosk/other.go":        {Data: []byte("package a\nvar x = Say(\"không\", \"no\")\n")},
		"kiosk/testdata/d/a.go": {Data: []byte("package a\nvar x = text.Say(\"không\", \"no\")\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range found {
		got = append(got, p.vi+" "+p.en)
	}
	if want := []string{"hai nữa two", "ba three", "một one"}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
	if len(unread) != 1 || !strings.HasPrefix(unread[0], "kiosk/c.go:") {
		t.Errorf("not read: %q", unread)
	}
}

// TestTextsAreWalked: a text that is missing in one language is found at any depth.
func TestTextsAreWalked(t *testing.T) {
	clienttest.OneByOne(t)
	vi, en := *For(VI), *For(EN)
	en.Errors.NoHits = ""
	en.Screen.HelpKeys = slices.Clone(en.Screen.HelpKeys)
	en.Screen.HelpKeys[1][1] = ""
	var got []string
	for _, p := range textPairs("", vi, en) {
		if len(p.faults()) > 0 {
			got = append(got, p.at)
		}
	}
	if want := []string{"Errors.NoHits", "Screen.HelpKeys[1][1]"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
