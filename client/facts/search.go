package facts

import (
	"context"
	"math"
	"slices"
	"strings"

	"motcua/client"
)

// defaultLimit is how many hits an answer holds when the query does not say.
const defaultLimit = 50

// folded is an entry as it is searched: words without marks, each with a blank
// before and after, so that " khai" finds the beginning of a word and " khai "
// a whole one.
type folded struct {
	code   string
	name   string
	field  string
	agency string // id
	lead   int    // bytes of name taken by a leading "thu tuc"
	use    float64
}

func fold(entries []Entry) []folded {
	index := make([]folded, len(entries))
	fields := map[string]string{}
	letters := folder{}
	for i, e := range entries {
		field, ok := fields[e.Field]
		if !ok {
			field = letters.plain(e.Field)
			fields[e.Field] = field
		}
		f := folded{code: e.Code, name: letters.plain(e.Name), field: field, agency: agencyByName(e.Agency), use: math.Log10(float64(e.Weight) + 1)}
		if strings.HasPrefix(f.name, thuTuc) {
			f.lead = len(thuTuc) - 1
		}
		index[i] = f
	}
	return index
}

// thuTuc begins many names without saying anything.
const thuTuc = " thu tuc "

// plain folds a text and leaves only letters, digits and single blanks, with a
// blank at both ends; a text without any is one blank.
func plain(s string) string { return make(folder).plain(s) }

// folder remembers what single letters fold to: names repeat some two hundred
// of them, and taking each apart anew would be most of the time of a cold start.
type folder map[rune]string

func (f folder) plain(s string) string {
	b := make([]byte, 1, len(s)+2)
	b[0] = ' '
	for _, r := range s {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			b = append(b, byte(r))
			continue
		}
		letters, ok := f[r]
		if !ok {
			letters = client.Fold(string(r))
			f[r] = letters
		}
		for _, c := range []byte(letters) {
			if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
				b = append(b, c)
			} else if b[len(b)-1] != ' ' {
				b = append(b, ' ')
			}
		}
	}
	if b[len(b)-1] != ' ' {
		b = append(b, ' ')
	}
	return string(b)
}

// Search finds the procedures that hold every word of the query, in the name,
// the field or the code; the last letters of a word may be missing. When none
// holds them all, those that miss a single word of three or more are found.
// Hits are ranked by how well the name matches, then by use count. An empty
// query with a field or an agency lists what is in it; an empty query alone
// finds nothing.
func (c *Catalogue) Search(ctx context.Context, q client.Query) (client.SearchResult, error) {
	if err := ctx.Err(); err != nil {
		return client.SearchResult{}, err
	}
	s := newSearcher(q)
	if s.empty() {
		return client.SearchResult{}, nil
	}
	index := c.index()
	found := s.run(c.entries, index, 0)
	if len(found) == 0 && len(s.words) >= 3 {
		found = s.run(c.entries, index, 1)
	}
	slices.SortStableFunc(found, byScore)
	limit := q.Limit
	if limit <= 0 {
		limit = defaultLimit
	}
	out := client.SearchResult{Total: len(found), Hits: make([]client.Hit, 0, min(limit, len(found)))}
	for _, m := range found[:min(limit, len(found))] {
		out.Hits = append(out.Hits, c.entries[m.at].Hit())
	}
	return out, nil
}

type match struct {
	at    int
	score float64
}

func byScore(a, b match) int {
	switch {
	case a.score > b.score:
		return -1
	case a.score < b.score:
		return 1
	}
	return a.at - b.at
}

// searcher is a query made ready.
type searcher struct {
	code   string   // what was typed, when it looks like a procedure's code
	phrase string   // all words, a blank before each
	words  []string // one word each, a blank before it
	field  string
	agency string
}

func newSearcher(q client.Query) searcher {
	s := searcher{field: q.Field}
	if q.AgencyCode != "" {
		s.agency = AgencyRoot(q.AgencyCode)
	}
	typed := strings.TrimSpace(q.Words)
	if looksLikeCode(typed) {
		s.code = typed[:min(len(typed), codeLen)]
		return s
	}
	for word := range strings.FieldsSeq(plain(q.Words)) {
		if word = " " + word; !slices.Contains(s.words, word) {
			s.words = append(s.words, word)
		}
	}
	s.phrase = strings.TrimRight(plain(q.Words), " ")
	return s
}

// looksLikeCode tells a typed code, whole or begun, from words: "1.00",
// "1.004194".
func looksLikeCode(s string) bool {
	if len(s) < 2 || s[0] < '0' || s[0] > '9' || s[1] != '.' {
		return false
	}
	return strings.Trim(s, "0123456789.") == "" || len(s) > codeLen
}

func (s searcher) empty() bool {
	return s.code == "" && len(s.words) == 0 && s.field == "" && s.agency == ""
}

func (s searcher) run(entries []Entry, index []folded, mayMiss int) []match {
	var found []match
	for i := range index {
		if s.field != "" && entries[i].Field != s.field {
			continue
		}
		if s.agency != "" && index[i].agency != s.agency {
			continue
		}
		if score, ok := s.score(&index[i], mayMiss); ok {
			found = append(found, match{i, score})
		}
	}
	return found
}

// The weights of a match. A name that is the question counts most, then one
// that begins with it, then one that holds it as it stands; among those the
// shorter name says less else. Use decides between equals: ten times the use
// is worth one step of use.
const (
	isPhrase     = 60
	beginsPhrase = 25
	holdsPhrase  = 20
	coverage     = 30
	wholeWord    = 6
	wordBegins   = 3
	fieldWord    = 1
	usePerTen    = 3
)

func (s searcher) score(f *folded, mayMiss int) (float64, bool) {
	if s.code != "" {
		return usePerTen * f.use, strings.HasPrefix(f.code, s.code)
	}
	score := 0.0
	missed := 0
	for _, word := range s.words {
		switch {
		case holdsWord(f.name, word):
			score += wholeWord
		case strings.Contains(f.name, word):
			score += wordBegins
		case strings.Contains(f.field, word):
			score += fieldWord
		default:
			if missed++; missed > mayMiss {
				return 0, false
			}
		}
	}
	if n := float64(len(s.words)); n > 0 {
		score /= n
	}
	name := f.name[f.lead:]
	if at := strings.Index(name, s.phrase); at >= 0 && s.phrase != "" {
		score += holdsPhrase
		if at == 0 {
			score += beginsPhrase
			if len(name) == len(s.phrase)+1 {
				score += isPhrase
			}
		}
		score += coverage * float64(len(s.phrase)) / float64(len(name))
	}
	return score + usePerTen*f.use, true
}

// holdsWord tells whether text holds word (with its leading blank) whole.
func holdsWord(text, word string) bool {
	for {
		at := strings.Index(text, word)
		if at < 0 {
			return false
		}
		if text = text[at+len(word):]; text[0] == ' ' {
			return true
		}
	}
}
