package procedures

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"motcua/client"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/viewtest"
)

// procedures are documents that hold each kind of block between them.
func procedures(t *testing.T, l text.Lang) []view.Document {
	t.Helper()
	e := viewtest.Env(t, l)
	whole := client.Answer[client.Procedure]{Value: residence(), AsOf: viewtest.Now, Source: viewtest.H55}
	whole.Value.Cases = []client.PaperCase{
		{Rows: []client.PaperRow{
			{Name: "- Tờ khai", Originals: 1}, {Name: "- Xuất trình Thẻ căn cước"}, {Name: "Trường hợp ủy quyền: văn bản ủy quyền", Originals: 1},
			{Name: "Lưu ý: giấy tờ bằng tiếng nước ngoài phải dịch."},
		}},
		{Name: "Trường hợp ở nhờ", Rows: []client.PaperRow{{Name: "- Văn bản đồng ý cho ở nhờ", Originals: 1}}},
		{Name: "Trường hợp thuê nhà", Rows: []client.PaperRow{{Name: "- Hợp đồng thuê nhà", Copies: 1}}},
	}
	heading := whole
	heading.Value.Outline = true
	office := reviewed(client.ReviewChanged)
	closely := whole
	closely.Value.Cases = []client.PaperCase{{Rows: []client.PaperRow{{Name: "Hợp đồng liên doanh đối với hình thức liên doanh"}}}}
	none := whole
	none.Value.Cases = nil
	return []view.Document{
		Document(whole, e), Document(heading, e), Document(office, reviewEnv(t, l)), Document(closely, e), Document(none, e), Official(whole, e),
	}
}

// The same of a procedure: keys in both languages, each once but for conditions and
// cases, and every kind of block that a procedure has.
func TestKeysOfAProcedure(t *testing.T) {
	keys := func(l text.Lang) (all [][]string, kinds map[view.Kind]bool) {
		kinds = map[view.Kind]bool{}
		for _, doc := range procedures(t, l) {
			var out []string
			for _, b := range doc.Blocks {
				kinds[b.Kind] = true
				id := strings.Join([]string{b.Key, strconv.Itoa(b.Case)}, " ")
				if b.Key == "" || b.Key != "only-if" && slices.Contains(out, id) {
					t.Errorf("%s: the key %q stands twice", l, id)
				}
				if b.Key != "official" { // which only a reader of English needs
					out = append(out, id)
				}
				for _, said := range b.Lines {
					if item := b.Head != "" || b.Kind == view.KindTitle; item != (said.Key == "") {
						t.Errorf("%s: %s: the key of %q is %q", l, b.Key, said.Text, said.Key)
					}
				}
			}
			all = append(all, out)
		}
		return all, kinds
	}
	vi, kinds := keys(text.VI)
	en, _ := keys(text.EN)
	if !reflect.DeepEqual(vi, en) {
		t.Errorf("%q in Vietnamese\n%q in English", vi, en)
	}
	for _, k := range []view.Kind{view.KindTitle, view.KindState, view.KindSentence, view.KindList, view.KindCase, view.KindChecklist, view.KindFacts, view.KindNote, view.KindSection, view.KindSource} {
		if !kinds[k] {
			t.Errorf("no procedure here has kind %d", k)
		}
	}
	for _, key := range []string{"hand-in", "show", "only-if", "close", "no-papers", "notes", "outline", "ready", "original"} {
		if !slices.ContainsFunc(vi, func(keys []string) bool { return slices.Contains(keys, key+" 0") }) {
			t.Errorf("no procedure here has %s", key)
		}
	}
}

// What everybody needs was missing from the screen and from what is read aloud
// where there are cases: both showed the lists of one case alone.
func TestEachCaseHasWhatEverybodyNeeds(t *testing.T) {
	doc := procedures(t, text.VI)[0]
	if doc.Cases() != 2 {
		t.Fatalf("%d cases: %+v", doc.Cases(), doc)
	}
	for n, want := range map[int][]string{1: {"Tờ khai", "Văn bản đồng ý cho ở nhờ"}, 2: {"Tờ khai", "Hợp đồng thuê nhà"}} {
		var got []string
		for _, b := range doc.In(n).Blocks {
			if b.Key == "hand-in" {
				for _, p := range b.Papers {
					got = append(got, p.Name)
				}
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("case %d: %q, want %q", n, got, want)
		}
	}
}

// What is built for the ear has no dots between short things, no address and no month cut
// short: a voice stumbles over each of them.
func TestTheEarGetsWords(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		e := viewtest.Env(t, l)
		e.Medium = view.Ear
		a := client.Answer[client.Procedure]{Value: residence(), AsOf: viewtest.Now, Source: viewtest.H55}
		said := procedurePage(Official(a, e))
		said, _, _ = strings.Cut(said, "[page ")
		a.Value.Outline = true
		said += procedurePage(Document(a, e)) + Hit(client.Hit{Name: "Khai sinh", Field: "Hộ tịch", Agency: "Bộ Tư pháp"}, e).Where
		for _, sign := range []string{"·", "https:", " Nov,"} {
			if strings.Contains(said, sign) {
				t.Errorf("%s: %q in %s", l, sign, said)
			}
		}
	}
}
