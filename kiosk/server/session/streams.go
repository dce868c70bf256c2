package session

import (
	"io"
	"sync"
	"sync/atomic"
	"time"
)

// inlet reads what the client sends, counts it, and keeps the time of the last byte.
type inlet struct {
	r     io.Reader
	bytes atomic.Int64
	last  atomic.Int64 // ns since start
	start time.Time
}

func newInlet(r io.Reader) *inlet { return &inlet{r: r, start: time.Now()} }

func (i *inlet) Read(p []byte) (int, error) {
	n, err := i.r.Read(p)
	if n > 0 {
		i.bytes.Add(int64(n))
		i.last.Store(int64(time.Since(i.start)))
	}
	return n, err
}

// quiet returns how long nothing has come.
func (i *inlet) quiet() time.Duration {
	return time.Since(i.start) - time.Duration(i.last.Load())
}

// outlet writes to the client, counts the bytes, and never waits for ever. A client may stop
// reading while its connection stays open. A write then blocks on the channel's window, where
// no deadline applies.
type outlet struct {
	w     io.Writer
	bytes atomic.Int64
	mu    sync.Mutex
	clock *time.Timer
	stall time.Duration
}

// pieceSize is how many bytes are written within one stall time.
const pieceSize = 4 << 10

func newOutlet(w io.Writer, stall time.Duration, stalled func()) *outlet {
	o := &outlet{w: w, stall: stall}
	o.clock = time.AfterFunc(time.Hour, stalled)
	o.clock.Stop()
	return o
}

func (o *outlet) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	done := 0
	for done < len(p) {
		piece := p[done:min(done+pieceSize, len(p))]
		o.clock.Reset(o.stall)
		n, err := o.w.Write(piece)
		o.clock.Stop()
		o.bytes.Add(int64(n))
		done += n
		if err != nil {
			return done, err
		}
	}
	return done, nil
}
