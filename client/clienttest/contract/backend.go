package contract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/decode"
	"motcua/client/reason"
	"motcua/client/sandbox"
	"motcua/client/sandbox/dossiers"
)

// Backend is one kind of dossier system, for the scenarios.
type Backend struct {
	Name string // heading of its column in the table
	Kind string // its name in the table of kinds (client/system)
	// Options change the sample portal for it; Now is set by the scenarios.
	Options sandbox.Options
	// With returns a source that asks the sample portal at base for the dossiers of one
	// portal ("" for all), without pauses or retries, and reports states that are none of
	// the ten. It is closed when tb ends.
	With func(tb testing.TB, base, portal string, unknown decode.OnUnknown) client.DossierSource
	// Has lists the features of its API.
	Has []Feature
	// Instead maps states that its API cannot express to those that are shown.
	Instead map[client.Status]client.Status
	// Deaf means that the sample portal accepts any secret, as some installations do.
	Deaf bool
}

// Open returns a source that does not report unknown states.
func (b Backend) Open(tb testing.TB, base, portal string) client.DossierSource {
	tb.Helper()
	return b.With(tb, base, portal, nil)
}

func (b Backend) has(f Feature) bool { return slices.Contains(b.Has, f) }

func (b Backend) status(s client.Status) client.Status {
	if shown, ok := b.Instead[s]; ok {
		return shown
	}
	return s
}

// Proof says what a back end does with a proof.
type Proof string

// The three kinds.
const (
	// ProofNone means that the API takes no proof. Only the public part is shown; a typed
	// proof gives client.ErrUnjudged for every code and is not sent.
	ProofNone Proof = "none"
	// ProofNeeded means that nothing is shown without a proof, and that existing and
	// unknown dossiers look the same.
	ProofNeeded Proof = "needed"
	// ProofOpensMore means that the code alone opens the public part.
	ProofOpensMore Proof = "opens more"
)

func (b Backend) proof() Proof {
	switch {
	case !b.has(ByIdentity) && !b.has(ByPhone) && !b.has(BySecret):
		return ProofNone
	case b.has(ByCodeAlone):
		return ProofOpensMore
	default:
		return ProofNeeded
	}
}

// least returns the proof without which the API shows nothing, "" for most APIs.
func (b Backend) least(s dossiers.Sample) string {
	if b.proof() == ProofNeeded {
		return s.Proof
	}
	return ""
}

// best returns the proof that opens most, "" where there is none.
func (b Backend) best(s dossiers.Sample) string {
	if b.proof() == ProofNone {
		return ""
	}
	return s.Proof
}

// refusal is the error for a wrong proof.
func (b Backend) refusal() error {
	if b.proof() == ProofNone {
		return client.ErrUnjudged
	}
	return client.ErrNotFound
}

// Feature is something that an API can return or do, in the words of the table.
type Feature string

// The features, in the order of the table.
const (
	ByCodeAlone     Feature = "public part by the code alone"
	ByIdentity      Feature = "proof: last digits of the identity number"
	ByPhone         Feature = "proof: last digits of the telephone number"
	BySecret        Feature = "proof: the secret on the receipt"
	LogsIn          Feature = "log-in with an account of the operator"
	TellsProcedure  Feature = "code of the procedure"
	TellsSubmitted  Feature = "when it was sent"
	TellsReceived   Feature = "when it was accepted"
	TellsDue        Feature = "the appointment"
	TellsFinished   Feature = "when the work was done"
	TellsReturned   Feature = "when it was handed over"
	TellsSteps      Feature = "time line in the portal's words"
	TellsField      Feature = "field of the procedure"
	TellsDesk       Feature = "where the result is handed out"
	TellsReasonKind Feature = "why it was refused or stopped, as a kind"
	TellsReason     Feature = "with proof: why it was refused or stopped, in full"
	TellsApplicant  Feature = "with proof: masked name"
	TellsPapers     Feature = "with proof: papers handed in"
	TellsFees       Feature = "with proof: fees"
	TellsSupplement Feature = "with proof: what to add"
	TellsResults    Feature = "with proof: papers that come out"
	HandsOver       Feature = "captcha: the portal's own page by QR code"
)

var features = []Feature{
	ByCodeAlone, ByIdentity, ByPhone, BySecret, LogsIn, TellsProcedure, TellsSubmitted, TellsReceived, TellsDue, TellsFinished, TellsReturned,
	TellsSteps, TellsField, TellsDesk, TellsReasonKind, TellsReason, TellsApplicant, TellsPapers, TellsFees, TellsSupplement, TellsResults,
	HandsOver,
}

// Table returns what the back ends support, in Markdown.
func Table(backends []Backend) string {
	var b strings.Builder
	row := func(name string, cell func(Backend) string) {
		fmt.Fprintf(&b, "| %s |", name)
		for _, be := range backends {
			fmt.Fprintf(&b, " %s |", cell(be))
		}
		b.WriteByte('\n')
	}
	yes := func(v bool) string {
		if v {
			return "yes"
		}
		return "–"
	}
	row("what it can tell", func(be Backend) string { return be.Name })
	b.WriteString("|" + strings.Repeat("---|", len(backends)+1) + "\n")
	row("states of the ten", func(be Backend) string {
		if be.has(HandsOver) {
			return "–"
		}
		return fmt.Sprint(len(client.AllStatuses()) - len(be.Instead))
	})
	for _, f := range features {
		row(string(f), func(be Backend) string { return yes(be.has(f)) })
	}
	return b.String()
}

// observe returns the features that a dossier shows.
func observe(d client.Dossier) []Feature {
	var seen []Feature
	add := func(f Feature, shown bool) {
		if shown {
			seen = append(seen, f)
		}
	}
	add(TellsProcedure, d.ProcedureCode != "")
	add(TellsSubmitted, !d.SubmittedAt.IsZero())
	add(TellsReceived, !d.ReceivedAt.IsZero())
	add(TellsDue, !d.DueAt.IsZero())
	add(TellsFinished, !d.FinishedAt.IsZero())
	add(TellsReturned, !d.ReturnedAt.IsZero())
	add(TellsSteps, slices.ContainsFunc(d.Steps, func(s client.Step) bool { return s.Name != "" }))
	add(TellsField, d.Field != "")
	add(TellsDesk, d.Desk != "")
	add(TellsReasonKind, d.ReasonKind != reason.Unsaid)
	add(TellsReason, d.Reason != "" && d.Private != nil)
	if p := d.Private; p != nil {
		add(TellsApplicant, p.Applicant != "")
		add(TellsPapers, len(p.Supplied) > 0)
		add(TellsFees, len(p.Fees) > 0)
		add(TellsSupplement, len(p.Missing) > 0 || p.Note != "")
		add(TellsResults, len(p.Results) > 0)
	}
	return seen
}
