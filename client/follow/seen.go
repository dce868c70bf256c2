package follow

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"time"

	"motcua/client"
	"motcua/client/workday"
)

// hash stands for words and dates that are not kept.
type hash [sha256.Size]byte

// seen is what is remembered of answers, to tell whether the next one is news. The
// package's comment says what counts.
type seen struct {
	public     hash
	timeliness client.Timeliness
	// What officials type is opened by a proof, so it is compared among answers
	// that are open to the same extent; nil: there was none yet.
	shut, open *hash
}

// see is what an answer that came at now says, by the calendar of working days.
func see(d client.Dossier, cal *workday.Calendar, now time.Time) seen {
	s := seen{
		timeliness: d.Lateness(now, cal).Timeliness,
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

// readFee leaves out what the source does not say of a fee.
func readFee(f client.DossierFee) []any {
	if !f.Known {
		f.Amount = 0
	}
	if f.PaidUnsaid {
		f.Paid = false
	}
	return []any{f.Name, f.Known, f.Amount, f.PaidUnsaid, f.Paid}
}

// news tells whether next says what s did not.
func (s seen) news(next seen) bool {
	return s.public != next.public || s.timeliness != next.timeliness || differ(s.shut, next.shut) || differ(s.open, next.open)
}

// then is what is remembered once next was seen: all of it, and of what it does not
// open what was seen before.
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

// hashOf is a hash of values, each kept apart from its neighbours.
func hashOf(values ...any) hash {
	var b []byte
	for _, v := range values {
		b = fmt.Appendf(b, "%q\n", fmt.Sprint(v))
	}
	return sha256.Sum256(b)
}

// inAnyOrder is a list of hashes that is the same in whatever order the items come.
func inAnyOrder[T any](items []T, read func(T) []any) []hash {
	var all []hash
	for _, item := range items {
		all = append(all, hashOf(read(item)...))
	}
	slices.SortFunc(all, func(a, b hash) int { return slices.Compare(a[:], b[:]) })
	return all
}
