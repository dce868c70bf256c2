package review

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"motcua/client"
	"motcua/client/clean"
)

// Bounds of what is read: far more than all procedures of the country need.
const (
	fileMost  = 8 << 20
	filesMost = 2_000
)

// Book is what the operator's files say.
type Book struct {
	entries  map[string]Entry
	problems []Problem
}

// Read reads a file, or all files of a folder that end in .toml, in the order of
// their names. It never fails: what cannot be used is among Problems. trust tells
// what is wrong with who may write a file or the folder; nil trusts all.
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
		doc, err := readFile(name)
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

// add takes an entry; of two for one procedure the first holds.
func (b *Book) add(e Entry) {
	if first, ok := b.entries[e.Code]; ok {
		b.problems = append(b.problems, Problem{
			File: e.File, Line: e.Line, Kind: Twice, Key: "code", Code: e.Code, Value: fmt.Sprintf("%s:%d", first.File, first.Line),
		})
		return
	}
	b.entries[e.Code] = e
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

var errTooLarge = errors.New("too large")

func readFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	doc, err := io.ReadAll(io.LimitReader(f, fileMost+1))
	if err == nil && len(doc) > fileMost {
		err = errTooLarge
	}
	return doc, err
}

func fileProblem(name string, err error) Problem {
	p := Problem{File: name, Kind: Unread, Err: err}
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.Kind = NoFile
	case errors.Is(err, errTooLarge):
		p.Kind, p.Value = TooLarge, strconv.Itoa(fileMost>>20)
	case errors.As(err, &path):
		p.Value = clean.Line(path.Err.Error())
	default:
		p.Value = clean.Line(err.Error())
	}
	return p
}

// Problems are what of the files does not hold, in their order.
func (b *Book) Problems() []Problem { return slices.Clone(b.problems) }

// Entries are the reviews that hold, by code.
func (b *Book) Entries() []Entry {
	out := make([]Entry, 0, len(b.entries))
	for _, e := range b.entries {
		out = append(out, e)
	}
	slices.SortFunc(out, func(x, y Entry) int { return strings.Compare(x.Code, y.Code) })
	return out
}

// Has tells whether a procedure was reviewed.
func (b *Book) Has(code string) bool {
	_, ok := b.entries[code]
	return ok
}

// Of is the review of a procedure, with whether its source is still the one that
// was reviewed; nil when there is none.
func (b *Book) Of(p client.Procedure) *client.Review {
	e, ok := b.entries[p.Code]
	if !ok {
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

// Unread tells whether the files could not be read: none holds a review, and one is
// missing, no text, or no TOML. What they said before should go on then: whoever
// saves a file with a bracket missing did not take all reviews back.
func (b *Book) Unread() bool {
	return len(b.entries) == 0 && slices.ContainsFunc(b.problems, func(p Problem) bool { return p.Line == 0 || p.Kind == Syntax })
}

// Shelf holds the book in use, which a new one may replace at any time.
type Shelf struct {
	book  atomic.Pointer[Book]
	first sync.Once
	read  func() *Book // nil: nothing, or no longer
}

// Later has the book read when it is first asked for: two hundred reviews take a
// fortieth of a second, and most commands show no page.
func (s *Shelf) Later(read func() *Book) { s.read = read }

// Put puts a book in the place of the one before.
func (s *Shelf) Put(b *Book) { s.book.Store(b) }

// Book is the one in use, never nil.
func (s *Shelf) Book() *Book {
	s.first.Do(func() {
		if s.read != nil && s.book.Load() == nil {
			s.book.CompareAndSwap(nil, s.read()) // one that was put meanwhile is newer
		}
	})
	if b := s.book.Load(); b != nil {
		return b
	}
	return &Book{}
}

// Of is Book.Of of the book in use.
func (s *Shelf) Of(p client.Procedure) *client.Review { return s.Book().Of(p) }
