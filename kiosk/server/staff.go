package server

import (
	"maps"
	"net/netip"
	"time"

	"motcua/kiosk/audit"
	"motcua/kiosk/server/session"
	"motcua/kiosk/staff"
)

// The server checks who is staff whenever it matters, and not only at the handshake: a key may
// be removed from its file, be revoked or expire while its owner has a session.

// asker returns somebody who comes from an address now.
func (s *Server) asker(from netip.Addr) staff.Asker {
	return staff.Asker{Addr: from, Now: s.now(), Principals: s.cfg.Load().Principals}
}

// lookPause is the least time between two readings of the staff files for new connections. A
// full view always reads them.
const lookPause = time.Second

// bookForDoor returns the staff list for a new connection.
func (s *Server) bookForDoor() *staff.Book {
	if s.bookMu.TryLock() { // otherwise another goroutine is just reading the files
		if now := s.now(); now.Sub(s.bookAt).Abs() >= lookPause {
			s.readStaff()
		}
		s.bookMu.Unlock()
	}
	return s.staff.Load()
}

// bookOfNow returns the staff list from the files as they are now.
func (s *Server) bookOfNow() *staff.Book {
	s.bookMu.Lock()
	defer s.bookMu.Unlock()
	s.readStaff()
	return s.staff.Load()
}

// readStaff reads the files again. The caller must hold bookMu.
func (s *Server) readStaff() {
	s.bookAt = s.now()
	book, changed := s.staff.Load().Again(s.cfg.Load().staffFiles())
	if changed {
		s.setStaff(book)
		s.log.Info("staff files read again")
	}
}

// setStaff replaces the staff list and logs its invalid lines.
func (s *Server) setStaff(book *staff.Book) {
	s.staff.Store(book)
	problems := book.Problems()
	s.metrics.StaffProblems(len(problems))
	for _, p := range problems {
		s.log.Warn("staff", "problem", p.Error())
	}
}

// savePause is how long an editor may take to save a file that it first empties. Meanwhile
// nobody gets a full view.
const savePause = 100 * time.Millisecond

// stillStaff reports whether a session that began as staff may still have what staff have. If
// not, it ends all sessions of the connection.
func (s *Server) stillStaff(c *conn, x *session.Session) bool {
	v := s.verdict(x, s.bookOfNow())
	if !v.Staff && !c.staffOver.Load() {
		pause := time.NewTimer(savePause)
		defer pause.Stop()
		select {
		case <-pause.C:
		case <-x.Ended():
		}
		v = s.verdict(x, s.bookOfNow())
	}
	return s.judged(c, x, v)
}

// verdict returns what a staff list says about a session that began as staff.
func (s *Server) verdict(x *session.Session, book *staff.Book) staff.Verdict {
	b := badgeOf(x.Permissions().Permissions)
	if b == nil {
		return staff.Verdict{}
	}
	return book.Admit(b.key, s.asker(b.from))
}

// judged ends a session whose key is no longer staff's, and reports whether it still is.
func (s *Server) judged(c *conn, x *session.Session, v staff.Verdict) bool {
	if !v.Staff {
		s.endStaff(c, v)
		x.End(session.ReasonNotStaff) // it may not be in the server's list yet
	}
	return v.Staff
}

// endStaff ends all sessions of a connection, and then the connection, so that the client's
// next connection gets the role that its key has then.
func (s *Server) endStaff(c *conn, v staff.Verdict) {
	if !c.staffOver.CompareAndSwap(false, true) {
		return
	}
	s.log.Warn("staff sessions ended: their key counts no more", "connection", c.shared.ID, "from", audit.Network(c.addr), "why", v.Why, "by", v.Where)
	s.mu.Lock()
	inside := maps.Clone(s.sessions)
	s.mu.Unlock()
	for x, of := range inside {
		if of == c {
			x.End(session.ReasonNotStaff)
		}
	}
	time.AfterFunc(2*session.QuitTime, func() { _ = c.Close() }) // by then the sessions have shown their last line
}

// sweepEvery is how often idle sessions of staff are checked for keys that are no longer valid,
// because their screens may show a full view.
const sweepEvery = 2 * time.Second

// watchStaff keeps checking the sessions of staff while there are any. The caller must hold
// s.mu.
func (s *Server) watchStaff() {
	if s.sweep == nil {
		s.sweep = time.AfterFunc(sweepEvery, s.sweepStaff)
	}
}

func (s *Server) sweepStaff() {
	s.mu.Lock()
	s.sweep = nil
	inside := maps.Clone(s.sessions)
	maps.DeleteFunc(inside, func(x *session.Session, _ *conn) bool { return x.Role != session.RoleStaff })
	if len(inside) > 0 {
		s.watchStaff()
	}
	s.mu.Unlock()
	// All sessions in doubt wait together. One after the other, a hundred of them would leave
	// the last one's screen uncleared for ten seconds.
	s.settle(inside, func(_ *conn, _ *session.Session, v staff.Verdict) bool { return v.Staff })
	if len(inside) > 0 {
		<-time.After(savePause)
		s.settle(inside, s.judged)
	}
}

// settle removes from a list the sessions for which settled returns true, with the staff list
// as it is now.
func (s *Server) settle(list map[*session.Session]*conn, settled func(*conn, *session.Session, staff.Verdict) bool) {
	book := s.bookOfNow()
	maps.DeleteFunc(list, func(x *session.Session, c *conn) (good bool) {
		defer x.Contain()
		good = true // after a panic, which ends the session, it needs no second check
		good = settled(c, x, s.verdict(x, book))
		return good
	})
}

// turnedAway logs why a key that the files mention is not staff's now. Its owner is admitted as
// public and will ask why. Anyone who knows a public key can offer it, so each reason is logged
// once a minute.
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
		s.log.Warn("key of staff not taken", "connection", c.shared.ID, "from", audit.Network(c.addr), "why", v.Why, "by", v.Where)
	}
}

// turnedMost bounds how many of these reasons are remembered.
const turnedMost = 1024
