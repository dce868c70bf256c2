package line

import (
	"strings"
	"testing"

	"motcua/client"
)

// withPapers is a system that tells which papers came in and which come out.
func withPapers(t *testing.T) *fake {
	t.Helper()
	f := newFake(t)
	f.track = func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
		d := dossier(q, client.StatusProcessing)
		if d.Private != nil {
			d.Private.Supplied, d.Private.Results = []string{"Tờ khai CT01"}, []string{"Thông báo về kết quả"}
		}
		return answer(d), nil
	}
	return f
}

func TestPapersThatCameInAndComeOut(t *testing.T) {
	got := runWith(t, withPapers(t), Deps{}, "track", codeOf+"04", "--proof", "1234").out
	for _, want := range []string{"Giấy tờ kết quả:\n  - Thông báo về kết quả", "Giấy tờ đã nộp:\n  - Tờ khai CT01"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing:\n%s", want, got)
		}
	}
	if got := runWith(t, withPapers(t), Deps{}, "track", codeOf+"04").out; strings.Contains(got, "Tờ khai CT01") {
		t.Errorf("shown without proof:\n%s", got)
	}
	if got := runWith(t, withPapers(t), Deps{Frugal: true}, "track", codeOf+"04", "--proof", "1234").out; len(got) > pageBytes {
		t.Errorf("%d bytes on a slow line:\n%s", len(got), got)
	}
}
