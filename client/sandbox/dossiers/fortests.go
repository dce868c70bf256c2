package dossiers

import (
	"slices"
	"time"

	"motcua/client/workday"
)

// Functions that only tests of other packages call.

// SamplesAt returns the same dossiers under codes with the day on which they were handed
// in, as of now. The sample portal knows both codes.
func SamplesAt(now time.Time, cal *workday.Calendar) ([]Sample, error) {
	days := newDays(now, cal)
	out := make([]Sample, len(samples))
	for i, d := range samples {
		code, err := d.codeAt(days)
		if err != nil {
			return nil, err
		}
		out[i] = d.sample(code)
	}
	return out, nil
}

// Personal returns all that the samples hold of their applicants and of officials: whatever
// an API calls the field, clients must not show it.
func Personal() []string {
	all := []string{Address}
	for _, d := range samples {
		all = append(all, d.Applicant.Name, d.Applicant.Identity, d.Applicant.Phone, d.Email())
		for _, w := range d.Steps {
			if w.Who != "" && !slices.Contains(all, w.Who) {
				all = append(all, w.Who)
			}
		}
	}
	return all
}
