package line

import (
	"context"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/decision"
	"motcua/client/unit"
	"motcua/tui/text"
)

// whatIsAsked notes which look-up a line of the line mode led to.
type whatIsAsked struct {
	client.Lookups
	asked []string
}

func (w *whatIsAsked) Search(_ context.Context, q client.Query) (client.Answer[client.SearchResult], error) {
	w.asked = append(w.asked, "search "+q.Words)
	return client.Answer[client.SearchResult]{}, nil
}

func (w *whatIsAsked) Units(_ context.Context, q unit.Query) (client.Answer[unit.Result], error) {
	w.asked = append(w.asked, "units "+q.Words+q.Procedure)
	return client.Answer[unit.Result]{}, client.ErrNotFound
}

func (w *whatIsAsked) Decisions(_ context.Context, q decision.Query) (client.Answer[decision.List], error) {
	year := ""
	if q.Year != 0 {
		year = "of a year"
	}
	w.asked = append(w.asked, "decisions "+q.Words+q.Procedure+year)
	return client.Answer[decision.List]{}, client.ErrNotFound
}

func (w *whatIsAsked) Decision(_ context.Context, id string) (client.Answer[decision.Full], error) {
	w.asked = append(w.asked, "decision "+id)
	return client.Answer[decision.Full]{}, client.ErrNotFound
}

// "đơn vị" and "quyết định" in two words, as people write them, are verbs only before what no
// procedure is called.
func TestVerbsInTwoWords(t *testing.T) {
	for typed, want := range map[string]string{
		"quyết định 2018":          "decisions of a year",
		"quyet dinh 2018":          "decisions of a year",
		"Quyết định 18001":         "decision 18001",
		"quyết  định 1.001193":     "decisions 1.001193",
		"quyết định 653/QĐ-UBND":   "decisions 653/QĐ-UBND",
		"quyet dinh 653/qd-ubnd":   "decisions 653/qd-ubnd",
		"quyết định ly hôn":        "search quyết định ly hôn",
		"quyết định 2 vợ chồng":    "search quyết định 2 vợ chồng",
		"quyết định":               "search quyết định",
		"quyết định công nhận xã":  "search quyết định công nhận xã",
		"quyetdinh ly hôn":         "decisions ly hôn",
		"đơn vị phường Đức Xuân":   "units phường Đức Xuân",
		"don vi phuong duc xuan":   "units phuong duc xuan",
		"đơn vị 2.000815":          "units 2.000815",
		"đơn vị UBND xã Cường Lợi": "units UBND xã Cường Lợi",
		"đơn vị sự nghiệp":         "search đơn vị sự nghiệp",
		"đơn vị sở hữu đất":        "search đơn vị sở hữu đất",
		"đơn vị xã hội":            "search đơn vị xã hội",
		"don vi pham hanh chinh":   "search don vi pham hanh chinh",
		"đơn xin xác nhận":         "search đơn xin xác nhận",
		"đơn vị":                   "search đơn vị",
		"donvi Đức Xuân":           "units Đức Xuân",
	} {
		f := newFake(t)
		w := &whatIsAsked{Lookups: f.Lookups}
		f.Lookups, f.search = w, func(q client.Query) (client.Answer[client.SearchResult], error) { return w.Search(t.Context(), q) }
		talk(t, f, text.VI, typed+"\n")
		if got := strings.Join(w.asked, ", "); !strings.HasPrefix(got, want) {
			t.Errorf("%q asked for %q, want %q", typed, got, want)
		}
	}
}
