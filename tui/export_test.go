package tui

import "motcua/tui/parts"

// What tests look at, while the program waits.

// Screen is the screen with its targets.
func (r *Root) Screen() *parts.Sheet { return r.shown() }

// PageKeys are the keys of the page on top.
func (r *Root) PageKeys() []parts.Key { return r.top().Keys() }

// OnMore are the targets that the page of more buttons would hold.
func (r *Root) OnMore() []string {
	_, left := r.buttonRows(r.width - 2*margin(r.width))
	ids := make([]string, len(left))
	for i, b := range left {
		ids[i] = b.ID
	}
	return ids
}

// Focus is the target that Enter presses.
func (r *Root) Focus() string { return r.sh.face.focus }
