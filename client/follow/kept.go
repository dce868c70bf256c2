package follow

import (
	"errors"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/timely"
)

// Keeping is how a list is kept between two sessions. The person chooses it.
type Keeping int

// The ways of keeping.
const (
	KeepNothing Keeping = iota // the list ends with the session
	KeepCodes                  // the codes, as plain text
	KeepSealed                 // the codes and what was seen, encrypted with a passphrase
)

// Entry is a followed dossier as it is kept.
type Entry struct {
	Code code.Dossier
	Seen *Memory // nil: it had no answer yet, or only codes are kept
}

// Keeper keeps the list of one person. Several sessions of that person may use it at once.
type Keeper interface {
	// Keeping returns how the list is kept now, whichever session chose it.
	Keeping() Keeping
	// Open reads the list. The passphrase is only used for a sealed one.
	Open(passphrase string) ([]Entry, error)
	// Put says what the list is now; Flush writes it, together with what other sessions of the
	// same person added and removed meanwhile, and returns the result.
	Put([]Entry)
	Flush() ([]Entry, error)
	// Change keeps the list otherwise from now on. KeepNothing deletes what was kept.
	Change(to Keeping, passphrase string) error
	// Aside renames a list that cannot be opened and returns its new name.
	Aside() (name string, err error)
}

// Errors of a Keeper besides those of the system.
var (
	ErrPassphrase = errors.New("follow: another passphrase")
	ErrElsewhere  = errors.New("follow: another session keeps the list otherwise now")
)

// DamagedError says that a kept list could not be read, or only in part. The file was renamed.
type DamagedError struct{ Aside string }

func (e *DamagedError) Error() string { return "follow: the list was damaged, kept as " + e.Aside }

// Memory is what is kept of the answers of a dossier: what a row shows, and the hashes by which
// news is told. It has no names, papers or reasons.
type Memory struct {
	Public     []byte
	Shut, Open []byte `json:",omitempty"` // nil: there was none
	Timeliness timely.Timeliness

	AsOf                          time.Time
	Source                        client.SourceName
	Status                        client.Status
	StatusName                    string
	ProcedureCode, ProcedureName  string
	SaidClock                     client.Clock
	DueAt, FinishedAt, ReturnedAt time.Time
	Steps                         []client.Step
}

// Memory returns what is kept of a dossier whose row shows this answer; nil without an answer.
func (d *Dossier) Memory(row *client.Answer[client.Dossier]) *Memory {
	if !d.answered || row == nil {
		return nil
	}
	v := row.Value
	m := &Memory{
		Public: d.seen.public[:], Timeliness: d.seen.timeliness, AsOf: row.AsOf, Source: row.Source,
		Status: v.Status, StatusName: v.StatusName, SaidClock: v.SaidClock,
		ProcedureCode: v.ProcedureCode, ProcedureName: v.ProcedureName,
		DueAt: v.DueAt, FinishedAt: v.FinishedAt, ReturnedAt: v.ReturnedAt, Steps: v.Steps,
	}
	if d.seen.shut != nil {
		m.Shut = d.seen.shut[:]
	}
	if d.seen.open != nil {
		m.Open = d.seen.open[:]
	}
	return m
}

// Resume returns a dossier that was followed before, to be asked for at now, and the answer that
// its row shows until then. What changed since is news. Without a memory it is a new one.
func Resume(k Entry, now time.Time, chance func() float64) (Dossier, *client.Answer[client.Dossier]) {
	d, m := New(now, chance), k.Seen
	if m == nil || len(m.Public) != len(hash{}) {
		return d, nil
	}
	d.answered = true
	d.seen = seen{public: hash(m.Public), timeliness: m.Timeliness, shut: recalled(m.Shut), open: recalled(m.Open)}
	a := client.Answer[client.Dossier]{AsOf: m.AsOf, Source: m.Source, Stale: true, Value: client.Dossier{
		Code: k.Code, Status: m.Status, StatusName: m.StatusName, SaidClock: m.SaidClock,
		ProcedureCode: m.ProcedureCode, ProcedureName: m.ProcedureName,
		DueAt: m.DueAt, FinishedAt: m.FinishedAt, ReturnedAt: m.ReturnedAt, Steps: m.Steps,
	}}
	return d, &a
}

func recalled(kept []byte) *hash {
	if len(kept) != len(hash{}) {
		return nil
	}
	h := hash(kept)
	return &h
}
