package line

import (
	"strings"
	"testing"

	"motcua/client"
	"motcua/tui/line/plain"
	"motcua/tui/line/verb"
)

// withPapers returns a system that lists the papers handed in and the results.
func withPapers(t *testing.T) *fake {
	t.Helper()
	f := newFake(t)
	f.track = func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
		d := dossier(q, client.StatusProcessing)
		if d.Private != nil {
			d.Private.Supplied, d.Private.Results = []string{"Tờ khai CT01"}, []client.ResultPaper{{Name: "Thông báo về kết quả", Electronic: true}}
		}
		return answer(d), nil
	}
	return f
}

func TestPapersThatCameInAndComeOut(t *testing.T) {
	got := runWith(t, withPapers(t), verb.Deps{}, "track", codeOf+"04", "--proof", "1234").out
	for _, want := range []string{"Giấy tờ kết quả:\n  - Thông báo về kết quả", "Giấy tờ đã nộp:\n  - Tờ khai CT01"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing:\n%s", want, got)
		}
	}
	js := runWith(t, withPapers(t), verb.Deps{}, "track", codeOf+"04", "--proof", "1234", "--json").out
	if want := `"results":[{"name":"Thông báo về kết quả","electronic":true}]`; !strings.Contains(js, want) {
		t.Errorf("%s is missing:\n%s", want, js)
	}
	if js := runWith(t, withPapers(t), verb.Deps{}, "track", codeOf+"04", "--json").out; !strings.Contains(js, `"results":null`) {
		t.Errorf("shown without proof:\n%s", js)
	}
	if got := runWith(t, withPapers(t), verb.Deps{}, "track", codeOf+"04").out; strings.Contains(got, "Tờ khai CT01") {
		t.Errorf("shown without proof:\n%s", got)
	}
	if got := runWith(t, withPapers(t), verb.Deps{Frugal: true}, "track", codeOf+"04", "--proof", "1234").out; len(got) > plain.PageBytes {
		t.Errorf("%d bytes on a slow line:\n%s", len(got), got)
	}
}
