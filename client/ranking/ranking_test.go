package ranking_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client/rank"
	"motcua/client/ranking"
)

const head = "year,index,unit_code,unit_name,score,max,rank,ranked,source\n"

func none(string) (string, bool) { return "", false }

// The shipped rows have the figures of the report of 2018, and no mistake.
var now = time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)

func TestShippedRows(t *testing.T) {
	list, own := ranking.Shipped().Entries()
	if own || len(list) != 20 {
		t.Fatalf("%d rows, the operator's: %v", len(list), own)
	}
	lines := rank.Arrange(list, rank.Query{}, "H55", func(id string) (string, bool) { return "H55", id == "H03" })
	var order []string
	for _, l := range lines {
		order = append(order, string(l.Index)+" "+l.Unit+" "+l.Into)
	}
	if want := []string{"PAR H55 ", "PAR H03 H55", "PAR VN ", "SIPAS H55 ", "SIPAS H03 H55", "SIPAS VN "}; !slices.Equal(order, want) {
		t.Errorf("order %q", order)
	}
	e, ok := lines[1].At(2017)
	if !ok || e.Score != 73.92 || e.Rank != 49 || e.Ranked != 63 || e.Max != 100 || e.Source == "" || e.Inferred {
		t.Errorf("%+v", e)
	}
	if _, ok := lines[1].At(2018); ok {
		t.Error("there is an entry where there is a gap")
	}
	if e, _ := lines[0].At(2021); e.Scored || e.Rank != 6 {
		t.Errorf("a rank without a score: %+v", e)
	}
	if e, _ := lines[4].At(2023); !e.Scored || e.Rank != 0 || e.Ranked != 0 {
		t.Errorf("a score without a rank: %+v", e)
	}
	if e := lines[0].Last(); e.Year != 2024 || e.Rank != 5 {
		t.Errorf("the newest is %+v", e)
	}
	if first, last := (rank.Result{Lines: lines}).Span(); first != 2013 || last != 2024 {
		t.Errorf("from %d to %d", first, last)
	}
}

func TestAQuery(t *testing.T) {
	list, _ := ranking.Shipped().Entries()
	for words, want := range map[string]int{
		"bac kan": 2, "Bắc Kạn": 2, "h03": 2, "thai nguyen": 2, "ca nuoc": 2, "hà nội": 0, "": 6,
		"tỉnh Thái Nguyên": 2, "Tinh bac kan": 2, "tỉnh": 0, "xã Thái Nguyên": 0,
	} {
		if got := rank.Arrange(list, rank.Query{Words: words}, "", none); len(got) != want {
			t.Errorf("%q: %d lines, want %d", words, len(got), want)
		}
	}
	// An operator's file may name the kind or not.
	for _, e := range []rank.Entry{{Index: rank.PAR, Unit: "H29", Name: "TP. Hồ Chí Minh"}, {Index: rank.PAR, Unit: "H29", Name: "Hồ Chí Minh"}} {
		for _, words := range []string{"ho chi minh", "TP. Hồ Chí Minh", "tp.ho chi minh", "Thành phố Hồ Chí Minh"} {
			if got := rank.Arrange([]rank.Entry{e}, rank.Query{Words: words}, "", none); len(got) != 1 {
				t.Errorf("%q does not find %q", words, e.Name)
			}
		}
	}
	if got := rank.Arrange(list, rank.Query{Index: rank.SIPAS}, "", none); len(got) != 3 || got[0].Index != rank.SIPAS {
		t.Errorf("%+v", got)
	}
}

// 63 provinces were ranked until 2024, and 34 from 2025.
func TestHowManyWereRanked(t *testing.T) {
	f := ranking.Parse([]byte(head+"2024,PAR,H55,Thái Nguyên,,,5,,x\n2025,PAR,H55,Thái Nguyên,,,5,,x\n2025,SIPAS,H55,Thái Nguyên,,,5,63,x\n2025,SIPAS,H56,Bắc Giang,,,35,,x\n"), now)
	list, _ := ranking.With(func() *ranking.File { return f }).Entries()
	if f.Len() != 2 || list[0].Ranked != 63 || list[1].Ranked != 34 {
		t.Errorf("%+v", list[:2])
	}
	var kinds []ranking.Kind
	for _, p := range f.Problems() {
		kinds = append(kinds, p.Kind)
	}
	if !slices.Equal(kinds, []ranking.Kind{ranking.BadRanked, ranking.BadRank}) {
		t.Errorf("%+v", f.Problems())
	}
}

// The operator's rows add to the shipped ones and replace those of the same year.
func TestTheOperatorsRows(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ranks.csv")
	// As Excel saves it in Vietnam: semicolons, decimal commas, a mark at the beginning.
	doc := "\ufeffyear;index;unit_code;unit_name;score;max;rank;ranked;source\r\n2025;par;h55;Thái Nguyên;91,5;;3;;Bộ Nội vụ\r\n2024;PAR;H55;Thái Nguyên;;;4;;Bộ Nội vụ\r\n;;;;;;;;\r\n"
	if err := os.WriteFile(path, []byte(doc), 0o600); err != nil {
		t.Fatal(err)
	}
	f := ranking.Read(path, nil)
	b := ranking.With(func() *ranking.File { return f })
	list, own := b.Entries()
	if len(f.Problems()) != 0 || !own || len(list) != 21 || time.Since(b.AsOf()) > time.Hour {
		t.Fatalf("%d rows, own %v, %s, %+v", len(list), own, b.AsOf(), f.Problems())
	}
	l := rank.Arrange(list, rank.Query{Index: rank.PAR, Words: "H55"}, "", none)[0]
	if e, _ := l.At(2025); e.Score != 91.5 || e.Rank != 3 || e.Ranked != 34 {
		t.Errorf("%+v", e)
	}
	if e, _ := l.At(2024); e.Rank != 4 {
		t.Errorf("%+v", e)
	}
}

// Each mistake is told with its line, and the other rows are used.
func TestMistakes(t *testing.T) {
	good := "2024,PAR,H55,Thái Nguyên,90,100,5,63,x\n"
	for name, tt := range map[string]struct {
		row  string
		want ranking.Kind
		key  string
	}{
		"a year to come":  {"2042,PAR,H55,T,90,100,5,34,x", ranking.BadYear, "year"}, // the page had a bar for each year up to it
		"year":            {"24,PAR,H55,T,90,100,5,63,x", ranking.BadYear, "year"},
		"index":           {"2023,PAPI,H55,T,90,100,5,63,x", ranking.BadIndex, "index"},
		"code":            {"2023,PAR,TN,T,90,100,5,63,x", ranking.BadCode, "unit_code"},
		"name":            {"2023,PAR,H55,,90,100,5,63,x", ranking.NoName, "unit_name"},
		"score":           {"2023,PAR,H55,T,nhiều,100,5,63,x", ranking.BadNumber, "score"},
		"not a number":    {"2023,PAR,H55,T,NaN,100,5,63,x", ranking.BadNumber, "score"},
		"more than max":   {"2023,PAR,H55,T,101,100,5,63,x", ranking.BadScore, "score"},
		"rank":            {"2023,PAR,H55,T,90,100,5.5,63,x", ranking.BadNumber, "rank"},
		"beyond the last": {"2023,PAR,H55,T,90,100,64,63,x", ranking.BadRank, "rank"},
		"nothing said":    {"2023,PAR,H55,T,,100,,63,x", ranking.Empty, "score"},
		"no source":       {"2023,PAR,H55,T,90,100,5,63,", ranking.NoSource, "source"},
		"twice":           {"2024,PAR,h55,T,90,100,5,63,x", ranking.Twice, "unit_code"},
		"long":            {"2023,PAR,H55," + strings.Repeat("T", 81) + ",90,100,5,63,x", ranking.TooLong, "unit_name"},
	} {
		t.Run(name, func(t *testing.T) {
			f := ranking.Parse([]byte(head+good+tt.row+"\n"), now)
			p := f.Problems()
			if f.Len() != 1 || len(p) != 1 || p[0].Kind != tt.want || p[0].Key != tt.key || p[0].Line != 3 {
				t.Errorf("%d rows, %+v", f.Len(), p)
			}
		})
	}
	for name, tt := range map[string]struct {
		doc  string
		want ranking.Kind
	}{
		"no head": {"2024,PAR,H55,T,90,100,5,63,x\n", ranking.NoHead}, "nothing": {"", ranking.NoHead},
		"not text": {"\xff\xfe", ranking.NotText},
		// The second column was taken, and the first left out silently.
		"a column twice": {"year,index,unit_code,unit_name,score,max,rank,ranked,source,Score\n" + "2024,PAR,H55,T,90,100,5,63,x,80\n", ranking.DoubleCol},
	} {
		if p := ranking.Parse([]byte(tt.doc), now).Problems(); len(p) != 1 || p[0].Kind != tt.want {
			t.Errorf("%s: %+v", name, p)
		}
	}
	if p := ranking.Parse([]byte("# so\nyear,index,unit_code,unit_name,score,rank,source,Score\n"), now).Problems(); len(p) != 1 || p[0].Key != "score" || p[0].Line != 2 {
		t.Errorf("the column and its line: %+v", p)
	}
	if p := ranking.Read(filepath.Join(t.TempDir(), "none.csv"), nil).Problems(); len(p) != 1 || p[0].Kind != ranking.Missing {
		t.Errorf("%+v", p)
	}
	tabs := strings.ReplaceAll(head+good, ",", "\t") // as pasted from a spreadsheet
	if f := ranking.Parse([]byte(tabs), now); f.Len() != 1 {
		t.Errorf("tabs: %+v", f.Problems())
	}
	if f := ranking.Parse([]byte(head+good), time.Time{}); f.Len() != 1 {
		t.Errorf("a clock without a battery: %+v", f.Problems())
	}
	many := ranking.Parse([]byte(head+strings.Repeat("x\n", 100)), now).Problems()
	if last := many[len(many)-1]; len(many) > 30 || last.Kind != ranking.More {
		t.Errorf("%d problems, the last %+v", len(many), last)
	}
}

// What is read from a file can be shown, whatever stands there.
func FuzzParse(f *testing.F) {
	f.Add(head + "2017,PAR,H03,Bắc Kạn,73.92,100,49,63,x\n")
	f.Add("year;index;unit_code;unit_name;score;rank;source\n2025;SIPAS;H55;\"a\x1b[31m\";9,5;;\u202ex")
	f.Fuzz(func(t *testing.T, doc string) {
		read := ranking.Parse([]byte(doc), now)
		list, _ := ranking.With(func() *ranking.File { return read }).Entries()
		for _, l := range rank.Arrange(list, rank.Query{}, "", none) {
			for i, e := range l.Entries {
				if i > 0 && l.Entries[i-1].Year >= e.Year {
					t.Fatalf("years of %+v", l)
				}
				if !e.Scored && e.Rank == 0 || e.Rank > e.Ranked || e.Score > e.Max || e.Score < 0 {
					t.Fatalf("%+v", e)
				}
				if strings.ContainsAny(e.Name+e.Source, "\x1b\u202e\n") {
					t.Fatalf("%+v", e)
				}
			}
		}
	})
}
