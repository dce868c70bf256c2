package opencps

import (
	"slices"
	"strings"
	"unicode"

	"motcua/client"
	"motcua/client/rest"
)

// stateMeaning maps a state of OpenCPS to one of the ten national ones.
type stateMeaning struct {
	state  string // dossierStatus
	status client.Status
	why    string
}

// states are the known states of OpenCPS (portal body), with the reason for each. A
// state that is not listed is StatusUnknown and shown in the portal's words
// (dossierStatusText), because a wrong guess would tell people to do the wrong thing.
var states = []stateMeaning{
	{"new", client.StatusRegistered, "sent, nobody has looked at it"},
	{"receiving", client.StatusRegistered, "waits to be checked; not accepted yet"},
	{"processing", client.StatusProcessing, "the portal's own label"},
	{"interoperating", client.StatusProcessing, "another agency does its part; the limit runs on"},
	{"handover", client.StatusProcessing, "passes from one office to the next; the limit runs on"},
	{"waiting", client.StatusSupplement, "labelled as waiting for papers from the applicant"},
	{"paying", client.StatusPayment, "waits for the applicant's money"},
	{"cancelling", client.StatusWithdrawn, "a withdrawal that was asked for is under way"},
	{"denied", client.StatusRefused, "the portal's own label"},
	{"unresolved", client.StatusStopped, "ended without a decision"},
	{"cancelled", client.StatusStopped, "ended; who wanted it is not said, so the applicant is not named"},
	{"releasing", client.StatusFinished, "labelled as result ready"},
	{"done", client.StatusReturned, "labelled as returned"},
	// No national state means these; the portal's words say them.
	{"pausing", client.StatusUnknown, "stands still for a reason that is not said, and goes on later: not stopped"},
	{"posting", client.StatusUnknown, "by post to whom, or published where, is not said"},
	{"correcting", client.StatusUnknown, "who corrects, office or applicant, is not said"},
	{"collecting", client.StatusUnknown, "papers, money or the result: what is collected is not said"},
}

// pausing is the one state without a national equivalent in which the clock is stopped.
// lockPause is the value of lockState that stops it in every state.
const (
	pausing   = "pausing"
	lockPause = "pause"
)

// isState reports whether a state has one of these names, ignoring case and surrounding
// punctuation.
func isState(s rest.Raw, names ...string) bool {
	return slices.Contains(names, bareState(string(s)))
}

func bareState(s string) string {
	return strings.ToLower(strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }))
}

// readState returns the national state for a name.
func readState(s string) client.Status {
	s = bareState(s)
	for _, m := range states {
		if m.state == s {
			return m.status
		}
	}
	return client.StatusUnknown
}
