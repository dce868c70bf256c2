package server

import (
	"errors"
	"net/netip"
	"slices"
	"time"

	"motcua/kiosk/audit"
	"motcua/kiosk/staff"
)

// Who is staff is looked up in the book whenever it matters and not at the door
// alone: a key may be taken out of its file, be revoked, or run out while its owner
// is inside.

// asker is somebody who comes from an address now.
func (s *Server) asker(from netip.Addr) staff.Asker {
	return staff.Asker{Addr: from, Now: s.now(), Principals: s.cfg.Load().Principals}
}

// lookPause is how often the files are read again for connections that come in. A
// full view waits for nothing.
const lookPause = time.Second

// bookForDoor is the book for one more connection.
func (s *Server) bookForDoor() *staff.Book {
	if s.bookMu.TryLock() { // who reads just now reads for this one too
		if now := s.now(); now.Sub(s.bookAt).Abs() >= lookPause {
			s.readStaff()
		}
		s.bookMu.Unlock()
	}
	return s.staff.Load()
}

// bookOfNow is the book as the files are at this moment.
func (s *Server) bookOfNow() *staff.Book {
	s.bookMu.Lock()
	defer s.bookMu.Unlock()
	s.readStaff()
	return s.staff.Load()
}

// readStaff reads the files again. It needs bookMu.
func (s *Server) readStaff() {
	s.bookAt = s.now()
	book, changed := s.staff.Load().Again(s.cfg.Load().staffFiles())
	if changed {
		s.setStaff(book)
		s.log.Info("staff files read again")
	}
}

// setStaff puts a book in place and tells what of it does not count.
func (s *Server) setStaff(book *staff.Book) {
	s.staff.Store(book)
	problems := book.Problems()
	s.metrics.StaffProblems(len(problems))
	for _, p := range problems {
		s.log.Warn("staff", "problem", p.Error())
	}
}

// savePause is how long an editor may take that empties a file and then writes it
// anew. Nobody gets anything meanwhile.
const savePause = 100 * time.Millisecond

// stillStaff tells whether a session that came in as staff may have what staff have.
// If not it ends, with all sessions of its connection.
func (x *session) stillStaff() bool {
	v := x.verdict(x.srv.bookOfNow())
	if !v.Staff && !x.ch.conn.staffOver.Load() {
		pause := time.NewTimer(savePause)
		defer pause.Stop()
		select {
		case <-pause.C:
		case <-x.ended:
		}
		v = x.verdict(x.srv.bookOfNow())
	}
	return x.judged(v)
}

// verdict is what a book says of a session that came in as staff.
func (x *session) verdict(book *staff.Book) staff.Verdict {
	b := badgeOf(x.Permissions().Permissions)
	if b == nil {
		return staff.Verdict{}
	}
	return book.Admit(b.key, x.srv.asker(b.from))
}

// judged ends a session whose key is staff's no longer, and tells whether it is.
func (x *session) judged(v staff.Verdict) bool {
	if !v.Staff {
		x.srv.endStaff(x.ch.conn, v)
		x.end(ReasonNotStaff) // it may not be in the list yet
	}
	return v.Staff
}

// errNotStaff is the answer to a look-up of somebody whose session ends by it.
var errNotStaff = errors.New("no staff key any more")

// endStaff ends what is open of a connection, and the connection after that: the
// next one is let in as what its key says then.
func (s *Server) endStaff(c *conn, v staff.Verdict) {
	if !c.staffOver.CompareAndSwap(false, true) {
		return
	}
	s.log.Warn("staff sessions ended: their key counts no more", "connection", c.id, "from", audit.Network(c.addr), "why", v.Why, "by", v.Where)
	s.mu.Lock()
	inside := s.inside()
	s.mu.Unlock()
	for _, x := range inside {
		if x.ch.conn == c {
			x.end(ReasonNotStaff)
		}
	}
	time.AfterFunc(2*quitTime, func() { _ = c.Close() }) // they have said why by then
}

// sweepEvery is how soon a key that counts no more ends sessions in which nobody
// asks anything: a full view may stand on their screens.
const sweepEvery = 2 * time.Second

// watchStaff looks at the sessions of staff again and again while there are any. It
// needs the lock.
func (s *Server) watchStaff() {
	if s.sweep == nil {
		s.sweep = time.AfterFunc(sweepEvery, s.sweepStaff)
	}
}

func (s *Server) sweepStaff() {
	s.mu.Lock()
	s.sweep = nil
	inside := slices.DeleteFunc(s.inside(), func(x *session) bool { return x.role != RoleStaff })
	if len(inside) > 0 {
		s.watchStaff()
	}
	s.mu.Unlock()
	// All that are in doubt wait together: one after the other, a hundred of them
	// would keep the last one's screen full for ten seconds.
	if inside = s.doubtful(inside, func(x *session, v staff.Verdict) bool { return v.Staff }); len(inside) > 0 {
		<-time.After(savePause)
		s.doubtful(inside, (*session).judged)
	}
}

// doubtful are the sessions that the book of now does not settle.
func (s *Server) doubtful(list []*session, settled func(*session, staff.Verdict) bool) []*session {
	book := s.bookOfNow()
	return slices.DeleteFunc(list, func(x *session) (good bool) {
		defer s.contain(x)
		good = true // of a panic there is nothing more to look at: it ends the session
		good = settled(x, x.verdict(book))
		return good
	})
}

// turnedAway writes down why a key that a line knows is not staff's now: its owner
// is let in as everybody is, and will ask. Whoever knows a public key can offer it,
// so the same is told once a minute.
func (s *Server) turnedAway(c *conn, v staff.Verdict) {
	if v.Why == staff.Unknown {
		return
	}
	s.mu.Lock()
	now, what := s.now(), string(v.Why)+" "+v.Where
	told := now.Sub(s.turned[what]).Abs() < time.Minute
	if !told {
		if len(s.turned) >= turnedMost {
			clear(s.turned)
		}
		s.turned[what] = now
	}
	s.mu.Unlock()
	if !told {
		s.log.Warn("key of staff not taken", "connection", c.id, "from", audit.Network(c.addr), "why", v.Why, "by", v.Where)
	}
}

// turnedMost bounds what is remembered of that: files may change for ever.
const turnedMost = 1024
