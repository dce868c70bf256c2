package english

import (
	"cmp"
	"embed"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

//go:embed titles/*.txt
var titleFiles embed.FS

// written are the titles, sorted by code. The strings point into the program, so the list
// costs 32 bytes a title.
var written = sync.OnceValue(func() []pair {
	var list []pair
	names, err := fs.Glob(titleFiles, "titles/*.txt")
	if err != nil {
		panic(err) // the pattern is wrong
	}
	for _, name := range names {
		text, err := fs.ReadFile(titleFiles, name)
		if err != nil {
			panic(err) // it is part of the program
		}
		list = append(list, readTitles(string(text))...)
	}
	return sorted(list)
})

// sorted sorts pairs by what they are from.
func sorted(list []pair) []pair {
	slices.SortStableFunc(list, func(a, b pair) int { return cmp.Compare(a.from, b.from) })
	return slices.Clip(list)
}

// readTitles reads lines of a code and what is said of it; lines that begin with # are comments.
func readTitles(text string) []pair {
	list := make([]pair, 0, strings.Count(text, "\n"))
	for line := range strings.Lines(text) {
		if code, title, ok := strings.Cut(strings.TrimSpace(line), " "); ok && code[0] != '#' {
			list = append(list, pair{code, title})
		}
	}
	return list
}

// Title returns the title that was written for the procedure with a code; "" when there is
// none.
func Title(code string) string { return exactly(written(), code) }
