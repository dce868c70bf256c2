package staff

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"motcua/kiosk/keyfile"
	"motcua/tui/text/operator"
)

// Files are the paths of the files that say who is staff; "" means no file.
type Files struct {
	Keys    string // authorized keys; "cert-authority" lines are accepted too
	CAs     string // public keys of authorities that sign certificates of staff
	Revoked string // revoked keys and certificates, as text or as a KRL
}

// Book is the content of the files at the time they were read.
type Book struct {
	read     [3]content // raw contents: keys, authorities, revoked
	keys     map[string][]*line
	cas      map[string][]*line
	revoked  *revoked // nil: no file is configured
	shut     bool     // the list of revoked keys cannot be read
	problems []Problem
}

// Read reads the files. Lines and files that cannot be used are skipped; Problems lists
// them.
func Read(f Files) *Book { return ReadAs(keyfile.Own(), f) }

// ReadAs is Read for another account: the files must belong to it or to root.
func ReadAs(account keyfile.Account, f Files) *Book { return newBook(load(account, f)) }

// Again reads the files again and returns b itself when they have not changed. It reads all
// of them each time: they have a few thousand bytes, and no time stamp is certain to change
// with a file.
func (b *Book) Again(f Files) (book *Book, changed bool) {
	now := load(keyfile.Own(), f)
	for i, c := range now {
		if !c.same(b.read[i]) {
			return newBook(now), true
		}
	}
	return b, false
}

// content is the content of one file.
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

// fileMost is the largest file in bytes: more than the keys of a whole country's staff.
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
		c.body, c.err = nil, lineError{operator.StaffTooLarge}
	}
	return c
}

func newBook(read [3]content) *Book {
	b := &Book{read: read, keys: map[string][]*line{}, cas: map[string][]*line{}}
	b.addLines(read[0], false)
	b.addLines(read[1], true)
	b.revoke(read[2])
	return b
}

// revoke reads the revoked keys. When the list cannot be read, all keys are refused:
// otherwise revoked ones would be accepted again (sshd_config(5), RevokedKeys).
func (b *Book) revoke(c content) {
	if c.path == "" {
		return
	}
	n, err := 0, c.err
	if err == nil {
		b.revoked, n, err = parseRevoked(c.body)
	}
	b.shut = err != nil
	switch {
	case err == nil:
	case n > 0:
		b.problems = append(b.problems, lineProblem(c.path, n, err, operator.StaffAllShut))
	default:
		b.problems = append(b.problems, fileProblem(c.path, err, operator.StaffAllShut))
	}
}

// addLines reads the lines of a file. In a file of authorities each line is an authority,
// with or without the option cert-authority.
func (b *Book) addLines(c content, authorities bool) {
	if c.err != nil {
		b.problems = append(b.problems, fileProblem(c.path, c.err, operator.StaffNobody))
		return
	}
	for n, text := range numbered(c.body) {
		key, l, err := parseLine(text, authorities)
		if err != nil {
			b.problems = append(b.problems, lineProblem(c.path, n, err, operator.StaffSkipped))
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

// numbered returns the lines that are neither empty nor comments, with their numbers. A
// lone carriage return ends a line too, because some editors write it: otherwise such a
// list of revoked keys would consist of its first line only.
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

// Problems returns what is skipped in the files, and why.
func (b *Book) Problems() []Problem { return slices.Clone(b.problems) }

// Err returns nil when each of the named files could be read, whatever its lines contain.
func (b *Book) Err(of Files) error {
	for i, path := range []string{of.Keys, of.CAs, of.Revoked} {
		then := operator.StaffNobody
		if i == 2 {
			then = operator.StaffAllShut
		}
		if c := b.read[i]; path != "" && path == c.path && c.err != nil {
			return fileProblem(c.path, c.err, then)
		}
	}
	return nil
}

// NewSince returns the files that are not in old.
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

// Empty reports whether there is no staff key and no authority.
func (b *Book) Empty() bool { return len(b.keys) == 0 && len(b.cas) == 0 }
