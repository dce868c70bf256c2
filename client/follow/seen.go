package follow

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"time"

	"motcua/client"
	"motcua/client/timely"
	"motcua/client/workday"
)

// hash replaces words and dates, which are not stored.
type hash [sha256.Size]byte

// seen is what is remembered of answers to tell whether the next one is news. The
// package's comment lists what counts.
type seen struct {
	public     hash
	timeliness timely.Timeliness
	// A proof opens what officials type, so that is compared among answers that are
	// open to the same extent; nil: there was none yet.
	shut, open *hash
}

// see extracts what counts from an answer that came at now, by the calendar of working days.
func see(d client.Dossier, cal *workday.Calendar, now time.Time) seen {
	s := seen{
		timeliness: timely.Of(d, now, cal).Timeliness,
		public: hashOf(
			d.Status, d.StatusName, d.Clock(), d.ReasonKind,
			d.DueAt.Unix(), d.FinishedAt.Unix(), d.ReturnedAt.Unix(),
			d.Agency.ID, d.Agency.Name, d.Desk,
			inAnyOrder(d.Steps, func(st client.Step) []any { return []any{st.At.Unix(), st.Unit, st.Status} }),
		),
	}
	names := inAnyOrder(d.Steps, func(st client.Step) []any { return []any{st.At.Unix(), st.Name} })
	if d.Private == nil {
		h := hashOf(names)
		s.shut = &h
		return s
	}
	h := hashOf(names, d.Reason, d.Private.Note,
		inAnyOrder(d.Private.Missing, func(paper string) []any { return []any{paper} }),
		inAnyOrder(d.Private.Fees, readFee),
	)
	s.open = &h
	return s
}

// readFee leaves out what the source does not say about a fee.
func readFee(f client.DossierFee) []any {
	if !f.Known {
		f.Amount = 0
	}
	if f.PaidUnsaid {
		f.Paid = false
	}
	return []any{f.Name, f.Known, f.Amount, f.PaidUnsaid, f.Paid}
}

// news reports whether next differs from s in what counts.
func (s seen) news(next seen) bool {
	return s.public != next.public || s.timeliness != next.timeliness || differ(s.shut, next.shut) || differ(s.open, next.open)
}

// then returns what is remembered after next: all of next, and where next does not open
// something, what was seen before.
func (s seen) then(next seen) seen {
	if next.shut == nil {
		next.shut = s.shut
	}
	if next.open == nil {
		next.open = s.open
	}
	return next
}

func differ(a, b *hash) bool { return a != nil && b != nil && *a != *b }

// hashOf hashes values so that adjacent values cannot run into each other.
func hashOf(values ...any) hash {
	var b []byte
	for _, v := range values {
		b = fmt.Appendf(b, "%q\n", fmt.Sprint(v))
	}
	return sha256.Sum256(b)
}

// inAnyOrder returns hashes of the items that are the same for any order of them.
func inAnyOrder[T any](items []T, read func(T) []any) []hash {
	var all []hash
	for _, item := range items {
		all = append(all, hashOf(read(item)...))
	}
	slices.SortFunc(all, func(a, b hash) int { return slices.Compare(a[:], b[:]) })
	return all
}
