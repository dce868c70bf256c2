package places_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client/gazetteer"
	"motcua/client/place"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/places"
)

func env(l text.Lang) view.Env {
	return view.Env{Texts: text.For(l), Now: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)}
}

// find is the first place of the name in Thái Nguyên.
func find(t *testing.T, words string) place.Place {
	t.Helper()
	r := gazetteer.Shipped().Find(place.Query{Words: words, Near: "H55"})
	if len(r.Places) == 0 {
		t.Fatalf("no place %q", words)
	}
	return r.Places[0]
}

func TestInBrief(t *testing.T) {
	for _, tt := range []struct{ words, name, vi, en string }{
		{
			"phung chi kien", "Phường Phùng Chí Kiên, thành phố Bắc Kạn, tỉnh Bắc Kạn",
			"Nay là phường Bắc Kạn, tỉnh Thái Nguyên", "Now phường Bắc Kạn, tỉnh Thái Nguyên",
		},
		{
			"ngoc ha ba dinh", "Phường Ngọc Hà, quận Ba Đình, thành phố Hà Nội",
			"Đã chia về 2 nơi: phường Ba Đình; phường Ngọc Hà", "Divided among 2 places: phường Ba Đình; phường Ngọc Hà",
		},
		{
			"huyen na ri", "Huyện Na Rì, tỉnh Bắc Kạn",
			"Không còn cấp huyện; nay là 6 xã, phường của tỉnh Thái Nguyên", "No district any more; now 6 communes of tỉnh Thái Nguyên",
		},
		{"tinh bac kan", "Tỉnh Bắc Kạn", "Nay là tỉnh Thái Nguyên", "Now tỉnh Thái Nguyên"},
		{"tinh thai nguyen", "Tỉnh Thái Nguyên", "Vẫn tên là tỉnh Thái Nguyên", "Still called tỉnh Thái Nguyên"},
		{"phường bắc kạn", "Phường Bắc Kạn, tỉnh Thái Nguyên", "Tên hiện nay", "Name of today"},
	} {
		p := find(t, tt.words)
		for l, want := range map[text.Lang]string{text.VI: tt.vi, text.EN: tt.en} {
			if r := places.InBrief(p, env(l)); r.Name != tt.name || r.Now != want {
				t.Errorf("%q in %s: %q, %q; want %q, %q", tt.words, l, r.Name, r.Now, tt.name, want)
			}
		}
	}
}

// Every place has a sentence on what it is now, in both languages, and its source.
func TestDocument(t *testing.T) {
	asOf := gazetteer.Shipped().AsOf()
	for words, keys := range map[string][]string{
		"phung chi kien": {"plate"}, "ngoc ha ba dinh": {"divided", "now"}, "huyen na ri": {"ended", "now"},
		"tinh bac kan": {"plate", "formed"}, "phường bắc kạn": {"today", "formed"}, "huyện cồn cỏ": {"plate"},
	} {
		p := find(t, words)
		for _, l := range []text.Lang{text.VI, text.EN} {
			doc := places.Document(p, asOf, env(l))
			for _, key := range append(slices.Clone(keys), "place", "source") {
				if doc.Words(key) == "" && len(doc.Get(key).Items()) == 0 {
					t.Errorf("%q in %s says no %q", words, l, key)
				}
			}
			if !strings.Contains(doc.Words("source"), "1/7/2025") && !strings.Contains(doc.Words("source"), "1 July 2025") {
				t.Errorf("%q in %s: as of %q", words, l, doc.Words("source"))
			}
		}
	}
	if got := places.Document(find(t, "ngoc ha ba dinh"), asOf, env(text.VI)).Words("divided"); !strings.HasSuffix(got, "Hỏi Bộ phận Một cửa của xã, phường, nói rõ thôn, tổ.") {
		t.Errorf("a divided commune: %s", got)
	}
}

func TestMentions(t *testing.T) {
	m, _ := gazetteer.Shipped().Mentioned("xã Cường Lợi cũ đăng ký khai sinh", "H55")
	want := []string{
		"Xã Cường Lợi, huyện Na Rì, tỉnh Bắc Kạn: nay là xã Cường Lợi, tỉnh Thái Nguyên.",
		"Xã Cường Lợi, huyện Đình Lập, tỉnh Lạng Sơn: nay là xã Châu Sơn, tỉnh Lạng Sơn.",
	}
	if got := places.Mentions(&m, env(text.VI)); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if got := places.Mentions(nil, env(text.VI)); got != nil {
		t.Errorf("none named: %q", got)
	}
}
