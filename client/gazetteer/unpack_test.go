package gazetteer

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

// A question that may name no place does not unpack the table, and gets the answer that the
// table gives: held by the questions of the search, by themselves and with a place in them.
func TestOnlyWhatMayNameAPlaceUnpacksTheTable(t *testing.T) {
	all, err := os.ReadFile("../find/testdata/queries.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var questions []string
	for l := range strings.Lines(string(all)) {
		if q, _, ok := strings.Cut(l, "\t"); ok && !strings.HasPrefix(l, "#") {
			questions = append(questions, q)
		}
	}
	if len(questions) < 700 {
		t.Fatalf("%d questions", len(questions))
	}
	unpack := 0
	for _, q := range questions {
		if mayName(wordsOf(q)) {
			unpack++
		}
	}
	t.Logf("%d of %d questions unpack the table", unpack, len(questions))
	if unpack > len(questions)/10 {
		t.Errorf("%d of %d questions unpack the table, want the few with a word such as xã", unpack, len(questions))
	}
	b, g, named := shippedBook(), Shipped(), 0
	for _, q := range questions {
		for _, form := range []string{
			"%", "xã Cường Lợi cũ %", "% ở xã cường lợi, huyện na rì", "% Phùng Chí Kiên cũ", "phung chi kien truoc day %", "thi xa pho yen cu %", "% tại thành phố Thái Nguyên",
			"% sai gon cu", "tỉnh Sài Gòn %", "xả cường lợi %", "% o xa cuong loi", "% thị trấn Yến Lạc", "% đặc khu Phú Quốc", "phuong 1 quan 3 %",
		} {
			asked := strings.Replace(form, "%", q, 1)
			want, has := b.Mentioned(asked, "H55")
			got, ok := g.Mentioned(asked, "H55")
			if ok != has || !reflect.DeepEqual(got, want) {
				t.Errorf("%q: %+v, want %+v", asked, got, want)
			}
			if has {
				named++
			}
		}
	}
	if named < 5*len(questions) {
		t.Errorf("only %d questions named a place", named)
	}
}

// The provinces read past the table are those of the table.
func TestKnowsProvince(t *testing.T) {
	if n := len(shipped().provinces); n != 34 || len(agencies()) != n {
		t.Errorf("%d provinces, %d agencies", n, len(agencies()))
	}
	for _, p := range shipped().provinces {
		if !KnowsProvince(p.agency) {
			t.Errorf("%s (%s) is not known", p.agency, p.name)
		}
	}
	for _, id := range []string{"", "H03", "X99"} { // Bắc Kạn was merged
		if KnowsProvince(id) {
			t.Errorf("%q is known", id)
		}
	}
}
