package review

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"motcua/client/clean"
	"motcua/client/code"
)

// Mark is a note by staff that a page, or a row of it, was read wrongly.
type Mark struct {
	Code string    `json:"code"`
	Row  int       `json:"row"` // from 1, over all lists; 0: the whole page
	At   time.Time `json:"at"`
	Who  string    `json:"who"` // Desk, or the fingerprint of the key
}

// Desk is the Who of a mark that was made without a key.
const Desk = "desk"

// marksMost limits the list, so that nobody can fill the disk.
const marksMost = 5_000

// ErrMarksFull says that no more pages can be marked.
var ErrMarksFull = errors.New("review: too many pages are marked")

// Marks is the list of marked pages: a folder with a small file for each mark, so that
// several programs can mark at once and a crash leaves no half-written mark.
type Marks struct {
	Dir string
	Now func() time.Time // nil: time.Now
}

func (m Marks) now() time.Time {
	if m.Now == nil {
		return time.Now()
	}
	return m.Now()
}

func (m Marks) path(page string, row int) (string, error) {
	c, err := code.ParseProcedure(page)
	if err != nil || c.String() != page || strings.ContainsAny(page, `/\:`) || row < 0 {
		return "", fmt.Errorf("review: no page to mark: %q", clean.Line(page))
	}
	name := page
	if row > 0 {
		name = fmt.Sprintf("%s+%d", page, row)
	}
	return filepath.Join(m.Dir, name+markSuffix), nil
}

// markSuffix ends the names of marks; other files are leftovers of a crash.
const markSuffix = ".json"

// Toggle marks a page, or one of its rows when row is above 0, or removes an existing
// mark. It returns whether it is marked now.
func (m Marks) Toggle(code string, row int, who string) (bool, error) {
	name, err := m.path(code, row)
	if err != nil {
		return false, err
	}
	if err = os.Remove(name); err == nil || !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	if err = os.MkdirAll(m.Dir, 0o700); err != nil {
		return false, err
	}
	if names, _ := m.names(); len(names) >= marksMost {
		return false, ErrMarksFull
	}
	body, err := json.Marshal(Mark{Code: code, Row: row, At: m.now().UTC().Truncate(time.Second), Who: who})
	if err != nil {
		return false, err
	}
	f, err := os.CreateTemp(m.Dir, ".mark-*") // CreateTemp gives mode 0600
	if err != nil {
		return false, err
	}
	defer func() { _ = os.Remove(f.Name()) }()
	_, err = f.Write(append(body, '\n'))
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return false, err
	}
	return true, os.Rename(f.Name(), name)
}

// Of returns the marked rows of a page, 0 for the page itself, in order. It reads only
// names of files, because staff's pages call it each time one is opened.
func (m Marks) Of(code string) []int {
	var rows []int
	names, _ := m.names()
	for _, name := range names {
		if name != code+markSuffix && !strings.HasPrefix(name, code+"+") {
			continue
		}
		if k, ok := m.read(name); ok {
			rows = append(rows, k.Row)
		}
	}
	slices.Sort(rows)
	return rows
}

// names returns the files that hold a mark.
func (m Marks) names() ([]string, error) {
	list, err := os.ReadDir(m.Dir)
	var out []string
	for _, d := range list {
		if strings.HasSuffix(d.Name(), markSuffix) {
			out = append(out, d.Name())
		}
	}
	return out, err
}

// List returns all marks, the newest first, and skips other files. An error means that
// the folder cannot be read. A missing folder has no marks.
func (m Marks) List() ([]Mark, error) {
	names, err := m.names()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var out []Mark
	for _, name := range names {
		if k, ok := m.read(name); ok {
			out = append(out, k)
		}
	}
	slices.SortFunc(out, func(a, b Mark) int {
		if c := b.At.Compare(a.At); c != 0 {
			return c
		}
		if c := strings.Compare(a.Code, b.Code); c != 0 {
			return c
		}
		return a.Row - b.Row
	})
	return out, err
}

func (m Marks) read(name string) (Mark, bool) {
	var k Mark
	body, err := os.ReadFile(filepath.Join(m.Dir, name))
	if err != nil || json.Unmarshal(body, &k) != nil {
		return k, false
	}
	k.Who = clean.Line(k.Who)
	path, err := m.path(k.Code, k.Row)
	return k, err == nil && filepath.Base(path) == name
}
