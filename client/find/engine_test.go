package find

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/facts"
)

func first(t *testing.T, q client.Query) string {
	t.Helper()
	r := shipped().Search(q)
	if len(r.Hits) == 0 {
		t.Fatalf("%+v finds nothing", q)
	}
	return r.Hits[0].Code
}

func TestCodes(t *testing.T) {
	for typed, want := range map[string]string{
		"1.004194": "1.004194", "1004194": "1.004194", "1.00419": "1.004194", "004194": "1.004194", " 1 004194 ": "1.004194",
		"mã 1.004194": "1.004194", "thủ tục số 1.004194": "1.004194", "ma so 1004194": "1.004194",
		"1.004194.01": "1.004194", "1.001612.000.00.00.H48": "1.001612", "l.004194": "1.004194",
		"https://dichvucong.gov.vn/p/home/tthc?ma=1.004194": "1.004194", "1.": "1.004194", "1.0": "1.004194",
	} {
		if got := first(t, client.Query{Words: typed}); got != want {
			t.Errorf("%q finds %s first, not %s", typed, got, want)
		}
	}
	for _, words := range []string{"14 tuổi", "điện 3 pha", "3 pha"} {
		if r := shipped().Search(client.Query{Words: words}); len(r.Hits) == 0 || strings.Contains(r.Hits[0].Code, "000014") {
			t.Errorf("%q was taken for a code", words)
		}
	}
}

// The same words in other code points find the same: Ð for Đ, decomposed letters,
// non-breaking spaces, invisible characters.
func TestLettersThatLookAlikeFindTheSame(t *testing.T) {
	for words, others := range map[string][]string{
		"đăng ký khai sinh": {"\u00F0ăng ký khai sinh", "\u00D0ĂNG KÝ KHAI SINH", "\u0256ăng ký\u00A0khai\u202Fsinh", "đa\u0306ng ky\u0301 khai si\u200Bnh\u200C"},
		"cấp đổi hộ chiếu":  {"cấp \u00F0ổi hộ chiếu", "CẤP \u0189ỔI hộ chi\u00ADếu"},
	} {
		want := codesOf(shipped().Search(client.Query{Words: words, Limit: 5}))
		for _, other := range others {
			if got := codesOf(shipped().Search(client.Query{Words: other, Limit: 5})); !slices.Equal(got, want) {
				t.Errorf("%+q finds %v, %q %v", other, got, words, want)
			}
		}
	}
}

func TestTheLastWordMayBeUnfinished(t *testing.T) {
	for typed, want := range map[string]string{
		"khai s": "1.001193", "khai si": "1.001193", "khai sin": "1.001193", "đăng ký kết h": "1.000894", "tạm v": "1.003677",
		"dang ky thuong t": "1.004222", "ho chi": "1.001456", "dangkytamt": "1.004194",
	} {
		found := codesOf(shipped().Search(client.Query{Words: typed, Limit: 3}))
		if !slices.Contains(found, want) {
			t.Errorf("%q finds %v, not %s", typed, found, want)
		}
	}
}

func TestEverydayBeforeExotic(t *testing.T) {
	for words, want := range map[string]string{
		"làm giấy khai tử": "1.000656", "giay khai tu": "1.000656", "làm giấy khai tử ở đâu": "1.000656",
		"khai sinh": "1.001193", "kết hôn": "1.000894", "giám hộ": "1.004837", "hộ chiếu": "1.001456", "tố cáo": "2.002396",
		"khiếu nại": "2.002409", "nhà ở": "", "giấy phép xây dựng": "1.013225",
	} {
		got := first(t, client.Query{Words: words})
		if want != "" && got != want {
			t.Errorf("%q finds %s first, not %s", words, got, want)
		}
		if got[0] == '5' || got[0] == '6' {
			t.Errorf("%q finds the internal %s first", words, got)
		}
	}
}

func TestInternalProceduresComeLast(t *testing.T) {
	e, err := New([]Doc{
		{Code: "1.000001", Name: "Xét tặng kỷ niệm chương", Kind: client.KindStandardInternal, Weight: 9},
		{Code: "6.000002", Name: "Xét tặng kỷ niệm chương", Weight: 9},
		{Code: "1.000003", Name: "Thủ tục đề nghị xét tặng kỷ niệm chương của tỉnh"},
	}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := e.Search(client.Query{Words: "xét tặng kỷ niệm chương"})
	if len(r.Hits) != 3 || r.Hits[0].Code != "1.000003" {
		t.Errorf("got %+v", r.Hits)
	}
}

func TestFilters(t *testing.T) {
	e := shipped()
	entry := func(code string) facts.Entry {
		en, _ := facts.Shipped().Entry(code)
		return en
	}
	for _, q := range []client.Query{
		{Words: "đăng ký", Field: "Hộ tịch"}, {Field: "Hộ tịch"},
		{Words: "đăng ký", Level: client.LevelWard}, {Level: client.LevelProvince},
		{Words: "đăng ký", AgencyCode: "G01"}, {AgencyCode: "G01.20"},
		{Words: "1.00", Field: "Hộ tịch"}, {Words: "không có chữ nào zzzq", Field: "Hộ tịch"},
	} {
		r := e.Search(q)
		if len(r.Hits) == 0 {
			t.Errorf("%+v finds nothing", q)
		}
		for _, h := range r.Hits {
			en := entry(h.Code)
			agency, _ := facts.AgencyID(en.Agency)
			if q.Field != "" && en.Field != q.Field || q.Level != 0 && !slices.Contains(en.Levels, q.Level) || q.AgencyCode != "" && agency != "G01" {
				t.Errorf("%+v finds %s: %s, %v, %s", q, h.Code, en.Field, en.Levels, en.Agency)
			}
		}
	}
	if r := e.Search(client.Query{}); len(r.Hits) != 0 || r.Total != 0 {
		t.Errorf("an empty query finds %d", r.Total)
	}
	if !hasField("Hộ tịch, Đăng ký, quản lý cư trú", "Đăng ký, quản lý cư trú") || hasField("Hộ tịch", "tịch") {
		t.Error("a field among several is not told apart")
	}
}

// The name of the next procedure once counted for the one before it whose name has no words, and
// went past the filter.
func TestAProcedureWithoutAName(t *testing.T) {
	t.Parallel()
	e, err := New([]Doc{{Code: "1.001193", Name: "…", Field: "A"}, {Code: "1.000894", Name: "Đăng ký kết hôn", Field: "B"}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := e.Search(client.Query{Words: "khai sinh đăng ký kết hôn", Field: "A"})
	if got := codesOf(r); !slices.Equal(got, []string{"1.001193"}) {
		t.Errorf("got %v", got)
	}
}

func TestLimitAndTotal(t *testing.T) {
	all := shipped().Search(client.Query{Words: "khai sinh"})
	some := shipped().Search(client.Query{Words: "khai sinh", Limit: 3})
	if len(some.Hits) != 3 || some.Total != all.Total || all.Total != len(all.Hits) || all.Total < 10 {
		t.Errorf("all %d of %d, some %d of %d", len(all.Hits), all.Total, len(some.Hits), some.Total)
	}
	for i := 1; i < len(all.Hits); i++ {
		if all.Hits[i].Score > all.Hits[i-1].Score {
			t.Fatalf("hit %d scores more than the one before", i)
		}
	}
}

func TestNothingFoundOffersTheNearest(t *testing.T) {
	for _, words := range []string{"hello world", "giấy phép nuôi kỳ lân"} {
		r := shipped().Search(client.Query{Words: words})
		if len(r.Hits) == 0 || len(r.Hits) > nearest || !r.Near || r.Total != 0 || !r.Hits[0].Near {
			t.Errorf("%q: near %v, total %d, %d hits", words, r.Near, r.Total, len(r.Hits))
		}
	}
}

// The most used procedures were once offered as near hits for words without meaning.
func TestNothingIsNearToWordsNobodyKnows(t *testing.T) {
	for _, words := range []string{"qzxv wkj", "zzqx", "bitcoin", "???!!!"} {
		if r := shipped().Search(client.Query{Words: words}); len(r.Hits) != 0 || r.Near || r.Total != 0 {
			t.Errorf("%q: near %v, total %d, %d hits", words, r.Near, r.Total, len(r.Hits))
		}
	}
}

func TestMarks(t *testing.T) {
	for _, c := range []struct{ words, code, want string }{
		{"khai sinh", "1.001193", "khai sinh"},
		{"dang ky khai sinh", "1.001193", "đăng ký khai sinh"},
		{"bằng lái xe hết hạn", "3.000347", "Đổi giấy phép lái xe"},
		{"giấy khia sinh", "1.001193", "khai sinh"},
		{"mở tiệm tạp hóa", "1.001612", ""},
		{"1.001193", "1.001193", ""},
	} {
		for _, h := range shipped().Search(client.Query{Words: c.words, Limit: 20}).Hits {
			if h.Code != c.code {
				continue
			}
			entry, _ := facts.Shipped().Entry(h.Code)
			name := []rune(entry.Name)
			var got []string
			for _, m := range h.Matched {
				got = append(got, string(name[m[0]:m[1]]))
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("%q marks %q in %q, not %q", c.words, s, entry.Name, c.want)
			}
		}
	}
}

func TestAnEmptyCatalogueFindsNothing(t *testing.T) {
	e, err := New(nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"khai sinh", "1.004194", "dangkytamtru"} {
		if r := e.Search(client.Query{Words: words}); len(r.Hits) != 0 {
			t.Errorf("%q finds %v", words, r.Hits)
		}
	}
}

func TestOneEngineServesMany(t *testing.T) {
	e := shipped()
	questions := readAsked(t)[:60]
	var want [][]string
	for _, q := range questions {
		want = append(want, codesOf(e.Search(client.Query{Words: q.words, Limit: 10})))
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for i, q := range questions {
				if got := codesOf(e.Search(client.Query{Words: q.words, Limit: 10})); !slices.Equal(got, want[i]) {
					t.Errorf("%q finds %v beside others, %v alone", q.words, got, want[i])
				}
			}
		})
	}
	all.Wait()
}

// longAsked bounds the time of any answer, at a thousand times what the longest takes:
// machines that run tests are busy and the race detector is slow.
const longAsked = 5 * time.Second

func FuzzSearch(f *testing.F) {
	clienttest.OneByOne(f)
	for _, q := range readAsked(f) {
		f.Add(q.words)
	}
	for _, s := range []string{
		"", " ", "\x00\xff", "1.", "....", strings.Repeat("a", 5000), strings.Repeat("đăng ký ", 500), strings.Repeat("kh", 200),
		"hô\u0323 khẩu", "ＫＨＡＩ ＳＩＮＨ", "İ", "ǅ", "a\u0301\u0301\u0301\u0301", "ddddddddddd", "wwwwwwww", "9999999999999999999",
	} {
		f.Add(s)
	}
	e := shipped()
	f.Fuzz(func(t *testing.T, words string) {
		start := time.Now()
		r := e.Search(client.Query{Words: words, Limit: 20})
		if took := time.Since(start); took > longAsked {
			t.Errorf("%d bytes took %v", len(words), took)
		}
		if len(r.Hits) > 20 || r.Near && r.Total != 0 {
			t.Fatalf("%d hits, near %v, total %d", len(r.Hits), r.Near, r.Total)
		}
		seen := map[string]bool{}
		for _, h := range r.Hits {
			if seen[h.Code] {
				t.Fatalf("%s twice", h.Code)
			}
			seen[h.Code] = true
			entry, ok := facts.Shipped().Entry(h.Code)
			if !ok || h.Score != h.Score {
				t.Fatalf("%+v", h)
			}
			end := 0
			for _, m := range h.Matched {
				if m[0] < end || m[1] <= m[0] || m[1] > utf8.RuneCountInString(entry.Name) {
					t.Fatalf("%s: marks %v", h.Code, h.Matched)
				}
				end = m[1]
			}
		}
	})
}

func FuzzParseWords(f *testing.F) {
	f.Add("a | b = 1.001193\nc = d", "x\n")
	some, err := wordFiles.ReadFile("words.txt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(some[:2000]), carriersText)
	f.Fuzz(func(t *testing.T, concepts, carriers string) {
		w, err := ParseWords(concepts, carriers)
		if err != nil || len(concepts) > 4000 {
			return
		}
		e, err := New([]Doc{{Code: "1.001193", Name: "Thủ tục đăng ký khai sinh"}}, Options{Words: &w})
		if err != nil {
			t.Fatal(err)
		}
		e.Search(client.Query{Words: "khai sinh " + concepts})
	})
}

// Words that stand in every sentence of a region were once the rarest and so the heaviest
// of a question: the "sao" of "mần sao" found copies, bản sao. Where the same word means
// something it still counts.
func TestWordsOfARegionSayNothingOfTheMatter(t *testing.T) {
	for words, want := range map[string]string{
		"mần sao để làm khai sinh":             "1.001193",
		"mần răng để nhập hộ khẩu":             "1.004222",
		"ổng chết rồi khai ở mô rứa":           "1.000656",
		"chừ tui mất bằng lái thì mần răng hè": "3.000348",
		"mở phòng khám răng hàm mặt":           "1.012278",
		"kêu nhà đèn lắp điện":                 "3.000001",
		"cúp điện thoại mần răng mở chi nhánh": "2.002069",
	} {
		if got := first(t, client.Query{Words: words}); got != want {
			t.Errorf("%q finds %s first, not %s", words, got, want)
		}
	}
}

// An everyday phrase may be English, and then means what its line says.
func TestAPhraseMayBeEnglish(t *testing.T) {
	if got := codesOf(shipped().Search(client.Query{Words: "work permit", Limit: 3})); !slices.Contains(got, "1.014197") {
		t.Errorf("work permit finds %v", got)
	}
}

// A word that exists with exactly its marks is that word: "súng" once found "bổ sung".
func TestMarksThatAreAWordAreMeant(t *testing.T) {
	for _, code := range codesOf(shipped().Search(client.Query{Words: "súng", Limit: 2})) {
		if entry, _ := facts.Shipped().Entry(code); strings.Contains(entry.Name, "bổ sung") {
			t.Errorf("súng finds %s", entry.Name)
		}
	}
}

// The use of a procedure was once added whole, so that the most used ones stood among the
// answers to questions that they share one word with.
func TestUseCountsAsFarAsTheQuestionIsAnswered(t *testing.T) {
	e, err := New([]Doc{
		{Code: "1.000001", Name: "Đăng ký tạm trú", Weight: 15_000_000},
		{Code: "1.000002", Name: "Đăng ký máy gặt đập liên hợp", Weight: 3},
	}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := e.Search(client.Query{Words: "đăng ký máy gặt"})
	if r.Hits[0].Code != "1.000002" || len(r.Hits) > 1 && r.Hits[0].Score < 2*r.Hits[1].Score {
		t.Errorf("got %+v", r.Hits)
	}
}
