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
	// HandsOver: nothing is answered but the portal's own page.
	HandsOver bool
}

func (b Backend) has(f Feature) bool { return slices.Contains(b.Has, f) }

func (b Backend) status(s client.Status) client.Status {
	if shown, ok := b.Instead[s]; ok {
		return shown
	}
	return s
}

// Feature is something that an API can tell or do, in the words of the table.
type Feature string

// The features, in the order of the table.
const (
	ByCodeAlone     Feature = "public part by the code alone"
	ByIdentity      Feature = "proof: last digits of the identity number"
	ByPhone         Feature = "proof: last digits of the telephone number"
	BySecret        Feature = "proof: the secret on the receipt"
	TellsSubmitted  Feature = "when it was sent"
	TellsReceived   Feature = "when it was accepted"
	TellsDue        Feature = "the appointment"
	TellsFinished   Feature = "when the work was done"
	TellsReturned   Feature = "when it was handed over"
	TellsSteps      Feature = "time line in the portal's words"
	TellsField      Feature = "field of the procedure"
	TellsDesk       Feature = "where the result is handed out"
	TellsReason     Feature = "with proof: why it was refused or stopped, in full"
	TellsApplicant  Feature = "with proof: masked name"
	TellsPapers     Feature = "with proof: papers handed in"
	TellsFees       Feature = "with proof: fees"
	TellsSupplement Feature = "with proof: what to add"
	TellsResults    Feature = "with proof: papers that come out"
)

var features = []Feature{
	ByCodeAlone, ByIdentity, ByPhone, BySecret, TellsSubmitted, TellsReceived, TellsDue, TellsFinished, TellsReturned,
	TellsSteps, TellsField, TellsDesk, TellsReason, TellsApplicant, TellsPapers, TellsFees, TellsSupplement, TellsResults,
}

const handsOver = "captcha: the portal's own page by QR code"

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
		if be.HandsOver {
			return "–"
		}
		return fmt.Sprint(len(client.AllStatuses()) - len(be.Instead))
	})
	for _, f := range features {
		row(string(f), func(be Backend) string { return yes(be.has(f)) })
	}
	row(handsOver, func(be Backend) string { return yes(be.HandsOver) })
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
	add(TellsSubmitted, !d.SubmittedAt.IsZero())
	add(TellsReceived, !d.ReceivedAt.IsZero())
	add(TellsDue, !d.DueAt.IsZero())
	add(TellsFinished, !d.FinishedAt.IsZero())
	add(TellsReturned, !d.ReturnedAt.IsZero())
	add(TellsSteps, slices.ContainsFunc(d.Steps, func(s client.Step) bool { return s.Name != "" }))
	add(TellsField, d.Field != "")
	add(TellsDesk, d.Desk != "")
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
