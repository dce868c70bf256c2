package review

import (
	"context"
	"errors"
	"time"

	"motcua/client"
	"motcua/client/digest"
)

// Catalogue is what is asked of the catalogue on this machine; *store.Store is one.
type Catalogue interface {
	// Procedure is client.ErrNotFound for a code that it does not have.
	Procedure(ctx context.Context, code string) (client.Procedure, error)
	// Kept gives the details that were fetched before.
	Kept(ctx context.Context, code string) (a client.Answer[client.Procedure], fresh, ok bool)
	// Popular are the n procedures used most.
	Popular(n int) []client.Hit
	Len(ctx context.Context) int
}

// Remarks are what is no mistake in the files and still worth a word: codes that no
// catalogue has, days to come, sources that have changed, successors of procedures in force.
// gone tells which procedures are abolished; nil when nobody here knows.
func (b *Book) Remarks(ctx context.Context, kept Catalogue, gone func(code string) bool, now time.Time) []Problem {
	var list []Problem
	for _, e := range b.Entries() {
		warn := func(kind Kind, value string) {
			list = append(list, Problem{File: e.File, Line: e.Line, Kind: kind, Value: value, Warn: true})
		}
		for _, code := range []string{e.Code, e.Successor} {
			if _, err := kept.Procedure(ctx, code); code != "" && errors.Is(err, client.ErrNotFound) {
				warn(Unknown, code)
			}
		}
		if e.Review.Date.After(now) {
			warn(Future, e.Review.Date.Format(time.DateOnly))
		}
		d, _, ok := kept.Kept(ctx, e.Code)
		if ok = ok && d.Value.Code == e.Code; ok && e.Source != "" && Fingerprint(d.Value) != e.Source {
			warn(Changed, e.Code)
		}
		if e.Successor != "" && gone != nil && !gone(e.Code) && !(ok && d.Value.Abolished) {
			warn(InForce, e.Code)
		}
	}
	return list
}

// Page is one page that somebody should go through.
type Page struct {
	Code     string
	Name     string // "" when it is not known
	Weight   int64  // how often it is used a year, 0 when unknown
	Mark     *Mark  // nil: nobody marked it
	Reviewed bool
	Doubts   *Doubts // how sure the reading is; nil where its details are not kept here
}

// Queue are the marked pages in their order, then at most so many pages that nobody
// has reviewed, those used most first. shipped knows the procedures of the binary.
func Queue(ctx context.Context, b *Book, marks []Mark, kept Catalogue, shipped func(code string) (client.Hit, bool), most int) []Page {
	var list []Page
	seen := map[string]bool{}
	for _, m := range marks {
		hit, ok := shipped(m.Code)
		if !ok {
			hit = client.Hit{}
			if one, err := kept.Procedure(ctx, m.Code); err == nil {
				hit.Name = one.Name
			}
		}
		p := pageOf(ctx, m.Code, hit, b, kept)
		p.Mark = &m
		list, seen[m.Code] = append(list, p), true
	}
	for _, hit := range kept.Popular(kept.Len(ctx)) {
		if most == 0 {
			break
		}
		if seen[hit.Code] || b.Has(hit.Code) {
			continue
		}
		list, most = append(list, pageOf(ctx, hit.Code, hit, b, kept)), most-1
	}
	return list
}

func pageOf(ctx context.Context, code string, hit client.Hit, b *Book, kept Catalogue) Page {
	p := Page{Code: code, Name: hit.Name, Weight: hit.Weight, Reviewed: b.Has(code)}
	if d, _, ok := kept.Kept(ctx, code); ok {
		n := DoubtsOf(digest.Of(d.Value))
		p.Doubts = &n
	}
	return p
}
