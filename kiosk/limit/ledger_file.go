package limit

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

// ErrLedgerInUse is why a ledger's file is not opened: another process has it.
var ErrLedgerInUse = errors.New("another motcua keeps its budgets there")

const (
	// writeAfter is how long a change may wait for others before they are written,
	// and so how much a process that is killed can lose. A second would be too long:
	// somebody who can have a server killed over and over spends all in less.
	writeAfter = 100 * time.Millisecond
	// lockTime is how long a start waits for the process before it to let go.
	lockTime = 2 * time.Second
	// renewFrom is the size from which a file is written anew that holds mostly
	// what was replaced since.
	renewFrom = 4 << 20
)

// FileLedger is a [Ledger] whose buckets and penalties outlive the process: a
// restart gives no budget back. Places are not kept, as connections end with the
// process.
//
// The file holds keyed hashes of names, numbers and times, and neither an address
// nor a code. It is a journal: what changed is added within a tenth of a
// second, a line each with a checksum, so a kill loses no more than that and a line
// that is cut short costs that line. At the start, and when it has grown, it is written anew beside
// its place and put there whole.
//
// Its time is that of a [ledgerClock].
//
// A database in its place was tried: bbolt 1.4.3 ends the process with a fault
// that cannot be recovered when its file was cut short, and then a server does not
// start any more.
type FileLedger struct {
	memory *Ledger // not embedded: whatever changes a budget has to be written
	path   string
	clock  *ledgerClock // under the ledger's lock
	failed func(error)
	lock   io.Closer

	writing sync.Mutex // over what follows
	file    *os.File
	size    int64 // of the file
	whole   int64 // of the file when it was last written anew
	broken  bool  // the last write failed

	news chan struct{} // something changed
	stop chan struct{}
	done sync.WaitGroup
	once sync.Once
}

// FileOptions of a [FileLedger].
type FileOptions struct {
	// Name must be a keyed hash. Of Now only counts how far it moves within the process.
	LedgerOptions
	// Wall is the machine's clock, which people and NTP set; nil means Now.
	Wall func() time.Time
	// Failed is told when writing fails, and with nil when it works again. It may be nil.
	Failed func(error)
}

// OpenLedger reads the ledger in the file at path, which is made with 0600 in a
// folder made with 0700. damaged is how many lines could not be read and are
// forgotten. The ledger must be closed.
func OpenLedger(path string, o FileOptions) (l *FileLedger, damaged int, err error) {
	if o.Name == nil {
		return nil, 0, errors.New("ledger: names must be hashed in a file")
	}
	if o.Failed == nil {
		o.Failed = func(error) {}
	}
	l = &FileLedger{memory: NewLedger(o.LedgerOptions), path: path, failed: o.Failed,
		news: make(chan struct{}, 1), stop: make(chan struct{})}
	if o.Wall == nil {
		o.Wall = l.memory.now
	}
	// Round: without its monotonic reading, it is the clock that others set.
	l.clock = newLedgerClock(l.memory.now, func() time.Time { return o.Wall().Round(0) })
	l.memory.kept, l.memory.now = true, l.clock.now
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, 0, fmt.Errorf("ledger: %w", err)
	}
	if l.lock, err = lockWithin(path+".lock", lockTime); err != nil {
		return nil, 0, fmt.Errorf("ledger %s: %w", path, err)
	}
	if damaged, err = l.read(); err == nil {
		err = l.renew()
	}
	if err != nil {
		return nil, 0, fmt.Errorf("ledger: %w", errors.Join(err, l.lock.Close()))
	}
	l.done.Go(l.run)
	return l, damaged, nil
}

// lockWithin locks the file at path, and waits for who has it.
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
			return nil, ErrLedgerInUse
		}
	}
}

// read takes in what the file holds, and sets the clock by it; later lines replace
// earlier ones.
func (l *FileLedger) read() (damaged int, err error) {
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

// appendLine adds a number of the ledger as a line: its kind, space and hashed
// name; what it is (tokens, or 1 for a penalty that is enforced, as the bits of a
// float64); when it was written down so and when it means nothing any more, in
// microseconds since 1970 of the ledger's clock; the checksum of all that. Numbers are to base 36, in
// which no code can stand by chance.
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

// takeIn puts the number of a line into its table. It tells whether it is one, and
// when it was written.
func (l *FileLedger) takeIn(line string) (written time.Time, ok bool) {
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

// put takes in what means something, and lets a later line take back an earlier
// one.
func put[V any](t *table[V], name string, value V, expiry, written time.Time) {
	if expiry.After(written) {
		t.put(name, value, expiry)
	} else if e := t.byName[name]; e != nil {
		t.remove(e)
	}
}

// lines are the numbers that changed since the last time, or all of them, and the
// time, if there is anything else to write or it is to be written.
func (l *FileLedger) lines(all, tell bool) []byte {
	l.memory.mu.Lock()
	defer l.memory.mu.Unlock()
	now := l.memory.now()
	var out []byte
	for space, t := range l.memory.buckets {
		t.each(all, now, func(name string, e *entry[bucket]) {
			if e == nil {
				out = appendLine(out, fileBucket, space, name, 0, now, now)
			} else {
				out = appendLine(out, fileBucket, space, name, e.value.tokens, e.value.at, e.expiry)
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

// Take is in [Book].
func (l *FileLedger) Take(key Key, cost, rate, burst float64) (ok bool, wait time.Duration) {
	defer l.changed()
	return l.memory.Take(key, cost, rate, burst)
}

// Give is in [Book].
func (l *FileLedger) Give(key Key, tokens, rate, burst float64) {
	defer l.changed()
	l.memory.Give(key, tokens, rate, burst)
}

// Blame is in [Book].
func (l *FileLedger) Blame(key Key, by time.Duration, s Scale) (left time.Duration, enforced bool) {
	if by > 0 {
		defer l.changed()
	}
	return l.memory.Blame(key, by, s)
}

// Hold is in [Book]. Places end with the process: nothing is written.
func (l *FileLedger) Hold(key Key, n, most int) (before int, ok bool) {
	return l.memory.Hold(key, n, most)
}

// Release is in [Book].
func (l *FileLedger) Release(key Key, n int) { l.memory.Release(key, n) }

// Held is in [Book].
func (l *FileLedger) Held(key Key) int { return l.memory.Held(key) }

// Blamed is in [Book].
func (l *FileLedger) Blamed(space string) int { return l.memory.Blamed(space) }

func (l *FileLedger) changed() {
	select {
	case l.news <- struct{}{}:
	default:
	}
}

// run writes what changed until the ledger is closed, and sleeps while nothing
// does. After a failure it tries again with the next change. In its first minutes it
// looks after the clock as well.
func (l *FileLedger) run() {
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

func (l *FileLedger) lookAtClock() (done bool) {
	l.memory.mu.Lock()
	defer l.memory.mu.Unlock()
	return l.clock.look()
}

// WriteNow writes what changed, as it is done a moment after each change.
func (l *FileLedger) WriteNow() error { return l.writeNow(false) }

// writeNow writes what changed, and the time if it is to be told in any case.
func (l *FileLedger) writeNow(tell bool) error {
	l.writing.Lock()
	defer l.writing.Unlock()
	err := l.write(tell)
	if (err != nil) != l.broken {
		l.failed(err)
	}
	l.broken = err != nil
	return err
}

// write adds what changed. After a failure, and when most of the file was replaced
// since, the whole is written anew: nobody knows where a write broke off.
func (l *FileLedger) write(tell bool) error {
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
func (l *FileLedger) renew() error {
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

// Close writes what is left and lets go of the file. The ledger counts on in
// memory.
func (l *FileLedger) Close() error {
	var err error
	l.once.Do(func() {
		close(l.stop)
		l.done.Wait()
		err = errors.Join(l.file.Close(), l.lock.Close())
	})
	return err
}
