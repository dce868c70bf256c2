package followed

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"motcua/client/code"
	"motcua/client/follow"
	"motcua/client/plainfile"
	"motcua/kiosk/lockfile"
)

// Limits.
const (
	fileMost = 4 << 20
	lockWait = 10 * time.Second // another session writes for a tenth of a second, on a busy machine longer
)

// List is the list of one person in one session. It implements [follow.Keeper] and is safe for
// concurrent use.
type List struct {
	path string

	mu      sync.Mutex
	keeping follow.Keeping // as this session opened or chose it
	pass    string
	base    map[code.Dossier]bool // what this session's list and the file had when they last met
	file    map[code.Dossier]bool // what the file had then
	now     []follow.Entry
	dirty   bool
}

// New returns the list in a file, which need not exist.
func New(path string) *List { return &List{path: path} }

// OfKey returns the list of an SSH key in a folder. The name of its file is a hash of the key's
// fingerprint, whose characters do not suit every file system.
func OfKey(dir, fingerprint string) *List {
	sum := sha256.Sum256([]byte(fingerprint))
	return New(filepath.Join(dir, hex.EncodeToString(sum[:16])))
}

// Keeping implements follow.Keeper.
func (l *List) Keeping() follow.Keeping {
	body, err := l.read()
	if err != nil {
		return follow.KeepNothing
	}
	return keepingOf(body)
}

// Open implements follow.Keeper.
func (l *List) Open(passphrase string) ([]follow.Entry, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, err := os.Stat(l.path); errors.Is(err, fs.ErrNotExist) {
		return nil, nil // not even the file of the lock is made
	}
	unlock, err := l.lock()
	if err != nil {
		return nil, err
	}
	defer unlock()
	body, err := l.read()
	if err != nil {
		return nil, err
	}
	list, err := decode(body, passphrase)
	var damaged *follow.DamagedError
	switch {
	case errors.As(err, &damaged):
		if damaged.Aside, err = l.aside(); err != nil {
			return nil, err
		}
		err = damaged
	case err != nil:
		return nil, err
	}
	l.keeping, l.pass = keepingOf(body), passphrase
	l.now = list
	l.met(list)
	if damaged != nil { // what could be read stays kept
		l.dirty = true
		return list, errors.Join(err, l.write(list))
	}
	return list, nil
}

// Put implements follow.Keeper.
func (l *List) Put(list []follow.Entry) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.now, l.dirty = slices.Clone(list), true
	mine := codesOf(list)
	for c := range mine {
		if l.file[c] { // it was taken over from another session
			l.base[c] = true
		}
	}
	maps.DeleteFunc(l.base, func(c code.Dossier, _ bool) bool { return !mine[c] && !l.file[c] })
}

// Flush implements follow.Keeper.
func (l *List) Flush() ([]follow.Entry, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.dirty || l.keeping == follow.KeepNothing {
		return l.now, nil
	}
	unlock, err := l.lock()
	if err != nil {
		return nil, err
	}
	defer unlock()
	theirs, err := l.theirs()
	if err != nil {
		return nil, err
	}
	merged := l.merge(theirs)
	if err := l.write(merged); err != nil {
		return nil, err
	}
	l.met(merged)
	l.now, l.dirty = merged, false
	return merged, nil
}

// theirs returns what is in the file, which other sessions may have changed.
func (l *List) theirs() ([]follow.Entry, error) {
	body, err := l.read()
	if errors.Is(err, fs.ErrNotExist) || err == nil && keepingOf(body) != l.keeping {
		l.keeping, l.pass = follow.KeepNothing, ""
		return nil, follow.ErrElsewhere
	}
	if err != nil {
		return nil, err
	}
	list, err := decode(body, l.pass)
	var damaged *follow.DamagedError
	switch {
	case errors.Is(err, follow.ErrPassphrase):
		l.keeping, l.pass = follow.KeepNothing, ""
		return nil, follow.ErrElsewhere
	case errors.As(err, &damaged):
		// This session has the list: the file is kept aside and written anew.
		_, err = l.aside()
		return l.now, err
	}
	return list, err
}

// merge returns the file's list with the changes of this session.
func (l *List) merge(theirs []follow.Entry) []follow.Entry {
	mine := map[code.Dossier]follow.Entry{}
	for _, e := range l.now {
		mine[e.Code] = e
	}
	var out []follow.Entry
	there := map[code.Dossier]bool{}
	for _, e := range theirs {
		there[e.Code] = true
		own, has := mine[e.Code]
		switch {
		case !has && l.base[e.Code]: // removed here
			continue
		case has && (e.Seen == nil || own.Seen != nil && own.Seen.AsOf.After(e.Seen.AsOf)):
			e = own
		}
		out = append(out, e)
	}
	for _, e := range l.now {
		if !there[e.Code] && !l.base[e.Code] { // in base: removed elsewhere
			out = append(out, e)
		}
	}
	return out
}

// Change implements follow.Keeper.
func (l *List) Change(to follow.Keeping, passphrase string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	unlock, err := l.lock()
	if err != nil {
		return err
	}
	defer unlock()
	if to == follow.KeepNothing {
		if err := os.Remove(l.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		l.keeping, l.pass, l.base, l.file = to, "", nil, nil
		return nil
	}
	list, err := l.gathered(passphrase)
	if err != nil {
		return err
	}
	before, pass := l.keeping, l.pass
	l.keeping, l.pass = to, passphrase
	if err := l.write(list); err != nil {
		l.keeping, l.pass = before, pass
		return err
	}
	l.met(list)
	l.dirty = false
	return nil
}

// gathered returns the list of this session with what other sessions wrote meanwhile. A file that
// neither the passphrase of this session nor the new one opens is set aside.
func (l *List) gathered(passphrase string) ([]follow.Entry, error) {
	body, err := l.read()
	if errors.Is(err, fs.ErrNotExist) {
		return l.now, nil
	}
	if err != nil {
		return nil, err
	}
	theirs, err := decode(body, l.pass)
	if errors.Is(err, follow.ErrPassphrase) {
		theirs, err = decode(body, passphrase)
	}
	if err != nil {
		_, err = l.aside()
		return l.now, err
	}
	return l.merge(theirs), nil
}

// Aside implements follow.Keeper.
func (l *List) Aside() (string, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	unlock, err := l.lock()
	if err != nil {
		return "", err
	}
	defer unlock()
	return l.aside()
}

// aside renames the file to the first free name.
func (l *List) aside() (string, error) {
	for n := 1; ; n++ {
		name := fmt.Sprintf("%s.old-%d", l.path, n)
		if _, err := os.Lstat(name); err == nil {
			continue
		}
		return name, os.Rename(l.path, name)
	}
}

// met notes that this session's list and the file, which has this list now, were brought together.
// What other sessions added only counts as this session's once it puts it.
func (l *List) met(file []follow.Entry) { l.base, l.file = codesOf(l.now), codesOf(file) }

func codesOf(list []follow.Entry) map[code.Dossier]bool {
	codes := map[code.Dossier]bool{}
	for _, e := range list {
		codes[e.Code] = true
	}
	return codes
}

func (l *List) read() ([]byte, error) {
	body, _, err := plainfile.Read(l.path, fileMost)
	return body, err
}

// lock keeps other sessions of the same person out, of this process and of others.
func (l *List) lock() (unlock func(), err error) {
	if err := os.MkdirAll(filepath.Dir(l.path), 0o700); err != nil {
		return nil, err
	}
	for until := time.Now().Add(lockWait); ; <-time.After(20 * time.Millisecond) {
		f, err := lockfile.Lock(l.path + ".lock")
		if err == nil {
			return func() { _ = f.Close() }, nil
		}
		if !errors.Is(err, lockfile.ErrLocked) || time.Now().After(until) {
			return nil, err
		}
	}
}

// write writes a new file and gives it the name of the old one. The lock is held, so one name
// does for all new files, and what a crash left under it is overwritten.
func (l *List) write(list []follow.Entry) error {
	body, err := encode(list, l.keeping, l.pass)
	if err != nil {
		return err
	}
	fresh := l.path + ".new"
	if err := os.Remove(fresh); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(fresh, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(body)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(fresh))
	}
	return os.Rename(fresh, l.path)
}

// keepingOf tells a sealed list from codes.
func keepingOf(body []byte) follow.Keeping {
	if bytes.HasPrefix(body, []byte(strings.TrimSuffix(sealedHead, "v1"))) {
		return follow.KeepSealed
	}
	return follow.KeepCodes
}
