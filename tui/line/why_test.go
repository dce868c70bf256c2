package line

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"motcua/client"
	"motcua/tui/line/exit"
	"motcua/tui/line/verb"
	"motcua/tui/text"
)

func TestShowWhy(t *testing.T) {
	f := newFake(t)
	f.show = func(string) (client.Answer[client.Procedure], error) { return birth(), nil }
	for _, l := range []string{"vi", "en"} {
		t.Run(l, func(t *testing.T) {
			plain := runWith(t, f, verb.Deps{Width: 60}, "show", "1.001193", "--why", "--lang", l)
			asJSON := runWith(t, f, verb.Deps{}, "thutuc", "1.001193", "--why", "--json", "--lang", l)
			golden.RequireEqual(t, []byte(plain.out+"\n=====\n"+asJSON.out))
			var got struct {
				Rows []struct {
					Text     string
					Readings []struct {
						Words []string
						Spans [][2]int
					}
				}
			}
			if err := json.Unmarshal([]byte(asJSON.out), &got); err != nil {
				t.Fatal(err)
			}
			if len(got.Rows) == 0 {
				t.Error("no rows")
			}
			for _, row := range got.Rows {
				for _, r := range row.Readings {
					for i, s := range r.Spans { // they count characters
						if words := string([]rune(row.Text)[s[0]:s[1]]); words != r.Words[i] {
							t.Errorf("span %v is %q, the words are %q", s, words, r.Words[i])
						}
					}
				}
			}
		})
	}
}

// Without a staff key the flag does not exist, and its key in the line mode is ordinary
// input: words to search for.
func TestWhyIsForStaff(t *testing.T) {
	f := newFake(t)
	f.show = func(string) (client.Answer[client.Procedure], error) { return birth(), nil }
	var searched []string
	f.search = func(q client.Query) (client.Answer[client.SearchResult], error) {
		searched = append(searched, q.Words)
		return hits(0, 0), nil
	}
	title := text.For(text.VI).Review.WhyTitle
	if got := runWith(t, f, verb.Deps{NoWhy: true}, "show", "1.001193", "--why"); got.code != exit.Usage || got.out != "" {
		t.Errorf("code %d, printed %q", got.code, got.out)
	}
	for _, tc := range []struct {
		typed string
		staff bool
		want  bool
	}{{"1.001193\nv\n", true, true}, {"1.001193\nv\n", false, false}, {"v\n", true, false}} {
		var out strings.Builder
		Mode(t.Context(), verb.Deps{Service: f, In: strings.NewReader(tc.typed), Out: &out, Err: &out, NoWhy: !tc.staff})
		if got := strings.Contains(out.String(), title); got != tc.want {
			t.Errorf("%q, staff %v: told %v\n%s", tc.typed, tc.staff, got, out.String())
		}
		if strings.Contains(out.String(), "\x1b") {
			t.Error("an escape sequence in the line mode")
		}
	}
	if len(searched) != 1 || searched[0] != "v" {
		t.Errorf("searched for %q", searched)
	}
}
