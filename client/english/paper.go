package english

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed papers.txt
var papersText string

var papers = sync.OnceValue(func() []pair { return readTable(papersText) })

// kinds say before the name of a paper in which form it is asked for.
var kinds = readTable(`
bản chính = original
bản chính hoặc bản sao = original or copy
bản chụp = copy
bản chứng thực = certified copy
bản gốc = original
bản photo = copy
bản sao = copy
bản sao chứng thực = certified copy
bản sao công chứng = certified copy
bản sao có chứng thực = certified copy
bản sao có công chứng = certified copy
bản sao hoặc bản chính = copy or original
bản sao hợp lệ = valid copy
bản sao được chứng thực = certified copy
`)

// fillers stand between the form of a paper and its name and say nothing in English.
var fillers = []string{"của ", "các ", "một trong các ", "những ", "mẫu "}

// Paper returns what a paper is commonly called, read from the beginning of its Vietnamese
// name: "Certified copy: birth certificate". It is "" for papers that have no common name.
// Where the name offers another paper as well it says so: nobody must think that only the
// first will do.
func Paper(name string) string {
	text := lower(name)
	kind, rest := beginning(kinds, text)
	if kind != "" {
		rest = strings.TrimLeft(rest, " :")
		for _, f := range fillers {
			rest = strings.TrimPrefix(rest, f)
		}
	}
	what, after := beginning(papers(), rest)
	if what == "" {
		return ""
	}
	if kind != "" {
		what = kind + ": " + what
	}
	first, _, _ := strings.Cut(after, ";")
	if strings.Contains(first, " hoặc ") || strings.HasPrefix(first, "/") {
		what += " or another paper"
	}
	if strings.HasPrefix(first, " và ") || strings.HasPrefix(first, ", ") {
		return ""
	}
	return capital(what)
}
