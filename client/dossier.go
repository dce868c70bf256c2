package client

import (
	"time"

	"motcua/client/clean"
	"motcua/client/code"
)

// Dossier (hồ sơ) is one application as a one-stop system knows it. All strings
// are sanitised; times are absolute and zero when absent.
type Dossier struct {
	Code       code.Dossier
	Status     Status
	StatusName string // the portal's own words for the state, may be empty
	// SaidClock is what the portal says of the time limit beside the state; see
	// Clock.
	SaidClock Clock

	ProcedureCode string
	ProcedureName string
	Field         string

	Agency Agency // who works on it
	Desk   string // where the result is handed out, when the source says so

	SubmittedAt time.Time
	ReceivedAt  time.Time
	DueAt       time.Time // the appointment date (ngày hẹn trả)
	FinishedAt  time.Time // the work was done
	ReturnedAt  time.Time // the result was handed over

	// Why it was refused or stopped: what kind of reason, and with the proof what
	// the agency wrote. See GiveReason.
	ReasonKind ReasonKind
	Reason     string
	Steps      []Step // oldest first

	Proof   ProofState
	Private *Private // nil unless the proof was right or none was wanted
}

// Private is the part of a dossier that the code alone does not open.
type Private struct {
	Applicant string   // masked: "N••••• V•• A"; in full for DossierQuery.Full
	Missing   []string // papers still to be handed in
	Fees      []DossierFee
	Supplied  []string // papers that were handed in
	Results   []string // papers that come out
	Note      string   // the agency's latest note on a supplement request
}

// DossierFee is one charge of a dossier in đồng.
type DossierFee struct {
	Name   string
	Amount int64 // đồng; meaningful only when Known
	Known  bool
	Paid   bool
	// PaidUnsaid: the source does not say whether it was paid, and Paid means
	// nothing.
	PaidUnsaid bool
}

// Step is one line of the time line.
type Step struct {
	At     time.Time
	Name   string // the portal's words
	Unit   string // who did it: a unit, never a person's name
	Status Status // StatusUnknown when the source does not say
}

// Agency (cơ quan) is an office by its id in dossier codes, e.g. "H55.17.05".
type Agency struct {
	ID   string
	Name string
}

// ProofState says how far the asker proved that the dossier is theirs.
type ProofState int

// The four states of proof, as JSON names them.
const (
	ProofNone   ProofState = iota // none was wanted: of this source, or of staff
	ProofNeeded                   // more would be shown with the proof
	ProofGiven                    // the proof was right
	ProofWrong                    // never leaves the client: see ErrNotFound
)

// String is the JSON word.
func (p ProofState) String() string {
	return [...]string{"none", "needed", "given", "wrong"}[p]
}

// DossierQuery is one look-up. Proof is what the person typed: the last digits
// of an identity or phone number, or the secret of the receipt by hand; empty
// when nothing was typed.
//
// Secret is what FindReceiptSecret found in a receipt's URL. Only a source that
// knows such secrets reads it; any other ignores it, so that it is neither sent
// to a system that has none nor taken for a wrong proof there.
//
// Full asks for what a proof opens, without one and with the applicant's name in
// full. It is for staff: who serves people sets it only for somebody whose role
// was proven and whose look-up is written down. A system that itself wants the
// proof still does.
type DossierQuery struct {
	Code   code.Dossier
	Proof  string
	Secret string
	Full   bool
}

// applicant is a name as this query may see it.
func (q DossierQuery) applicant(name string) string {
	if q.Full {
		return name
	}
	return clean.MaskName(name)
}

// Opened is the state of proof of a dossier that a system gave to this query,
// and the private part, nil when it stays shut. The proof, if there was one, was
// right; name is the applicant's.
func (q DossierQuery) Opened(proved bool, name string) (ProofState, *Private) {
	switch {
	case proved:
		return ProofGiven, &Private{Applicant: q.applicant(name)}
	case q.Full:
		return ProofNone, &Private{Applicant: q.applicant(name)}
	default:
		return ProofNeeded, nil
	}
}
