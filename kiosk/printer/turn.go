package printer

import (
	"errors"
	"os"

	"motcua/kiosk/lockfile"
)

// turn is whose turn it is: one slip is printed at a time, in this process by held, on
// this machine by file. The one whose turn it is knows whether the job before broke off.
type turn struct {
	held  chan struct{}
	file  string
	lock  *os.File // nil: there is no file, or it cannot be used
	broke bool     // the job before broke off, where there is no file
}

func newTurn(file string) turn { return turn{held: make(chan struct{}, 1), file: file} }

// take tells whether it is this one's turn, until give. That the file cannot be used
// keeps nobody from their slip.
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

// half tells whether the job before broke off.
func (t *turn) half() bool {
	if t.lock == nil {
		return t.broke
	}
	info, err := t.lock.Stat()
	return err == nil && info.Size() > 0
}

// begin notes that a job has begun: until it is done it may have broken off.
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
