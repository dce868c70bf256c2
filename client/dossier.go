package client

import (
	"time"

	"motcua/client/clean"
	"motcua/client/code"
	"motcua/client/reason"
)

// Dossier (hồ sơ) is one application as a one-stop system knows it. All strings
// are sanitised; times are absolute and zero when absent.
type Dossier struct {
	Code       code.Dossier
	Status     Status
	StatusName string // the portal's own words for the state, may be empty
	// SaidClock is what the portal itself says about the time limit, beside the
	// state. Clock decides with it.
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

	// ReasonKind is the kind of reason for a refusal or a stop. The agency's own words
	// need the proof. GiveReason sets both.
	ReasonKind reason.Kind
	Reason     string
	Steps      []Step // oldest first

	Proof   ProofState
	Private *Private // nil unless the proof was right or the source wanted none
}

// Private is the part of a dossier that the code alone does not open.
type Private struct {
	Applicant string   // masked: "N••••• V•• A"; in full for DossierQuery.Full
	Missing   []string // papers still to be handed in
	Fees      []DossierFee
	Supplied  []string // papers that were handed in
	Results   []ResultPaper
	Note      string // the agency's latest note on a supplement request
}

// ResultPaper is a paper that the applicant will receive.
type ResultPaper struct {
	Name string
	// Electronic is true when the source holds a file of the paper. Its address is not kept: it
	// may open the file to whoever has it.
	Electronic bool
}

// DossierFee is one charge of a dossier in đồng.
type DossierFee struct {
	Name   string
	Amount int64 // đồng; meaningful only when Known
	Known  bool
	Paid   bool
	// PaidUnsaid is true when the source does not say whether the fee was paid; Paid
	// then has no meaning.
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

// ProofState says whether the asker proved that the dossier is theirs.
type ProofState int

// The four states of proof, as JSON names them.
const (
	ProofNone   ProofState = iota // no proof was wanted: the source asks for none, or staff asked
	ProofNeeded                   // a proof would open more
	ProofGiven                    // the proof was right
	ProofWrong                    // never leaves the client: see ErrNotFound
)

// String is the JSON word.
func (p ProofState) String() string {
	return [...]string{"none", "needed", "given", "wrong"}[p]
}

// DossierQuery is one look-up. Proof is what the person typed: the last digits
// of an identity or phone number, or the secret copied from the receipt. It is empty
// when nothing was typed.
//
// Secret is what FindReceiptSecret found in a receipt's URL. Only a source that
// knows such secrets reads it. Other sources ignore it, so that it is never sent
// to a system that has none and never counted there as a wrong proof.
//
// Full opens the private part without a proof and shows the applicant's name in
// full. It is for staff: set it only for somebody whose role was proven and whose
// look-up is written to the audit log. A system that demands the proof itself still
// does.
type DossierQuery struct {
	Code   code.Dossier
	Proof  string
	Secret string
	Full   bool
}

// applicant returns a name in the form that this query may see: masked unless Full.
func (q DossierQuery) applicant(name string) string {
	if q.Full {
		return name
	}
	return clean.MaskName(name)
}

// Opened returns the state of proof and the private part for a dossier that a system
// returned to this query; the private part is nil when it stays closed. proved says
// that a proof, if one was given, was right; name is the applicant's name.
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
