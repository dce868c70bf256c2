package doctor

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"motcua/client/clean"
	"motcua/client/store"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// Store contains what the check of the local catalogue needs. The zero value skips the
// check.
type Store struct {
	// Inspect reads the state of the file and changes nothing.
	Inspect func(ctx context.Context) store.Health
	// Writable tries to write into a folder, or into its nearest parent that exists.
	Writable func(dir string) error
	// Room returns how many bytes are free for a folder; ok is false where the system does
	// not say.
	Room func(dir string) (n uint64, ok bool)
}

// StoreOf returns the functions for the catalogue on this machine.
func StoreOf(kept *store.Store) Store {
	return Store{Inspect: kept.Inspect, Writable: writable, Room: spaceLeft}
}

const (
	// roomNeeded is the free space in bytes for a new list next to the current one, and for
	// details: some 15 MB for 6,300 procedures.
	roomNeeded = 100_000_000
	// oldAfter is the age from which a catalogue that is not updated counts as old.
	oldAfter = 7 * 24 * time.Hour
)

// checkStore checks whether the catalogue on this machine is intact, how old it is, and
// whether it can be updated.
func checkStore(ctx context.Context, e *Env) []Finding {
	s := e.Store
	if e.ConfigErr != nil || s.Inspect == nil {
		return nil
	}
	const name = "store"
	var list []Finding
	add := func(st State, sentence string, do text.Said) { list = append(list, e.finding(name, st, sentence, do)) }
	h := s.Inspect(ctx)
	path, dir := clean.Line(h.Path), filepath.Dir(h.Path)
	if h.Path == "" {
		return []Finding{e.finding(name, StateFail, e.say(operator.DoctorNoStoreDir), operator.DoctorDoStoreDir)}
	}
	switch {
	case errors.Is(h.Err, store.ErrDamaged):
		add(StateFail, e.say(operator.DoctorDamaged, path), e.sync(operator.DoctorDoDamaged))
	case errors.Is(h.Err, store.ErrNewer):
		add(StateFail, e.say(operator.DoctorNewerFile, path, h.Schema, h.Latest), e.sync(operator.DoctorDoNewerFile))
	case h.Err != nil:
		add(StateFail, e.say(operator.DoctorShutFile, path, clean.Line(h.Err.Error())), operator.DoctorDoShutFile)
	default:
		list = append(list, e.catalogue(h)...)
	}
	if err := errors.Join(h.WriteErr, s.Writable(dir)); err != nil {
		add(StateWarn, e.say(operator.DoctorStoreReadOnly, clean.Line(dir), clean.Line(err.Error())), operator.DoctorDoStoreReadOnly)
	}
	if n, ok := s.Room(dir); ok && n < roomNeeded {
		add(StateWarn, e.say(operator.DoctorLittleRoom, clean.Line(dir), text.For(e.Lang).Bytes(int64(n)), text.For(e.Lang).Bytes(roomNeeded)), operator.DoctorDoLittleRoom)
	} else if ok && len(list) > 0 && list[0].State == StateOK {
		list[0].Sentence += " " + e.say(operator.DoctorRoom, text.For(e.Lang).Bytes(int64(n)))
	}
	return list
}

// catalogue returns the findings about an intact file.
func (e *Env) catalogue(h store.Health) []Finding {
	const name = "store"
	t, now := text.For(e.Lang), e.Now()
	var list []Finding
	age := now.Sub(h.AsOf)
	limit := oldAfter
	if every := e.Config.Store.Refresh; every > 0 {
		limit = max(limit, 2*every)
	}
	switch {
	case !h.Synced && e.Config.National.URL == "": // there is no portal to read it from
		list = append(list, e.finding(name, StateOK, e.say(operator.DoctorShippedOnly), text.Said{}))
	case !h.Synced:
		list = append(list, e.finding(name, StateWarn, e.say(operator.DoctorNeverSynced), e.sync(operator.DoctorDoSync)))
	case age < -time.Hour:
		list = append(list, e.finding(name, StateWarn, e.say(operator.DoctorFuture, t.At(h.AsOf, now)), operator.DoctorDoClock))
	case age > limit:
		list = append(list, e.finding(name, StateWarn, e.say(operator.DoctorOld, e.holds(h), int(age/(24*time.Hour))), e.sync(operator.DoctorDoSync)))
	default:
		list = append(list, e.finding(name, StateOK, e.holds(h), text.Said{}))
	}
	if b := h.Broken; b != nil {
		list = append(list, e.finding(name, StateWarn, e.say(operator.DoctorBrokenOff, t.At(b.Started, now), t.Number(int64(b.Seen)), t.Number(int64(max(b.Seen, b.Total)))), e.sync(operator.DoctorDoGoOn)))
	}
	return list
}

// holds returns the sentence about the file's content.
func (e *Env) holds(h store.Health) string {
	t := text.For(e.Lang)
	return e.say(operator.DoctorHolds, clean.Line(h.Path), t.Number(int64(h.Entries)), t.Number(int64(h.Details)),
		t.At(h.AsOf, e.Now()), h.Schema, t.Bytes(max(h.Bytes, 0)))
}
