package dossiers_test

import (
	"slices"
	"testing"

	"motcua/client"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/dossiers"
)

// A result paper of which the source holds a file says so and where to get it; any other is
// only named.
func TestResultPapers(t *testing.T) {
	a := client.Answer[client.Dossier]{
		Source: client.SourceName{ID: "h55", Name: "Thái Nguyên"},
		Value: client.Dossier{Status: client.StatusFinished, Private: &client.Private{
			Results: []client.ResultPaper{{Name: "Giấy phép", Electronic: true}, {Name: "Phiếu báo"}},
		}},
	}
	for l, want := range map[text.Lang][]string{
		text.VI: {"Giấy phép: có bản điện tử ký số, đăng nhập cổng Thái Nguyên để tải về", "Phiếu báo"},
		text.EN: {"Giấy phép: there is an electronic copy with a digital signature, log in to the portal Thái Nguyên to download it", "Phiếu báo"},
	} {
		if got := dossiers.Document(a, view.Env{Texts: text.For(l)}).Get("results").Items(); !slices.Equal(got, want) {
			t.Errorf("%s: %q", l, got)
		}
	}
}
