package text

import (
	"reflect"
	"strings"
	"testing"
)

// Each thing has one word, the one that people use. These words were once used for the same
// things.
func TestWordsThatWereLeft(t *testing.T) {
	left := map[Lang]map[string]string{
		VI: {
			"nguồn": "cổng", "Khoản thu": "Tiền phải nộp", "mẫu 04": "no citation on a citizen's page",
			"ngày nộp": "ngày nhận", "ở giữa": "ngày nhận", "ghi bằng lời": "xem ở phần Các bước",
		},
		EN: {
			"the source": "the portal", "slip": "receipt", "form 04": "no citation on a citizen's page",
			"lookup code": "look-up code", "It is not clear where it stands": "Its state is not known",
		},
	}
	for l, words := range left {
		x := For(l)
		for _, part := range []any{x.Dossier, x.Procedure, x.Errors, x.Line} {
			for _, f := range fields(reflect.TypeOf(part).Name(), reflect.ValueOf(part)) {
				for old, now := range words {
					if strings.Contains(f.value, old) {
						t.Errorf("%s, %s says %q, want %q: %q", l, f.path, old, now, f.value)
					}
				}
			}
		}
	}
}

// People without their receipt still know their own number, so no hint asks only for the
// look-up code.
func TestProofHintsNameWhatPeopleKnow(t *testing.T) {
	for l, want := range map[Lang]string{VI: "4 số cuối căn cước hay điện thoại", EN: "last 4 digits of"} {
		x := For(l)
		for _, s := range []string{x.Dossier.ProofKey, x.Dossier.ProofCommand, x.Line.Track.Long, x.Line.FlagProof} {
			if !strings.Contains(s, want) {
				t.Errorf("%s: %q does not name %q", l, s, want)
			}
		}
	}
}
