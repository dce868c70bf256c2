package supervise

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Parent and child communicate over two pipes, in lines of JSON. Neither ever carries
// personal data.

// report is a message from a child to its parent.
type report struct {
	Beat  bool            `json:"beat,omitempty"` // sign of life of its event loop, for the watchdog
	Sync  bool            `json:"sync,omitempty"` // request to update the catalogue
	Keep  string          `json:"keep,omitempty"` // name of a note for later children
	Value json.RawMessage `json:"value,omitempty"`
}

// order is a message from a parent to a child.
type order struct {
	Show  *Shown `json:"show,omitempty"` // the child now has the terminal
	Done  int    `json:"done,omitempty"` // progress of an update of the catalogue
	Total int    `json:"total,omitempty"`
	Over  bool   `json:"over,omitempty"`  // the update has ended
	Error string `json:"error,omitempty"` // why it failed, as a sentence
}

// Shown is what a child is told when it gets the terminal.
type Shown struct {
	Restarts int                        `json:"restarts"`        // restarts on this day
	Steady   time.Duration              `json:"steady"`          // how long the machine's clock has run without a step
	Notes    map[string]json.RawMessage `json:"notes,omitempty"` // notes of earlier children, see Link.Keep
}

// line is the parent's end of both pipes.
type line struct {
	said   chan report
	from   *os.File      // what the child writes
	heard  chan struct{} // closed when all of it has been read
	mu     sync.Mutex
	orders *os.File
	none   bool // pipes cannot be passed to a child on this system
}

// newLine gives a command the other ends of two new pipes as its files 3 and 4, which
// the caller closes once the child has them.
func newLine(cmd *exec.Cmd, notes *notes) (l *line, theirs io.Closer, err error) {
	l = &line{said: make(chan report), heard: make(chan struct{})}
	if !handsDownFiles {
		l.none = true
		close(l.heard)
		return l, io.NopCloser(nil), nil
	}
	from, says, err := os.Pipe()
	if err != nil {
		return nil, nil, err
	}
	hears, orders, err := os.Pipe()
	if err != nil {
		return nil, nil, errors.Join(err, from.Close(), says.Close())
	}
	l.from, l.orders = from, orders
	cmd.ExtraFiles = []*os.File{says, hears}
	go l.listen(notes)
	return l, both{says, hears}, nil
}

// listen reads a child's reports to the end, and ignores other lines.
func (l *line) listen(notes *notes) {
	defer close(l.heard)
	lines := bufio.NewScanner(l.from)
	for lines.Scan() {
		var r report
		switch err := json.Unmarshal(lines.Bytes(), &r); {
		case err != nil:
		case r.Keep != "":
			notes.keep(r.Keep, r.Value)
		default:
			select {
			case l.said <- r:
			case <-time.After(time.Second): // nobody receives reports any more
			}
		}
	}
}

// both closes two files.
type both [2]*os.File

func (b both) Close() error { return errors.Join(b[0].Close(), b[1].Close()) }

// orderTime limits the time to write an order: a child that reads none is about to be killed
// by the watchdog.
const orderTime = 200 * time.Millisecond

// tell writes an order. It ignores errors, because the child's end or silence is noticed anyway.
func (l *line) tell(o order) {
	if l == nil || l.orders == nil {
		return
	}
	text, err := json.Marshal(o)
	if err != nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	_ = l.orders.SetWriteDeadline(time.Now().Add(orderTime))
	_, _ = l.orders.Write(append(text, '\n'))
}

// heardOut limits the time to read the last reports of a dead child.
const heardOut = 100 * time.Millisecond

// Close closes the pipes of a child that has ended, after its last reports are read.
func (l *line) Close() {
	if l.from != nil {
		late := time.After(heardOut)
		for open := true; open; {
			select {
			case <-l.heard:
				open = false
			case <-l.said: // nobody receives it any more
			case <-late: // a process that the child started still holds the pipe
				open = false
			}
		}
		_ = l.from.Close()
		_ = l.orders.Close()
	}
}

// BeatEvery is the interval of the watchdog's signs of life.
const BeatEvery = 2 * time.Second

// beatMsg passes through the event loop and shows that it works.
type beatMsg struct{}

// Link is the child's end of both pipes; nil without a parent.
type Link struct {
	to    *os.File
	mu    sync.Mutex // of to
	shown chan Shown
	lost  chan struct{}
	news  chan order // about an update of the catalogue
	syncs atomic.Bool
}

// Inherit opens files 3 and 4, which the parent's newLine passed on.
func Inherit() *Link {
	if !handsDownFiles {
		return nil
	}
	keepToOurselves(3, 4)
	l := &Link{to: os.NewFile(3, "reports"), shown: make(chan Shown, 1), lost: make(chan struct{}), news: make(chan order, 1)}
	go l.listen(os.NewFile(4, "orders"))
	return l
}

// listen reads the parent's orders until the parent is gone.
func (l *Link) listen(from io.Reader) {
	lines := bufio.NewScanner(from)
	lines.Buffer(nil, noteNames*noteMost*2)
	for lines.Scan() {
		var o order
		if json.Unmarshal(lines.Bytes(), &o) != nil {
			continue
		}
		if o.Show != nil {
			select {
			case l.shown <- *o.Show:
			default: // it is already shown
			}
			continue
		}
		l.syncs.Store(!o.Over)
		select { // only the newest progress matters
		case <-l.news:
		default:
		}
		l.news <- o
	}
	close(l.lost)
}

// Wait waits until this child gets the terminal. It returns false when the parent is gone or
// ctx has ended; a child without a parent has the terminal at once.
func (l *Link) Wait(ctx context.Context) (s Shown, ok bool) {
	if l == nil {
		return s, true
	}
	select {
	case s = <-l.shown:
		return s, true
	case <-l.lost:
	case <-ctx.Done():
	}
	return s, false
}

// Keep passes a note to later children and replaces an older one of that name. A note is
// about a system or this machine, and never about a person.
func (l *Link) Keep(name string, value any) {
	if l == nil {
		return
	}
	if text, err := json.Marshal(value); err == nil && len(text) <= noteMost {
		l.say(report{Keep: name, Value: text})
	}
}

// Lost is closed when the parent is gone; without a parent it is nil.
func (l *Link) Lost() <-chan struct{} {
	if l == nil {
		return nil
	}
	return l.lost
}

// Filter runs before a model: it writes signs of life to the parent and does not pass them on.
func (l *Link) Filter(inner func(tea.Model, tea.Msg) tea.Msg) func(tea.Model, tea.Msg) tea.Msg {
	return func(m tea.Model, msg tea.Msg) tea.Msg {
		if _, ok := msg.(beatMsg); ok {
			l.say(report{Beat: true})
			return nil
		}
		return inner(m, msg)
	}
}

// say writes a report. It ignores errors: listen notices that the parent is gone.
func (l *Link) say(r report) {
	if l == nil {
		return
	}
	text, err := json.Marshal(r)
	if err != nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	_, _ = l.to.Write(append(text, '\n'))
}

// Beat sends a beatMsg at once and then every BeatEvery, until ctx has ended. send is the
// program's.
func (l *Link) Beat(ctx context.Context, send func(tea.Msg)) {
	if l == nil {
		return
	}
	tick := time.NewTicker(BeatEvery)
	defer tick.Stop()
	for {
		send(beatMsg{})
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// Syncing reports whether an update of the catalogue is running, whoever began it.
func (l *Link) Syncing() bool { return l != nil && l.syncs.Load() }

// ErrNoParent means that there is no parent to update the catalogue.
var ErrNoParent = errors.New("supervise: there is no parent")

// Sync makes the parent update the catalogue, or joins a running update, and reports the
// progress. The update continues when ctx, or this process, ends. The error's text is the
// parent's sentence.
func (l *Link) Sync(ctx context.Context, told func(done, total int)) error {
	if l == nil {
		return ErrNoParent
	}
	select { // drops the news of an earlier update
	case <-l.news:
	default:
	}
	l.say(report{Sync: true})
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-l.lost:
			return ErrNoParent
		case o := <-l.news:
			switch {
			case o.Over && o.Error != "":
				return errors.New(o.Error)
			case o.Over:
				return nil
			}
			told(o.Done, o.Total)
		}
	}
}
