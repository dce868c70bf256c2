package contract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/sandbox"
)

// Backend is one way to read dossiers.
type Backend struct {
	Name string // heading of its column
	Kind string // of the table of kinds
	// Options change the sample portal for it; Now is set by the scenarios.
	Options sandbox.Options
	// Open makes a source that asks the sample portal at base for the dossiers
	// of one portal ("" for all), at once and without trying again. It closes
	// itself with tb.
	Open func(tb testing.TB, base, portal string) client.DossierSource
	// Has are the features that its API has.
	Has []Feature
	// Instead names what is shown in place of states that its API cannot say.
	Instead map[client.Status]client.Status
	// Deaf: the sample portal takes any secret, as some installations do.
	Deaf bool
}

func (b Backend) has(f Feature) bool { return slices.Contains(b.Has, f) }

func (b Backend) status(s client.Status) client.Status {
	if shown, ok := b.Instead[s]; ok {
		return shown
	}
	return s
}

// Proof is what a back end makes of a proof.
type Proof string

// The three ways.
const (
	// ProofNone: there is none to give. The public part is all; what was typed is
	// client.ErrUnjudged whatever the code, and stays on this machine.
	ProofNone Proof = "none"
	// ProofNeeded: nothing is shown without it, and a dossier that exists is not told
	// from one that does not.
	ProofNeeded Proof = "needed"
	// ProofOpensMore: the public part is shown by the code alone.
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

// least is the proof without which the API shows nothing, "" for most.
func (b Backend) least(s sandbox.Sample) string {
	if b.proof() == ProofNeeded {
		return s.Proof
	}
	return ""
}

// best is the proof that opens most, "" where there is none.
func (b Backend) best(s sandbox.Sample) string {
	if b.proof() == ProofNone {
		return ""
	}
	return s.Proof
}

// refusal is what a wrong proof gets.
func (b Backend) refusal() error {
	if b.proof() == ProofNone {
		return client.ErrUnjudged
	}
	return client.ErrNotFound
}

// Feature is something that an API can tell or do, in the words of the table.
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

// Table is what the back ends support, in Markdown.
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

// observe gives the features that a dossier shows.
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
	add(TellsReasonKind, d.ReasonKind != client.ReasonUnsaid)
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
