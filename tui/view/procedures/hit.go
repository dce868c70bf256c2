package procedures

import (
	"fmt"
	"unicode/utf8"

	"motcua/client"
	"motcua/tui/text/topic"
	"motcua/tui/view"
)

// HitLine is one line of a search result.
type HitLine struct {
	Code string
	Name string
	// Official is the official name when Name is English, "" otherwise.
	Official string
	Gone     string // "Đã bãi bỏ", or ""
	Where    string // "Hộ tịch · cấp xã · Bộ Tư pháp"
	// Matched lists the half-open ranges of Name, in runes, that match the query's words;
	// MatchedOfficial those of Official.
	Matched, MatchedOfficial [][2]int
}

// Hit returns one line of a search result.
func Hit(h client.Hit, e view.Env) HitLine {
	name, gone := view.ShortName(h.Name), ""
	if h.Abolished {
		gone = view.Capital(topic.Units.In(e.Texts).Gone)
	}
	line := HitLine{
		Code: h.Code, Name: name, Gone: gone, Where: e.Dotted(gone, e.Field(h.Field), Levels(h.Levels, e), h.Agency),
		Matched: shifted(h.Matched, utf8.RuneCountInString(h.Name)-utf8.RuneCountInString(name)),
	}
	if called := e.English(h.Code, h.Name, h.Field); called != "" {
		line.Official, line.MatchedOfficial = line.Name, line.Matched
		line.Name, line.Matched = called, h.MatchedEnglish
	}
	return line
}

// WishHead returns the heading of the i-th hit, where it is the first for one of two things that
// were asked for; otherwise "".
func WishHead(r client.SearchResult, i int, e view.Env) string {
	n := r.Hits[i].Wish
	if r.Wishes == nil || i > 0 && r.Hits[i-1].Wish == n {
		return ""
	}
	return fmt.Sprintf(e.Texts.Screen.Wish, n+1, r.Wishes[n])
}

// shifted moves ranges of a name to where they stand after so many runes were
// taken off its front.
func shifted(ranges [][2]int, off int) [][2]int {
	var out [][2]int
	for _, r := range ranges {
		if r[1] > off {
			out = append(out, [2]int{max(r[0]-off, 0), r[1] - off})
		}
	}
	return out
}
