package staff

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"motcua/kiosk/keyfile"
)

// Files are where it stands who is staff; "" is none.
type Files struct {
	Keys    string // authorized keys; "cert-authority" lines count too
	CAs     string // public keys that sign certificates of staff
	Revoked string // what counts no more: keys and certificates, or a KRL
}

// Book is what the files said when they were read.
type Book struct {
	read     [3]content // as they were: keys, authorities, revoked
	keys     map[string][]*line
	cas      map[string][]*line
	revoked  *revoked // nil: no file names any
	shut     bool     // it cannot be known what is revoked
	problems []Problem
}

// Read reads the files. What of them cannot be used does not count; Problems says
// what that is.
func Read(f Files) *Book { return ReadAs(keyfile.Own(), f) }

// ReadAs is Read for an account that is not this process's: the files belong to it
// or to root.
func ReadAs(account keyfile.Account, f Files) *Book { return newBook(load(account, f)) }

// Again reads the files again. When they say what they said before it gives b
// itself. It reads all of them each time: there are a few thousand bytes, and no
// stamp of a file is sure to change with it.
func (b *Book) Again(f Files) (book *Book, changed bool) {
	now := load(keyfile.Own(), f)
	for i, c := range now {
		if !c.same(b.read[i]) {
			return newBook(now), true
		}
	}
	return b, false
}

// content is one file.
type content struct {
	path string
	body []byte
	err  error
}

func (c content) same(o content) bool {
	return c.path == o.path && bytes.Equal(c.body, o.body) && fmt.Sprint(c.err) == fmt.Sprint(o.err)
}

func load(account keyfile.Account, f Files) [3]content {
	var list [3]content
	for i, path := range []string{f.Keys, f.CAs, f.Revoked} {
		list[i] = loadFile(account, path)
	}
	return list
}

// fileMost is more than the keys of a country's staff.
const fileMost = 16 << 20

func loadFile(account keyfile.Account, path string) content {
	c := content{path: path}
	if path == "" {
		return c
	}
	if c.err = account.Check(path, keyfile.Trusted); c.err != nil {
		return c
	}
	f, err := os.Open(path)
	if err != nil {
		c.err = err
		return c
	}
	c.body, c.err = io.ReadAll(io.LimitReader(f, fileMost+1))
	if c.err = errors.Join(c.err, f.Close()); c.err == nil && len(c.body) > fileMost {
		c.body, c.err = nil, lineError(tooLarge)
	}
	return c
}

func newBook(read [3]content) *Book {
	b := &Book{read: read, keys: map[string][]*line{}, cas: map[string][]*line{}}
	b.addLines(read[0], false)
	b.addLines(read[1], true)
	if c := read[2]; c.path != "" {
		n, err := 0, c.err
		if err == nil {
			b.revoked, n, err = parseRevoked(c.body)
		}
		if err != nil {
			// Who was shut out would come in again (sshd_config(5), RevokedKeys).
			b.shut = true
			if n > 0 {
				b.problems = append(b.problems, lineProblem(c.path, n, err, allShut))
			} else {
				b.problems = append(b.problems, fileProblem(c.path, err, allShut))
			}
		}
	}
	return b
}

// addLines goes through the lines of a file. In a file of authorities each line is
// one, with or without the option that says so.
func (b *Book) addLines(c content, authorities bool) {
	if c.err != nil {
		b.problems = append(b.problems, fileProblem(c.path, c.err, nobody))
		return
	}
	for n, text := range numbered(c.body) {
		key, l, err := parseLine(text, authorities)
		if err != nil {
			b.problems = append(b.problems, lineProblem(c.path, n, err, skipped))
			continue
		}
		l.where = fmt.Sprintf("%s:%d", c.path, n)
		to := b.keys
		if l.authority {
			to = b.cas
		}
		wire := string(key.Marshal())
		to[wire] = append(to[wire], l)
	}
}

// numbered gives the lines that say something, with their numbers. A carriage return
// ends a line too: some editors write it alone, and all lines but the first of such a
// list of revoked keys would count for nothing.
func numbered(body []byte) func(yield func(int, []byte) bool) {
	body = bytes.ReplaceAll(bytes.ReplaceAll(body, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	return func(yield func(int, []byte) bool) {
		n := 0
		for text := range bytes.Lines(body) {
			n++
			if text = bytes.TrimSpace(text); len(text) > 0 && text[0] != '#' && !yield(n, text) {
				return
			}
		}
	}
}

// Problems are what of the files does not count, and why.
func (b *Book) Problems() []Problem { return slices.Clone(b.problems) }

// Err is nil when each of these files that is named could be read, whatever its
// lines are worth.
func (b *Book) Err(of Files) error {
	for i, path := range []string{of.Keys, of.CAs, of.Revoked} {
		then := nobody
		if i == 2 {
			then = allShut
		}
		if c := b.read[i]; path != "" && path == c.path && c.err != nil {
			return fileProblem(c.path, c.err, then)
		}
	}
	return nil
}

// NewSince are the files that were not named before.
func (f Files) NewSince(old Files) Files {
	if f.Keys == old.Keys {
		f.Keys = ""
	}
	if f.CAs == old.CAs {
		f.CAs = ""
	}
	if f.Revoked == old.Revoked {
		f.Revoked = ""
	}
	return f
}

// Empty tells whether no key and no certificate can be staff's.
func (b *Book) Empty() bool { return len(b.keys) == 0 && len(b.cas) == 0 }
