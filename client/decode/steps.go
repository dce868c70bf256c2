package decode

import (
	"slices"
	"time"

	"motcua/client"
)

// StepsFromDates builds a time line from a dossier's own dates, oldest first, for
// systems that send no steps.
func StepsFromDates(d client.Dossier) []client.Step {
	var steps []client.Step
	for _, s := range []struct {
		at     time.Time
		status client.Status
	}{
		{d.SubmittedAt, client.StatusRegistered},
		{d.ReceivedAt, client.StatusAccepted},
		{d.FinishedAt, client.StatusFinished},
		{d.ReturnedAt, client.StatusReturned},
	} {
		if !s.at.IsZero() {
			steps = append(steps, client.Step{At: s.at, Status: s.status, Unit: d.Agency.Name})
		}
	}
	slices.SortStableFunc(steps, func(a, b client.Step) int { return a.At.Compare(b.At) })
	return steps
}
