package tui_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"motcua/client"
	"motcua/tui/text"
)

// What is said of a dossier in each of the ten national states, late and in time, through
// headphones: a person hears all that the page shows, and nothing that only the eye can read.
func TestSpokenStates(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		t.Run(string(l), func(t *testing.T) {
			var out strings.Builder
			for status := client.StatusRegistered; status <= client.StatusReturned; status++ {
				fmt.Fprintf(&out, "%d\n%s\n\n", status, saidOf(t, l, status, day(27, 17, 0)))
			}
			fmt.Fprintf(&out, "late\n%s\n", saidOf(t, l, client.StatusProcessing, day(16, 17, 0)))
			golden.RequireEqual(t, out.String())
		})
	}
}

// saidOf returns what is said of the sample dossier in a state.
func saidOf(t *testing.T, l text.Lang, status client.Status, due time.Time) string {
	t.Helper()
	o, svc, e := spokenOptions(t, l)
	d := sampleDossier(t)
	d.Status, d.DueAt = status, due
	svc.dossiers[sampleCode] = d
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("f7", "1", "1")
		c.typeText(sampleCode)
		c.press("enter")
		c.wait(time.Second)
	})
	said := e.last().Text
	if found := rawSigns.FindString(said); found != "" {
		t.Errorf("%s, %s: %q in %q", l, status, found, said)
	}
	if strings.Contains(said, "quá ngày hẹn, chưa tới") || strings.Contains(said, "promised date, not yet") {
		t.Errorf("%s, %s: a step whose day has passed is still to come: %q", l, status, said)
	}
	return said
}
