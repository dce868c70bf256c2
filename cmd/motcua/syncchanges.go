package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"motcua/client/store"
	"motcua/tui"
	"motcua/tui/line"
)

// tellChanges lists what the syncs brought, the last one first; of those before it
// only such as brought something.
func (s *syncRun) tellChanges(ctx context.Context) error {
	history, err := s.store().History(ctx)
	var none *store.NoStoreError
	switch {
	case errors.As(err, &none):
		return s.broken(ctx, err)
	case err != nil:
		return err
	case len(history) == 0:
		s.tell(s.w.never)
		return &line.ExitError{Code: line.ExitNotFound}
	}
	for i, c := range history {
		if s.json {
			err = s.changesJSON(c)
		} else {
			err = s.changesPlain(c, i > 0)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *syncRun) changesJSON(c store.Changes) error {
	for _, ch := range c.List {
		if err := line.EncodeLine(s.out, changeObject{
			Kind: string(ch.Kind), Code: ch.Code, Name: ch.Name, Before: orNull(ch.Before),
			Parts: append([]string{}, ch.Parts...), At: stamp(ch.At),
		}); err != nil {
			return err
		}
	}
	return nil
}

func (s *syncRun) changesPlain(c store.Changes, apart bool) error {
	now := time.Now()
	var lines []string
	if apart {
		lines = append(lines, "")
	}
	if c.First {
		lines = append(lines, fmt.Sprintf(s.w.firstSync, s.t.At(c.AsOf, now)))
	} else {
		lines = append(lines, fmt.Sprintf(s.w.since, s.t.At(c.AsOf, now), s.t.At(c.Since, now)))
		if len(c.List) == 0 {
			lines = append(lines, s.w.nothingNew)
		} else {
			n, amended, gone := c.Counts()
			lines = append(lines, fmt.Sprintf(s.w.changed, s.number(n), s.number(amended), s.number(gone)), "")
		}
	}
	for _, ch := range c.List {
		lines = append(lines, s.change(ch))
	}
	return s.write(lines)
}

// change is one line: a sign, what happened, the procedure. The word says it
// without the sign, and the sign without colour.
func (s *syncRun) change(ch store.Change) string {
	sign, word := "+", s.w.newWord
	switch ch.Kind {
	case store.ChangeGone:
		sign, word = "-", s.w.goneWord
	case store.ChangeAmended:
		sign, word = "~", s.w.amendedWord
	}
	var parts []string
	for _, p := range ch.Parts {
		parts = append(parts, cmp.Or(s.w.parts[p], p))
	}
	if ch.Before != "" {
		parts = append(parts, fmt.Sprintf(s.w.before, ch.Before))
	}
	l := fmt.Sprintf("%s %s  %s  %s", sign, ch.Code, word, ch.Name)
	if len(parts) > 0 {
		l += " (" + strings.Join(parts, ", ") + ")"
	}
	return l
}

// changes are what the syncs brought, for the interface's page of states.
func (a *app) changes(ctx context.Context) []tui.Changed {
	history, err := a.store().History(ctx)
	if err != nil {
		return nil // the doctor says why
	}
	signs := map[store.ChangeKind]rune{store.ChangeNew: '+', store.ChangeAmended: '~', store.ChangeGone: '-'}
	var all []tui.Changed
	for _, c := range history {
		v := tui.Changed{At: c.AsOf, First: c.First}
		v.New, v.Amended, v.Gone = c.Counts()
		for _, ch := range c.List {
			v.List = append(v.List, tui.ChangedProcedure{Sign: signs[ch.Kind], Code: ch.Code, Name: ch.Name})
		}
		all = append(all, v)
	}
	return all
}
