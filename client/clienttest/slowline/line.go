package slowline

import (
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// Line says how bad the line is. The zero value is a perfect line.
type Line struct {
	BitsPerSecond int           // in each direction, shared by all connections; 0: no limit
	Delay         time.Duration // in each direction
	Loss          float64       // share of the packets that are lost, 0 to 1
	DropAfter     int64         // bytes in both directions after which a connection is cut; 0: never
	Seed          uint64        // of the random losses, so that each run has the same ones
}

// Commune is the line of a commune office: 64 kbit/s, a round trip of 600 ms, three
// packets in a hundred lost.
var Commune = Line{BitsPerSecond: 64_000, Delay: 300 * time.Millisecond, Loss: 0.03, Seed: 1}

// Faster returns the same line at n times its speed: what takes a minute on it takes an
// n-th of a minute, so that a test can wait for it.
func (l Line) Faster(n int) Line {
	l.BitsPerSecond *= n
	l.Delay /= time.Duration(n)
	return l
}

const (
	packet = 1_460 // bytes of TCP payload on Ethernet
	// waiting is how many packets a sender may be ahead of the line: the buffer of a
	// cheap modem.
	waiting = 32
)

// retransmit is the delay of a lost packet: a time-out of at least two round trips
// (RFC 6298 demands at least a second; systems use a fifth of one).
func (l Line) retransmit() time.Duration { return 4 * l.Delay }

// Relay is a running relay.
type Relay struct {
	line     Line
	target   string
	listener net.Listener
	cancel   context.CancelFunc
	work     sync.WaitGroup
	up, down direction

	bytesUp, bytesDown, conns, cut atomic.Int64
	broken                         atomic.Bool
}

// direction is one direction of the line; all connections share its speed.
type direction struct {
	mu   sync.Mutex
	free time.Time // when the line will have sent everything given to it
	rng  *rand.Rand
}

// Listen relays connections to target, "127.0.0.1:8080", until ctx ends or Close is
// called.
func (l Line) Listen(ctx context.Context, target string) (*Relay, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	r := &Relay{line: l, target: target, listener: listener, cancel: cancel}
	//nolint:gosec // the same losses each time, and no secret
	r.up.rng, r.down.rng = rand.New(rand.NewPCG(l.Seed, 1)), rand.New(rand.NewPCG(l.Seed, 2))
	context.AfterFunc(ctx, func() { _ = listener.Close() })
	r.work.Go(func() { r.accept(ctx) })
	return r, nil
}

// Addr is the address to connect to.
func (r *Relay) Addr() string { return r.listener.Addr().String() }

// Close cuts all connections and waits for their end.
func (r *Relay) Close() {
	r.cancel()
	r.work.Wait()
}

// Break breaks the line or repairs it: a broken one refuses new connections and cuts those
// that it had.
func (r *Relay) Break(broken bool) { r.broken.Store(broken) }

// Traffic is the amount of data and events on a line.
type Traffic struct {
	Up, Down    int64 // bytes towards the target and back
	Connections int64
	Cut         int64 // connections that were cut
}

// Traffic returns what went over the line so far.
func (r *Relay) Traffic() Traffic {
	return Traffic{r.bytesUp.Load(), r.bytesDown.Load(), r.conns.Load(), r.cut.Load()}
}

func (r *Relay) accept(ctx context.Context) {
	for {
		near, err := r.listener.Accept()
		if err != nil {
			return
		}
		if r.broken.Load() {
			hangUp(near)
			continue
		}
		r.conns.Add(1)
		r.work.Go(func() { r.carry(ctx, near) })
	}
}

// carry serves one connection.
func (r *Relay) carry(ctx context.Context, near net.Conn) {
	defer func() { _ = near.Close() }()
	var dialer net.Dialer
	far, err := dialer.DialContext(ctx, "tcp", r.target)
	if err != nil {
		hangUp(near)
		return
	}
	defer func() { _ = far.Close() }()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var carried atomic.Int64
	cutNow := sync.OnceFunc(func() {
		r.cut.Add(1)
		hangUp(near)
		hangUp(far)
		cancel()
	})
	stop := context.AfterFunc(ctx, func() { _ = near.Close(); _ = far.Close() })
	defer stop()
	var both sync.WaitGroup
	both.Go(func() { r.flow(ctx, &r.up, &r.bytesUp, &carried, cutNow, far, near) })
	both.Go(func() { r.flow(ctx, &r.down, &r.bytesDown, &carried, cutNow, near, far) })
	both.Wait()
}

// late is a packet and its time of arrival.
type late struct {
	bytes []byte
	due   time.Time
}

// flow carries one direction of a connection: one goroutine reads and schedules each
// packet, another delivers it then, in order.
func (r *Relay) flow(ctx context.Context, d *direction, count, carried *atomic.Int64, cut func(), to, from net.Conn) {
	queue := make(chan late, waiting)
	var writer sync.WaitGroup
	writer.Go(func() {
		for p := range queue {
			if !until(ctx, p.due) {
				continue // drain the channel, so that the reader does not block
			}
			_, _ = to.Write(p.bytes)
		}
		if tcp, ok := to.(*net.TCPConn); ok {
			_ = tcp.CloseWrite() // one side may end before the other
		}
	})
	defer writer.Wait()
	defer close(queue)
	var last time.Time
	buf := make([]byte, packet)
	for {
		n, err := from.Read(buf)
		if n > 0 {
			count.Add(int64(n))
			if total := carried.Add(int64(n)); r.broken.Load() || r.line.DropAfter > 0 && total > r.line.DropAfter {
				cut()
				return
			}
			// A lost packet delays what follows on its connection, but no other connection.
			if due := d.due(r.line, n); due.After(last) {
				last = due
			}
			queue <- late{append([]byte(nil), buf[:n]...), last}
		}
		if err != nil {
			if !errors.Is(err, io.EOF) {
				cut() // a reset goes through at once
			}
			return
		}
	}
}

// due returns when n bytes that are given to the line now will have arrived.
func (d *direction) due(l Line, n int) time.Time {
	d.mu.Lock()
	defer d.mu.Unlock()
	now := time.Now()
	if d.free.Before(now) {
		d.free = now
	}
	if l.BitsPerSecond > 0 {
		d.free = d.free.Add(time.Duration(n) * 8 * time.Second / time.Duration(l.BitsPerSecond))
	}
	arrives := d.free.Add(l.Delay)
	if l.Loss > 0 && d.rng.Float64() < l.Loss {
		arrives = arrives.Add(l.retransmit())
	}
	return arrives
}

// until waits for a moment; it returns false when the context ended first.
func until(ctx context.Context, due time.Time) bool {
	t := time.NewTimer(time.Until(due))
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// hangUp ends a connection with a reset, which is how a program notices a dropped line.
func hangUp(c net.Conn) {
	if tcp, ok := c.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	_ = c.Close()
}
