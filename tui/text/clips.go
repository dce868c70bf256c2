package text

import (
	"fmt"
	"strings"
	"sync"
)

// Clip is a sentence that never changes, which somebody may record.
type Clip struct {
	Key  string // the file's name without its end: "home-more"
	Text string
}

// clips are the sentences that never change: those of reading aloud, the beginnings
// of sentences that name the focus or a key, the two questions, the buttons, what
// went wrong, what is said of many dossiers. A key is the name of files on installed kiosks, so it stays whatever a
// field here is called.
var clips = []struct {
	key string
	of  func(*Texts) string
}{
	{"title", func(t *Texts) string { return t.Spoken.Title }},
	{"question", func(t *Texts) string { return t.Spoken.Question }},
	{"yes", func(t *Texts) string { return t.Spoken.Yes }},
	{"no", func(t *Texts) string { return t.Spoken.No }},
	{"off", func(t *Texts) string { return t.Spoken.Off }},
	{"louder", func(t *Texts) string { return t.Spoken.Louder }},
	{"quieter", func(t *Texts) string { return t.Spoken.Quieter }},
	{"explain", func(t *Texts) string { return t.Spoken.Explain }},
	{"explain-none", func(t *Texts) string { return t.Spoken.ExplainNone }},
	{"on-headphones", func(t *Texts) string { return t.Spoken.OnHeadphones }},
	{"on-loudspeaker", func(t *Texts) string { return t.Spoken.OnLoudspeaker }},
	{"silent", func(t *Texts) string { return t.Spoken.Silent }},
	{"keys", func(t *Texts) string { return t.Spoken.Keys }},
	{"home", func(t *Texts) string { return t.Spoken.Home }},
	{"home-more", func(t *Texts) string { return t.Spoken.HomeMore }},
	{"ask", func(t *Texts) string { return t.Spoken.Ask }},
	{"field-empty", func(t *Texts) string { return t.Spoken.FieldEmpty }},
	{"erased-hidden", func(t *Texts) string { return t.Spoken.ErasedHidden }},
	{"wrong-hidden", func(t *Texts) string { return t.Spoken.WrongHidden }},
	{"dossier-hidden", func(t *Texts) string { return t.Spoken.DossierHidden }},
	{"dossier-never", func(t *Texts) string { return t.Spoken.DossierNever }},
	{"proof-hidden", func(t *Texts) string { return t.Spoken.ProofHidden }},
	{"field-here", func(t *Texts) string { return t.Spoken.FieldHere }},
	{"key-hidden", func(t *Texts) string { return t.Spoken.KeyHidden }},
	{"steps", func(t *Texts) string { return t.Spoken.Steps }},
	{"search", func(t *Texts) string { return t.Spoken.Search }},
	{"slow", func(t *Texts) string { return t.Spoken.Slow }},
	{"link", func(t *Texts) string { return t.Spoken.Link }},
	{"escape", func(t *Texts) string { return t.Spoken.Escape }},
	{"focus", func(t *Texts) string { return t.Spoken.FocusOn() }},
	{"press-1", pressing("1")},
	{"press-2", pressing("2")},
	{"press-3", pressing("3")},
	{"press-4", pressing("4")},
	{"press-5", pressing("5")},
	{"press-6", pressing("6")},
	{"press-enter", pressing("Enter")},
	{"press-esc", pressing("Esc")},
	{"press-f1", pressing("F1")},
	{"press-f2", pressing("F2")},
	{"press-f10", pressing("F10")},
	{"ask-dossier", func(t *Texts) string { return t.Screen.AskDossier }},
	{"ask-procedure", func(t *Texts) string { return t.Screen.AskProcedure }},
	{"scan", func(t *Texts) string { return t.Lobby.Scan }},
	{"code-ready", func(t *Texts) string { return t.Screen.CodeReady }},
	{"proof-label", func(t *Texts) string { return t.Screen.ProofLabel }},
	{"proof-help", func(t *Texts) string { return t.Screen.ProofHelp }},
	{"finish", func(t *Texts) string { return t.Lobby.Finish }},
	{"back", func(t *Texts) string { return t.Lobby.Back }},
	{"help", func(t *Texts) string { return t.Lobby.Help }},
	{"size", func(t *Texts) string { return t.Lobby.Size }},
	{"colours", func(t *Texts) string { return t.Lobby.Colours }},
	{"aloud", func(t *Texts) string { return t.Lobby.Aloud }},
	{"state", func(t *Texts) string { return t.Lobby.State }},
	{"error-dossier-not-found", func(t *Texts) string { return t.Errors.DossierNotFound }},
	{"error-proof-not-found", func(t *Texts) string { return t.Errors.ProofNotFound }},
	{"error-retry-now", func(t *Texts) string { return t.Errors.RetryNow }},
	{"error-still-procedures", func(t *Texts) string { return t.Errors.StillProcedures }},
	{"error-still-dossiers", func(t *Texts) string { return t.Errors.StillDossiers }},
	{"error-cancelled", func(t *Texts) string { return t.Errors.Cancelled }},
	{"error-offline", func(t *Texts) string { return t.Errors.Offline }},
	{"error-limited-over", func(t *Texts) string { return t.Errors.LimitedOver }},
	{"error-limited-public", func(t *Texts) string { return t.Errors.LimitedPublic }},
	{"error-code-unreadable", func(t *Texts) string { return t.Errors.CodeUnreadable }},
	{"error-code-empty", func(t *Texts) string { return t.Errors.CodeEmpty }},
	{"error-code-no-agency", func(t *Texts) string { return t.Errors.CodeNoAgency }},
	{"error-code-no-date", func(t *Texts) string { return t.Errors.CodeNoDate }},
	{"error-code-no-serial", func(t *Texts) string { return t.Errors.CodeNoSerial }},
	{"error-code-open-key", func(t *Texts) string { return t.Errors.CodeOpenKey }},
	{"error-code-bad-letter-none", func(t *Texts) string { return t.Errors.CodeBadLetterNone }},
	{"error-code-ambiguous", func(t *Texts) string { return t.Errors.CodeAmbiguous }},
	{"error-code-insurance-key", func(t *Texts) string { return t.Errors.CodeInsuranceKey }},
	// What is said of a dossier, by the keys of a view.Sentence.
	{"dossier-nothing-yet", func(t *Texts) string { return t.Dossier.NothingYet }},
	{"dossier-registered-date", func(t *Texts) string { return t.Dossier.RegisteredDate }},
	{"dossier-late-nothing", func(t *Texts) string { return t.Dossier.LateNothing }},
	{"dossier-no-date", func(t *Texts) string { return t.Dossier.AcceptedNoDate }},
	{"dossier-again", func(t *Texts) string { return t.Dossier.Again }},
	{"dossier-supply-clock", func(t *Texts) string { return t.Dossier.SupplyClock }},
	{"dossier-pay-then", func(t *Texts) string { return t.Dossier.PayThen }},
	{"dossier-closed", func(t *Texts) string { return t.Dossier.Closed }},
	{"dossier-day-off", func(t *Texts) string { return t.Dossier.DayOff }},
	{"dossier-due-today", func(t *Texts) string { return t.Dossier.DueToday }},
	{"dossier-on-time-open", func(t *Texts) string { return t.Dossier.OnTimeOpen }},
	{"dossier-on-time-done", func(t *Texts) string { return t.Dossier.OnTimeDone }},
	{"dossier-late-hours", func(t *Texts) string { return t.Dossier.LateHours }},
	{"dossier-late-done-hours", func(t *Texts) string { return t.Dossier.LateDoneHours }},
	{"dossier-paused", func(t *Texts) string { return t.Dossier.Paused }},
	{"dossier-paused-for-good", func(t *Texts) string { return t.Dossier.PausedForGood }},
	{"dossier-registered", func(t *Texts) string { return t.Dossier.States[1].Sentence }},
	{"dossier-accepted", func(t *Texts) string { return t.Dossier.States[2].Sentence }},
	{"dossier-withdrawn", func(t *Texts) string { return t.Dossier.States[7].Sentence }},
	{"dossier-state-supplement", func(t *Texts) string { return t.Dossier.States[5].Heading }},
	{"dossier-state-payment", func(t *Texts) string { return t.Dossier.States[6].Heading }},
	{"dossier-state-withdrawn", func(t *Texts) string { return t.Dossier.States[7].Heading }},
	{"dossier-state-finished", func(t *Texts) string { return t.Dossier.States[9].Heading }},
	{"dossier-state-returned", func(t *Texts) string { return t.Dossier.States[10].Heading }},
}

func pressing(label string) func(*Texts) string {
	return func(t *Texts) string { return t.Spoken.Pressing(label) }
}

// FocusOn is the beginning of a sentence that names what the focus is on.
func (s *Spoken) FocusOn() string { return strings.TrimSpace(fmt.Sprintf(s.Focus, "")) }

// Pressing is the beginning of a sentence that tells what a key does: "Phím 1:".
func (s *Spoken) Pressing(label string) string {
	if name, ok := s.KeyNames[label]; ok {
		label = name
	}
	return strings.TrimSpace(fmt.Sprintf(s.Press, label, ""))
}

// Clips lists the sentences that somebody may record. No two have the same key, and
// no two the same words.
func (t *Texts) Clips() []Clip {
	out := make([]Clip, len(clips))
	for i, c := range clips {
		out[i] = Clip{c.key, c.of(t)}
	}
	return out
}

// HasClip tells whether the sentence with that key is one that somebody may record.
func HasClip(key string) bool {
	for _, c := range clips {
		if c.key == key {
			return true
		}
	}
	return false
}

// ClipKey names the clip of words that never change, as they stand in these texts;
// "" for others.
func (t *Texts) ClipKey(words string) string { return clipKeys()[t.Lang][words] }

var clipKeys = sync.OnceValue(func() map[Lang]map[string]string {
	out := map[Lang]map[string]string{}
	for _, t := range []*Texts{&vietnamese, &english} {
		out[t.Lang] = map[string]string{}
		for _, c := range t.Clips() {
			out[t.Lang][c.Text] = c.Key
		}
	}
	return out
})
