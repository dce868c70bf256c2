package failure

import (
	"fmt"
	"strings"

	"motcua/client/clean"
	"motcua/client/review"
	"motcua/tui/text"
)

// Review says what is wrong with a file of reviews. reason words an error of the file
// system; nil: the error's own text.
func Review(p review.Problem, t *text.Texts, reason func(error) string) string {
	w := &t.Review
	value, kind := p.Value, string(p.Kind)
	if p.Kind == review.UnknownKey && value != "" {
		kind = "meant"
	}
	if p.Err != nil && value == "" {
		value = clean.Line(p.Err.Error())
		if reason != nil {
			value = reason(p.Err)
		}
	}
	s := strings.NewReplacer("%k", clean.Line(p.Key), "%g", value).Replace(w.Problems[kind])
	switch {
	case p.Warn || p.Line == 0:
	case p.Code != "":
		s = fmt.Sprintf(w.Skipped, s, p.Code)
	default:
		s = fmt.Sprintf(w.SkippedN, s)
	}
	file := clean.Line(p.File)
	switch {
	case file == "":
	case p.Line > 0:
		s = fmt.Sprintf(w.InLine, file, p.Line, s)
	default:
		s = file + ": " + s
	}
	return s
}
