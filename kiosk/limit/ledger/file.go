package ledger

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"motcua/kiosk/lockfile"
)

// ErrInUse is why a ledger's file is not opened: another process has it.
var ErrInUse = errors.New("another motcua keeps its budgets there")

const (
	// writeAfter is how long a change waits to be written together with others, and so
	// how much a killed process can lose. A second would be too long: somebody who can
	// have the server killed repeatedly spends a whole budget in less.
	writeAfter = 100 * time.Millisecond
	// lockTime is how long a start waits for an earlier process to release the lock.
	lockTime = 2 * time.Second
	// renewFrom is the size from which a file that consists mostly of replaced lines is
	// rewritten.
	renewFrom = 4 << 20
)

// File is a [Memory] whose buckets and penalties outlive the process, so that a
// restart gives no budget back. Places are not stored, because connections end with the
// process.
//
// The file holds keyed hashes of names, numbers and times, and neither addresses nor codes.
// It is a journal: each change is appended within a tenth of a second as a line with a
// checksum, so a kill loses no more than that, and a truncated line loses only that line.
// At the start, and when it has grown, the file is rewritten beside its place and renamed.
//
// Its time is that of a [clock].
//
// A database was tried instead: bbolt 1.4.3 ends the process with an unrecoverable fault
// when its file was truncated, and then the server cannot start any more.
type File struct {
	memory *Memory // not embedded, because every change of a budget must be written
	path   string
	clock  *clock // under the ledger's lock
	failed func(error)
	lock   io.Closer

	writing sync.Mutex // guards the fields below
	file    *os.File
	size    int64 // of the file
	whole   int64 // size of the file when it was last rewritten
	broken  bool  // the last write failed

	news chan struct{} // something changed
	stop chan struct{}
	done sync.WaitGroup
	once sync.Once
}

// FileOptions configures a [File].
type FileOptions struct {
	// Name must be a keyed hash. Of Now only differences within the process count.
	Options
	// Wall is the machine's clock, which people and NTP set; nil means Now.
	Wall func() time.Time
	// Steady is how long Wall is known to have run without a step.
	Steady time.Duration
	// Failed is called when writing fails, and with nil when it works again. It may be nil.
	Failed func(error)
}

// Open reads the ledger in the file at path, which is created with 0600 in a folder
// created with 0700. damaged is the number of lines that could not be read and are dropped.
// The ledger must be closed.
func Open(path string, o FileOptions) (l *File, damaged int, err error) {
	if o.Name == nil {
		return nil, 0, errors.New("ledger: names must be hashed in a file")
	}
	if o.Failed == nil {
		o.Failed = func(error) {}
	}
	l = &File{memory: NewMemory(o.Options), path: path, failed: o.Failed,
		news: make(chan struct{}, 1), stop: make(chan struct{})}
	if o.Wall == nil {
		o.Wall = l.memory.now
	}
	// Round drops the monotonic reading, so that steps of the clock are visible.
	l.clock = newClock(l.memory.now, func() time.Time { return o.Wall().Round(0) }, o.Steady)
	l.memory.kept, l.memory.now = true, l.clock.now
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, 0, fmt.Errorf("ledger: %w", err)
	}
	if l.lock, err = lockWithin(path+".lock", lockTime); err != nil {
		return nil, 0, fmt.Errorf("ledger %s: %w", path, err)
	}
	if damaged, err = l.read(); err == nil {
		l.clock.look()
		err = l.renew()
	}
	if err != nil {
		return nil, 0, fmt.Errorf("ledger: %w", errors.Join(err, l.lock.Close()))
	}
	l.done.Go(l.run)
	return l, damaged, nil
}

// lockWithin locks the file at path, and waits at most that long for another process.
func lockWithin(path string, most time.Duration) (io.Closer, error) {
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for until := time.Now().Add(most); ; <-tick.C {
		l, err := lockfile.Lock(path)
		switch {
		case err == nil:
			return l, nil
		case !errors.Is(err, lockfile.ErrLocked):
			return nil, err
		case time.Now().After(until):
			return nil, ErrInUse
		}
	}
}

// read reads the file and sets the clock by it; later lines replace earlier ones.
func (l *File) read() (damaged int, err error) {
	var newest time.Time
	defer func() { l.clock.goOn(newest) }()
	f, err := os.Open(l.path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	defer f.Close()
	in := bufio.NewReaderSize(f, 1<<16)
	for {
		line, err := in.ReadSlice('\n')
		switch {
		case errors.Is(err, bufio.ErrBufferFull): // no line of ours: read on to its end
			damaged++
			for errors.Is(err, bufio.ErrBufferFull) {
				_, err = in.ReadSlice('\n')
			}
		case len(line) > 0:
			if at, ok := l.takeIn(string(line)); !ok {
				damaged++
			} else if at.After(newest) {
				newest = at
			}
		}
		if errors.Is(err, io.EOF) {
			return damaged, nil
		}
		if err != nil {
			return damaged, err
		}
	}
}

// The two kinds of numbers, as a line begins, and the line that only says what time
// it was. The name of the space follows.
const (
	fileBucket  = "b"
	filePenalty = "p"
	fileTime    = "t"
)

const fileBase = 36

// appendLine appends a number of the ledger as a line: its kind, space and hashed name; its
// value (tokens, or 1 for an enforced penalty, as the bits of a float64); when it was
// written and when it expires, in microseconds since 1970 of the ledger's clock; and the
// checksum of all that. Numbers are in base 36, so that no dossier code can appear by
// chance.
func appendLine(to []byte, kind, space, name string, number float64, at, expiry time.Time) []byte {
	start := len(to)
	to = append(to, kind...)
	to = append(append(to, ' '), space...)
	to = append(append(to, ' '), name...)
	to = strconv.AppendUint(append(to, ' '), math.Float64bits(number), fileBase)
	to = strconv.AppendInt(append(to, ' '), at.UnixMicro(), fileBase)
	to = strconv.AppendInt(append(to, ' '), expiry.UnixMicro(), fileBase)
	return fmt.Appendf(to, " %08x\n", crc32.ChecksumIEEE(to[start:]))
}

// takeIn stores the number of a line in its table. It returns whether the line is valid, and
// when it was written.
func (l *File) takeIn(line string) (written time.Time, ok bool) {
	text, ok := strings.CutSuffix(line, "\n")
	i := strings.LastIndexByte(text, ' ')
	if !ok || i < 0 || text[i+1:] != fmt.Sprintf("%08x", crc32.ChecksumIEEE([]byte(text[:i]))) {
		return time.Time{}, false
	}
	f := strings.Split(text[:i], " ")
	if len(f) != 6 {
		return time.Time{}, false
	}
	bits, err1 := strconv.ParseUint(f[3], fileBase, 64)
	at, err2 := strconv.ParseInt(f[4], fileBase, 64)
	until, err3 := strconv.ParseInt(f[5], fileBase, 64)
	number := math.Float64frombits(bits)
	if errors.Join(err1, err2, err3) != nil || math.IsNaN(number) || number < 0 {
		return time.Time{}, false
	}
	since, expiry := time.UnixMicro(at), time.UnixMicro(until)
	switch f[0] {
	case fileBucket:
		put(space(l.memory, l.memory.buckets, f[1], l.memory.entries), f[2], bucket{tokens: number, at: since}, expiry, since)
	case filePenalty:
		put(space(l.memory, l.memory.penalties, f[1], DefaultEntries), f[2], penalty{enforced: number > 0}, expiry, since)
	case fileTime:
	default:
		return time.Time{}, false
	}
	return since, true
}

// put stores a value that has not expired, and lets a later line cancel an earlier one.
func put[V any](t *Table[V], name string, value V, expiry, written time.Time) {
	if expiry.After(written) {
		t.Put(name, value, expiry)
	} else if e := t.byName[name]; e != nil {
		t.remove(e)
	}
}

// lines returns the numbers that changed since the last call, or all of them, and the time
// if there are any or tell is set.
func (l *File) lines(all, tell bool) []byte {
	l.memory.mu.Lock()
	defer l.memory.mu.Unlock()
	now := l.memory.now()
	var out []byte
	for space, t := range l.memory.buckets {
		t.each(all, now, func(name string, e *entry[bucket]) {
			if e == nil {
				out = appendLine(out, fileBucket, space, name, 0, now, now)
			} else {
				out = appendLine(out, fileBucket, space, name, max(0, e.value.tokens), e.value.at, e.expiry)
			}
		})
	}
	for space, t := range l.memory.penalties {
		t.each(all, now, func(name string, e *entry[penalty]) {
			switch {
			case e == nil:
				out = appendLine(out, filePenalty, space, name, 0, now, now)
			case e.value.enforced:
				out = appendLine(out, filePenalty, space, name, 1, now, e.expiry)
			default:
				out = appendLine(out, filePenalty, space, name, 0, now, e.expiry)
			}
		})
	}
	if all || tell || len(out) > 0 {
		out = appendLine(out, fileTime, "now", "-", 0, now, now)
	}
	return out
}

// Pay implements [Ledger].
func (l *File) Pay(charges []Charge) Receipt {
	defer l.changed()
	r := l.memory.Pay(charges)
	r.Back = l
	return r
}

// Give implements [Ledger].
func (l *File) Give(key Key, tokens, rate, burst float64) {
	defer l.changed()
	l.memory.Give(key, tokens, rate, burst)
}

// Blame implements [Ledger].
func (l *File) Blame(key Key, by time.Duration, s Scale) (left time.Duration, enforced bool) {
	if by > 0 {
		defer l.changed()
	}
	return l.memory.Blame(key, by, s)
}

// Left implements [Ledger].
func (l *File) Left(keys []Key) []time.Duration { return l.memory.Left(keys) }

// Mark implements [Ledger].
func (l *File) Mark(key Key, left time.Duration) {
	defer l.changed()
	l.memory.Mark(key, left)
}

// Impose is [Memory.Impose].
func (l *File) Impose(key Key, left time.Duration, enforced bool) {
	defer l.changed()
	l.memory.Impose(key, left, enforced)
}

// Spend is [Memory.Spend].
func (l *File) Spend(accounts []Account, most float64) {
	defer l.changed()
	l.memory.Spend(accounts, most)
}

// Owed is [Memory.Owed].
func (l *File) Owed(yield func(o Owed)) { l.memory.Owed(yield) }

// Hold implements [Ledger]. Places end with the process, so nothing is written.
func (l *File) Hold(key Key, n, most int) (before int, ok bool) {
	return l.memory.Hold(key, n, most)
}

// Release implements [Ledger].
func (l *File) Release(key Key, n int) { l.memory.Release(key, n) }

// Held implements [Ledger].
func (l *File) Held(key Key) int { return l.memory.Held(key) }

// Blamed implements [Ledger].
func (l *File) Blamed(space string) int { return l.memory.Blamed(space) }

func (l *File) changed() {
	select {
	case l.news <- struct{}{}:
	default:
	}
}

// run writes changes until the ledger is closed, and sleeps while there are none. After a
// failure it tries again with the next change. In its first minutes it also checks the
// clock.
func (l *File) run() {
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	for last := false; !last; {
		select {
		case <-l.news:
		case <-look.C:
			if l.lookAtClock() {
				look.Stop()
			}
			continue
		case <-l.stop:
			last = true
		}
		if !last {
			t := time.NewTimer(writeAfter)
			select {
			case <-t.C:
			case <-l.stop:
				t.Stop()
				last = true
			}
		}
		_ = l.writeNow(last) // failed was told
	}
}

func (l *File) lookAtClock() (done bool) {
	l.memory.mu.Lock()
	defer l.memory.mu.Unlock()
	return l.clock.look()
}

// WriteNow writes the pending changes at once instead of a moment after each change.
func (l *File) WriteNow() error { return l.writeNow(false) }

// writeNow writes the pending changes, and the time in any case if tell is set.
func (l *File) writeNow(tell bool) error {
	l.writing.Lock()
	defer l.writing.Unlock()
	err := l.write(tell)
	if (err != nil) != l.broken {
		l.failed(err)
	}
	l.broken = err != nil
	return err
}

// write appends the pending changes. After a failure, and when most of the file was
// replaced since, it rewrites the file: after a failure the end of the file is unknown.
func (l *File) write(tell bool) error {
	if l.broken || l.size > renewFrom && l.size > 4*l.whole {
		return l.renew()
	}
	lines := l.lines(false, tell)
	if len(lines) == 0 {
		return nil
	}
	n, err := l.file.Write(lines)
	l.size += int64(n)
	if err != nil {
		return err
	}
	return l.file.Sync()
}

// renew writes all of the ledger to a new file and puts it in place.
func (l *File) renew() error {
	dir, base := filepath.Split(l.path)
	f, err := os.CreateTemp(dir, "."+base+"-*") // 0600
	if err != nil {
		return err
	}
	all := l.lines(true, true)
	_, err = io.Copy(f, bytes.NewReader(all))
	if err = errors.Join(err, f.Sync()); err == nil {
		err = os.Rename(f.Name(), l.path)
	}
	if err != nil {
		_ = f.Close()
		_ = os.Remove(f.Name())
		return err
	}
	if l.file != nil {
		_ = l.file.Close()
	}
	l.file, l.size, l.whole = f, int64(len(all)), int64(len(all))
	return nil
}

// Close writes the pending changes and closes the file. The ledger continues in memory.
func (l *File) Close() error {
	var err error
	l.once.Do(func() {
		close(l.stop)
		l.done.Wait()
		err = errors.Join(l.file.Close(), l.lock.Close())
	})
	return err
}
