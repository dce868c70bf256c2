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

// Parent and child speak over two pipes. The child writes a byte a thing: it is
// alive, or somebody wants the catalogue brought up to date. The parent writes orders,
// a line of JSON each. Neither way ever carries anything of a person.
const (
	saysBeat = '.'
	saysSync = 's'
)

// order is what a parent tells a child.
type order struct {
	Show     bool   `json:"show,omitempty"`     // the terminal is yours
	Restarts int    `json:"restarts,omitempty"` // how often a child had to be started again today
	Done     int    `json:"done,omitempty"`     // of an update of the catalogue
	Total    int    `json:"total,omitempty"`
	Over     bool   `json:"over,omitempty"`  // that update has ended
	Error    string `json:"error,omitempty"` // why it broke off, a sentence
}

// line is the parent's end of both pipes.
type line struct {
	said   chan byte
	from   *os.File // what the child says
	mu     sync.Mutex
	orders *os.File
	none   bool // no pipe can be handed to a child here
}

// newLine gives a command the other ends of two new pipes as its files 3 and 4, which
// the caller closes once the child has them.
func newLine(cmd *exec.Cmd) (l *line, theirs io.Closer, err error) {
	l = &line{said: make(chan byte)}
	if !handsDownFiles {
		l.none = true
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
	go func() {
		buf := make([]byte, 64)
		for {
			n, err := from.Read(buf)
			if err != nil {
				return
			}
			for _, b := range buf[:n] {
				select {
				case l.said <- b:
				case <-time.After(time.Second): // nobody watches any more
				}
			}
		}
	}()
	return l, both{says, hears}, nil
}

// both closes two files.
type both [2]*os.File

func (b both) Close() error { return errors.Join(b[0].Close(), b[1].Close()) }

// orderTime is how long an order may take to be written: a child that reads none is
// about to be killed for its silence.
const orderTime = 200 * time.Millisecond

// tell gives an order. That nobody takes it shows by the child's end or its silence.
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

// Close ends the talk.
func (l *line) Close() {
	if l.from != nil {
		_ = l.from.Close()
		_ = l.orders.Close()
	}
}

// BeatEvery is how often a child shows that its event loop turns.
const BeatEvery = 2 * time.Second

// beatMsg goes once round the event loop.
type beatMsg struct{}

// Link is the child's end of both pipes: nil where the parent gave none.
type Link struct {
	to    *os.File
	mu    sync.Mutex // of to
	shown chan int
	lost  chan struct{}
	news  chan order // of an update of the catalogue
	syncs atomic.Bool
}

// Inherit takes files 3 and 4, which the parent's newLine laid there.
func Inherit() *Link {
	if !handsDownFiles {
		return nil
	}
	l := &Link{to: os.NewFile(3, "beats"), shown: make(chan int, 1), lost: make(chan struct{}), news: make(chan order, 1)}
	go l.listen(os.NewFile(4, "orders"))
	return l
}

// listen takes the parent's orders until it is gone.
func (l *Link) listen(from io.Reader) {
	lines := bufio.NewScanner(from)
	for lines.Scan() {
		var o order
		if json.Unmarshal(lines.Bytes(), &o) != nil {
			continue
		}
		if o.Show {
			select {
			case l.shown <- o.Restarts:
			default: // it is shown already
			}
			continue
		}
		l.syncs.Store(!o.Over)
		select { // the newest alone is worth telling
		case <-l.news:
		default:
		}
		l.news <- o
	}
	close(l.lost)
}

// Wait waits until the terminal is this child's, and tells how often one had to be
// started again today. It gives false when the parent is gone, or ctx over; a child
// without a parent has the terminal at once.
func (l *Link) Wait(ctx context.Context) (restarts int, ok bool) {
	if l == nil {
		return 0, true
	}
	select {
	case restarts = <-l.shown:
		return restarts, true
	case <-l.lost:
	case <-ctx.Done():
	}
	return 0, false
}

// Lost is closed when the parent is gone; nil, which never happens, without one.
func (l *Link) Lost() <-chan struct{} {
	if l == nil {
		return nil
	}
	return l.lost
}

// Filter stands before a model: beats are written and go no further.
func (l *Link) Filter(inner func(tea.Model, tea.Msg) tea.Msg) func(tea.Model, tea.Msg) tea.Msg {
	return func(m tea.Model, msg tea.Msg) tea.Msg {
		if _, ok := msg.(beatMsg); ok {
			l.say(saysBeat)
			return nil
		}
		return inner(m, msg)
	}
}

// say writes a byte. That the parent is gone shows where its orders are read.
func (l *Link) say(b byte) {
	if l == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	_, _ = l.to.Write([]byte{b})
}

// Beat sends a beat at once and then every BeatEvery, until ctx is over. send is the
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

// Syncing tells that an update of the catalogue is under way, whoever began it.
func (l *Link) Syncing() bool { return l != nil && l.syncs.Load() }

// ErrNoParent is why nobody brings the catalogue up to date.
var ErrNoParent = errors.New("supervise: there is no parent")

// Sync has the parent bring the catalogue up to date, or joins an update under way,
// and tells how far it is. It goes on when ctx, or this process, ends. The error's
// text is the parent's sentence.
func (l *Link) Sync(ctx context.Context, told func(done, total int)) error {
	if l == nil {
		return ErrNoParent
	}
	select { // of an update of earlier
	case <-l.news:
	default:
	}
	l.say(saysSync)
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
