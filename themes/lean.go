package themes

import (
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// For returns the theme's styles: those of Bare if bare, else those of Styles, and with lean the
// ones for a connection on which each byte counts, see [Styles.Lean].
func (t Theme) For(p colorprofile.Profile, bare, lean bool) *Styles {
	from := t.Styles
	if bare {
		from = t.Bare
	}
	whole := from(p)
	if !lean {
		return whole
	}
	return cached(cacheKey{id: t.ID, profile: p, bare: bare, lean: true}, func() *Styles {
		set := *whole
		set.Lean, set.Marker, set.Match = true, set.Base, set.Strong.Underline(true)
		return &set
	})
}

// Chosen is the style of a chosen row whose style is otherwise face. In lean styles it is the
// same one, and only the marker beside the row moves.
func (s *Styles) Chosen(face lipgloss.Style) lipgloss.Style {
	if s.Lean {
		return face
	}
	return s.Selected
}
