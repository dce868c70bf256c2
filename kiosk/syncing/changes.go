package syncing

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"motcua/client/store"
	"motcua/tui/line/record"
	"motcua/tui/text/operator"
)

func (r *Run) changesJSON(c store.Changes) error {
	for _, ch := range c.List {
		if err := record.EncodeLine(r.Out, changeObject{
			Kind: string(ch.Kind), Code: ch.Code, Name: ch.Name, Before: record.OrNull(ch.Before),
			Parts: append([]string{}, ch.Parts...), At: stamp(ch.At),
		}); err != nil {
			return err
		}
	}
	return nil
}

// changesPlain writes what one sync changed; apart puts an empty line before it.
func (r *Run) changesPlain(c store.Changes, now time.Time, apart bool) error {
	t := r.texts()
	var lines []string
	if apart {
		lines = append(lines, "")
	}
	if c.First {
		lines = append(lines, fmt.Sprintf(operator.SyncFirstSync.In(r.Lang), t.At(c.AsOf, now)))
	} else {
		lines = append(lines, fmt.Sprintf(operator.SyncSince.In(r.Lang), t.At(c.AsOf, now), t.At(c.Since, now)))
		if len(c.List) == 0 {
			lines = append(lines, operator.SyncNothingNew.In(r.Lang))
		} else {
			n, amended, gone := c.Counts()
			lines = append(lines, fmt.Sprintf(operator.SyncChanged.In(r.Lang), r.number(n), r.number(amended), r.number(gone)), "")
		}
	}
	for _, ch := range c.List {
		lines = append(lines, r.change(ch))
	}
	return r.write(lines)
}

// change formats one change: a sign, what happened, the procedure. The word means the same
// without the sign, and the sign without its colour.
func (r *Run) change(ch store.Change) string {
	var sign, word string
	switch ch.Kind {
	case store.ChangeNew:
		sign, word = "+", operator.SyncNewWord.In(r.Lang)
	case store.ChangeGone:
		sign, word = "-", operator.SyncGoneWord.In(r.Lang)
	case store.ChangeAmended:
		sign, word = "~", operator.SyncAmendedWord.In(r.Lang)
	}
	var parts []string
	for _, p := range ch.Parts {
		parts = append(parts, cmp.Or(operator.SyncParts[p].In(r.Lang), p))
	}
	if ch.Before != "" {
		parts = append(parts, fmt.Sprintf(operator.SyncBefore.In(r.Lang), ch.Before))
	}
	l := fmt.Sprintf("%s %s  %s  %s", sign, ch.Code, word, ch.Name)
	if len(parts) > 0 {
		l += " (" + strings.Join(parts, ", ") + ")"
	}
	return l
}
