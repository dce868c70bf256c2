package contract

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/facts"
	"motcua/client/sandbox/dossiers"
	"motcua/client/timely"
	"motcua/client/workday"
)

// shapes checks that with any JSON value in any field a look-up ends in the dossier that
// was asked for, in "not found" or in "unavailable". It must reveal nothing personal,
// show no date that the original answer lacks, and return only clean strings. Where tests
// should be brief four values are tried in each field: the race detector, which makes
// reading ten times slower, learns nothing from the rest.
func (b Backend) shapes(t *testing.T) {
	stand := newStand(t, b, tuesday)
	src := b.Open(t, stand.url, "")
	// A source may test how the portal treats proofs before it trusts a first one.
	if _, err := src.Dossier(t.Context(), query(t, dueTomorrow, b.best(sampleOf(t, dueTomorrow)))); err != nil {
		t.Fatal(err)
	}
	stand.taken()
	for i, code := range few(dueTomorrow, "H55.17.05-261120-0010", "H55.17.05-261117-0015") {
		shapes := shapes
		if i > 0 || clienttest.Brief() {
			shapes = shapes[:4] // all shapes only where this code has fields that no earlier one had
		}
		u := b.untouched(t, stand, src, sampleOf(t, code))
		for i, body := range u.answers {
			v, ok := parse(body)
			if !ok {
				t.Fatalf("answer %d is no JSON", i)
			}
			for _, at := range places(v) {
				for _, shape := range shapes {
					stand.change(func(v any) any { return put(v, at, shape) })
					u.check(t, src, at.String()+" is of another shape", b.least(u.sample))
				}
				stand.change(func(v any) any { return put(v, at, missing{}) })
				u.check(t, src, at.String()+" is missing", b.best(u.sample))
			}
		}
		stand.change(widen)
		u.unchanged(t, src, b.best(u.sample))
		// Nonsense instead of a body.
		for _, body := range []any{nil, 5, "x", []any{}, map[string]any{}, []any{1, nil, "x"}} {
			stand.change(func(any) any { return body })
			if _, err := src.Dossier(t.Context(), query(t, code, b.least(u.sample))); !errors.Is(err, client.ErrNotFound) && !errors.Is(err, client.ErrUnavailable) {
				t.Errorf("%s, body %v: %v", code, body, err)
			}
		}
	}
}

// ownStates checks that a state which is none of the ten is told to the operator's metric,
// whichever fields of the answer it comes from: one, or two where one makes up for the
// other.
func (b Backend) ownStates(t *testing.T) {
	stand := newStand(t, b, tuesday)
	told := 0
	src := b.With(t, stand.url, "", func(client.SourceName, string) { told++ })
	u := b.untouched(t, stand, src, sampleOf(t, dueTomorrow))
	unknown := 0
	look := func(state any, fields ...place) {
		stand.change(func(v any) any {
			for _, at := range fields {
				v = put(v, at, state)
			}
			return v
		})
		before := told
		d, err := src.Dossier(t.Context(), query(t, u.sample.Code, b.least(u.sample)))
		if err != nil || d.Status.Known() {
			return
		}
		unknown++
		if told == before {
			t.Errorf("%v in %s is no state, and nobody is told", state, fields)
		}
	}
	for _, body := range u.answers {
		v, _ := parse(body)
		for _, at := range places(v) {
			look("không rõ", at)
			look(987654, at)
		}
	}
	for _, body := range u.answers {
		v, _ := parse(body)
		for i, at := range places(v) {
			for j := 0; j < i && unknown == 0; j++ {
				look("không rõ", places(v)[j], at)
			}
		}
	}
	if unknown == 0 {
		t.Error("no fields of the answer are its state")
	}
}

// untouched is what a back end reads from a sample's unchanged answers.
type untouched struct {
	sample  dossiers.Sample
	dossier client.Dossier
	answers [][]byte
	secrets []string
	dates   []time.Time
}

func (b Backend) untouched(t *testing.T, stand *stand, src client.DossierSource, s dossiers.Sample) untouched {
	t.Helper()
	stand.change(nil)
	stand.taken()
	d, err := src.Dossier(t.Context(), query(t, s.Code, b.best(s)))
	if err != nil {
		t.Fatal(err)
	}
	u := untouched{sample: s, dossier: d, answers: stand.taken()}
	u.secrets, u.dates = personal(u.answers), b.datesIn(t, stand, s.Code, u.answers)
	return u
}

func (u untouched) check(t *testing.T, src client.DossierSource, what, proof string) {
	t.Helper()
	d, err := src.Dossier(t.Context(), query(t, u.sample.Code, proof))
	if err != nil {
		if !errors.Is(err, client.ErrNotFound) && !errors.Is(err, client.ErrUnavailable) {
			t.Errorf("%s %s: %v", u.sample.Code, what, err)
		}
		return
	}
	if d.Code != u.dossier.Code || (d.Private != nil) != (proof != "") {
		t.Errorf("%s %s: %+v", u.sample.Code, what, d)
	}
	AllClean(t, d)
	said := saidBy(d)
	for _, secret := range u.secrets {
		if strings.Contains(said, secret) {
			t.Errorf("%s %s tells %q", u.sample.Code, what, secret)
		}
	}
	for _, at := range datesOf(d) {
		if !slices.ContainsFunc(u.dates, at.Equal) {
			t.Errorf("%s %s shows a date of its own: %s", u.sample.Code, what, at)
		}
	}
}

// unchanged checks that unknown fields change nothing.
func (u untouched) unchanged(t *testing.T, src client.DossierSource, proof string) {
	t.Helper()
	d, err := src.Dossier(t.Context(), query(t, u.sample.Code, proof))
	if err != nil || !reflect.DeepEqual(d, u.dossier) {
		t.Errorf("%s with more fields: %+v, %v", u.sample.Code, d, err)
	}
}

// datesIn returns the dates in an answer, read by the same back end: each field is
// removed in turn, so that a date which another one hides appears too.
func (b Backend) datesIn(t *testing.T, stand *stand, code string, answers [][]byte) []time.Time {
	t.Helper()
	src := b.Open(t, stand.url, "")
	s := sampleOf(t, code)
	var dates []time.Time
	look := func() {
		if d, err := src.Dossier(t.Context(), query(t, code, b.least(s))); err == nil {
			dates = append(dates, datesOf(d)...)
		}
	}
	look()
	for _, body := range answers {
		v, _ := parse(body)
		for _, at := range places(v) {
			stand.change(func(v any) any { return put(v, at, missing{}) })
			look()
		}
	}
	stand.change(nil)
	slices.SortFunc(dates, time.Time.Compare)
	dates = slices.CompactFunc(dates, time.Time.Equal)
	stand.taken()
	return dates
}

// datesOf returns the dates that a dossier shows.
func datesOf(d client.Dossier) []time.Time {
	all := []time.Time{d.SubmittedAt, d.ReceivedAt, d.DueAt, d.FinishedAt, d.ReturnedAt}
	for _, s := range d.Steps {
		all = append(all, s.At)
	}
	return slices.DeleteFunc(all, time.Time.IsZero)
}

// midnight checks that a due date lasts until the end of its day in Vietnam, and that a
// date is the same moment whatever the time zone of the process.
func (b Backend) midnight(t *testing.T) {
	cal := facts.Calendar()
	day := func(d, hour, minute, second int) time.Time {
		return time.Date(2026, 11, d, hour, minute, second, 0, workday.Zone)
	}
	stand := newStand(t, b, tuesday)
	src := b.Open(t, stand.url, "")
	for _, tt := range []struct {
		code string
		due  time.Time
		at   map[time.Time]timely.Timeliness
	}{
		{dueTomorrow, day(25, 17, 0, 0), map[time.Time]timely.Timeliness{
			day(24, 0, 0, 0): timely.OnTime, day(24, 23, 59, 59): timely.OnTime, day(25, 0, 0, 0): timely.DueToday,
			day(25, 17, 0, 0): timely.DueToday, day(25, 17, 0, 1): timely.Late, day(26, 0, 0, 0): timely.Late,
		}},
		{dueToday, day(24, 0, 0, 0), map[time.Time]timely.Timeliness{
			day(23, 23, 59, 59): timely.OnTime, day(24, 0, 0, 0): timely.DueToday,
			day(24, 23, 59, 59): timely.DueToday, day(25, 0, 0, 0): timely.Late,
		}},
	} {
		d, err := src.Dossier(t.Context(), query(t, tt.code, b.least(sampleOf(t, tt.code))))
		if err != nil || !d.DueAt.Equal(tt.due) {
			t.Errorf("%s: due %s, want %s; %v", tt.code, d.DueAt, tt.due, err)
		}
		for now, want := range tt.at {
			if l := timely.Of(d, now, cal); l.Timeliness != want {
				t.Errorf("%s at %s: %+v, want %s", tt.code, now, l, want)
			}
		}
	}
	// The samples move with the day: seconds before and after midnight, over a
	// weekend, over Tết and over the end of a year, in any time zone.
	for _, now := range []time.Time{
		day(24, 23, 59, 30), day(25, 0, 0, 30), day(27, 23, 59, 59), day(29, 0, 0, 1),
		time.Date(2026, 2, 18, 0, 0, 10, 0, workday.Zone), time.Date(2026, 12, 31, 23, 59, 50, 0, workday.Zone), time.Date(2027, 1, 1, 0, 0, 10, 0, workday.Zone),
	} {
		now = now.Local()
		stand := newStand(t, b, now)
		src := b.Open(t, stand.url, "")
		for _, s := range dossiers.Samples() {
			d, err := src.Dossier(t.Context(), query(t, s.Code, b.least(s)))
			if l := timely.Of(d, now, cal); err != nil || l.Timeliness != s.Timeliness {
				t.Errorf("%s at %s: %+v, want %s; %v", s.Code, now, l, s.Timeliness, err)
			}
		}
	}
}
