package printer

import (
	"errors"
	"os"

	"motcua/kiosk/lockfile"
)

// turn lets one slip print at a time: in this process by held, on this machine by file. Its
// holder knows whether the previous job broke off.
type turn struct {
	held  chan struct{}
	file  string
	lock  *os.File // nil: there is no file, or it cannot be used
	broke bool     // the previous job broke off, where there is no file
}

func newTurn(file string) turn { return turn{held: make(chan struct{}, 1), file: file} }

// take tries to take the turn, which lasts until give. A lock file that cannot be used does
// not prevent printing.
func (t *turn) take() bool {
	select {
	case t.held <- struct{}{}:
	default:
		return false
	}
	if t.file == "" {
		return true
	}
	var err error
	if t.lock, err = lockfile.Lock(t.file); errors.Is(err, lockfile.ErrLocked) {
		<-t.held
		return false
	}
	return true
}

func (t *turn) give() {
	if t.lock != nil {
		_ = t.lock.Close()
		t.lock = nil
	}
	<-t.held
}

// half reports whether the previous job broke off.
func (t *turn) half() bool {
	if t.lock == nil {
		return t.broke
	}
	info, err := t.lock.Stat()
	return err == nil && info.Size() > 0
}

// begin records that a job has begun: until it is done it may break off.
func (t *turn) begin() { t.note(true) }
func (t *turn) done()  { t.note(false) }

func (t *turn) note(broke bool) {
	t.broke = broke
	if t.lock == nil {
		return
	}
	size := int64(0)
	if broke {
		size = 1
	}
	_ = t.lock.Truncate(size)
}
