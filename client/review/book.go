package review

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/linked"
	"motcua/client/plainfile"
)

// Limits of the input, far above what all procedures of the country need.
const (
	fileMost  = 8 << 20
	filesMost = 2_000
)

// Book is the content of the operator's files of reviews.
type Book struct {
	entries  map[string]Entry
	problems []Problem
}

// Read reads a file, or all files of a folder that end in .toml, in the order of their
// names. It never fails: what cannot be used is listed in Problems. trust returns an error
// when somebody untrusted may write the file or the folder; nil accepts all.
func Read(path string, trust func(path string) error) *Book {
	b := &Book{entries: map[string]Entry{}}
	if path == "" {
		return b
	}
	names, err := files(path)
	if err != nil {
		b.problems = append(b.problems, fileProblem(path, err))
		return b
	}
	if len(names) > filesMost {
		names = names[:filesMost]
		b.problems = append(b.problems, Problem{File: path, Kind: TooMany, Value: strconv.Itoa(filesMost)})
	}
	for _, name := range names {
		if trust != nil {
			if err := trust(name); err != nil {
				b.problems = append(b.problems, Problem{File: name, Kind: Untrusted, Err: err})
				continue
			}
		}
		doc, _, err := plainfile.Read(name, fileMost)
		if err != nil {
			b.problems = append(b.problems, fileProblem(name, err))
			continue
		}
		entries, problems := Parse(name, doc)
		b.problems = append(b.problems, problems...)
		for _, e := range entries {
			b.add(e)
		}
	}
	return b
}

// add adds an entry; of two for the same procedure the first counts.
func (b *Book) add(e Entry) {
	if first, ok := b.entries[e.Code]; ok {
		b.problems = append(b.problems, Problem{
			File: e.File, Line: e.Line, Kind: Twice, Key: "code", Code: e.Code, Value: fmt.Sprintf("%s:%d", first.File, first.Line),
		})
		return
	}
	if around := b.circle(e); around != "" {
		b.problems = append(b.problems, Problem{File: e.File, Line: e.Line, Kind: Circle, Key: "successor", Code: e.Code, Value: around})
		return
	}
	b.entries[e.Code] = e
}

// circle follows the successors of a new entry and returns their codes when they lead back to
// it. Those of the other entries lead to an end.
func (b *Book) circle(e Entry) string {
	way := []string{e.Code}
	for next := e.Successor; next != ""; next = b.entries[next].Successor {
		if way = append(way, next); next == e.Code {
			return strings.Join(way, " → ")
		}
	}
	return ""
}

func files(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		return []string{path}, err
	}
	list, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, d := range list {
		if n := d.Name(); strings.HasSuffix(n, ".toml") && !strings.HasPrefix(n, ".") && !d.IsDir() {
			names = append(names, filepath.Join(path, n))
		}
	}
	return names, nil
}

func fileProblem(name string, err error) Problem {
	kind, value := plainfile.Why(err)
	switch kind {
	case "missing":
		kind = string(NoFile)
	case string(TooLarge):
		value = strconv.Itoa(fileMost >> 20)
	}
	return Problem{File: name, Kind: Kind(kind), Value: clean.Line(value), Err: err}
}

// Problems lists what in the files cannot be used, in their order.
func (b *Book) Problems() []Problem { return slices.Clone(b.problems) }

// Entries returns the valid reviews, by code.
func (b *Book) Entries() []Entry {
	out := make([]Entry, 0, len(b.entries))
	for _, e := range b.entries {
		out = append(out, e)
	}
	slices.SortFunc(out, func(x, y Entry) int { return strings.Compare(x.Code, y.Code) })
	return out
}

// Has reports whether a procedure has an entry.
func (b *Book) Has(code string) bool {
	_, ok := b.entries[code]
	return ok
}

// Of returns the review of a procedure, with whether its page is still the one that was
// reviewed; nil when there is none.
func (b *Book) Of(p client.Procedure) *client.Review {
	e, ok := b.entries[p.Code]
	if !ok || e.Source == "" { // it corrects nothing
		return nil
	}
	r := e.Review
	switch {
	case p.Outline:
		r.State = client.ReviewUnseen
	case Fingerprint(p) != e.Source:
		r.State = client.ReviewChanged
	}
	return &r
}

// Linked returns the groups of procedures that the offices' files link and that have this
// one, without the members' names.
func (b *Book) Linked(code string) []linked.Group {
	var all []linked.Group
	for _, e := range b.Entries() {
		if len(e.Linked) == 0 {
			continue
		}
		g := linked.Group{Code: e.Code, Office: e.Review.Office, Since: e.Review.Date}
		for _, c := range e.Linked {
			g.Members = append(g.Members, linked.Member{Code: c})
		}
		all = append(all, g)
	}
	return linked.With(code, all)
}

// Successor returns what an office's file says to replace a procedure, without its name.
func (b *Book) Successor(code string) (linked.Successor, bool) {
	e := b.entries[code]
	return linked.Successor{Code: e.Successor, Office: e.Review.Office}, e.Successor != ""
}

// Unread reports whether the files could not be read at all: none contains a valid review,
// and one is missing, no text, or no TOML. Keep the previous book then: an officer who
// saves a file with a missing bracket did not withdraw all reviews.
func (b *Book) Unread() bool {
	return len(b.entries) == 0 && slices.ContainsFunc(b.problems, func(p Problem) bool { return p.Line == 0 || p.Kind == Syntax })
}

// Shelf holds the current book, which a new one may replace at any time.
type Shelf struct {
	book  atomic.Pointer[Book]
	first sync.Once
	read  func() *Book // reads the book at its first use; nil: nothing to read
}

// Later sets a function that reads the book at its first use: two hundred reviews take
// 25 ms, and most commands show no page.
func (s *Shelf) Later(read func() *Book) { s.read = read }

// Put replaces the current book.
func (s *Shelf) Put(b *Book) { s.book.Store(b) }

// Book returns the current book, never nil.
func (s *Shelf) Book() *Book {
	s.first.Do(func() {
		if s.read != nil && s.book.Load() == nil {
			s.book.CompareAndSwap(nil, s.read()) // a book that was put meanwhile is newer
		}
	})
	if b := s.book.Load(); b != nil {
		return b
	}
	return &Book{}
}

// Successor is Book.Successor of the current book.
func (s *Shelf) Successor(code string) (linked.Successor, bool) { return s.Book().Successor(code) }

// Of is Book.Of of the current book.
func (s *Shelf) Of(p client.Procedure) *client.Review { return s.Book().Of(p) }
