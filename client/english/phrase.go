package english

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed phrases.txt
var phrasesText string

// phrases are what people call procedures in English beside their titles, sorted by code.
var phrases = sync.OnceValue(func() []pair { return sorted(readTitles(phrasesText)) })

// Phrases returns what people call the procedure with a code in English, nil when nobody wrote
// any. The first says it most plainly.
func Phrases(code string) []string {
	all := exactly(phrases(), code)
	if all == "" {
		return nil
	}
	return strings.Split(all, " | ")
}
