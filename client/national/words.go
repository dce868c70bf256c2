package national

import (
	"context"
	"errors"
	"regexp"
	"strings"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/rest"
)

// nothing is how the portal writes an empty value.
const nothing = "không có thông tin"

// said returns the text of a field, "" when the portal wrote its words for "nothing".
func said[T ~string](s T) string {
	t := strings.TrimSpace(string(s))
	if strings.EqualFold(strings.TrimRight(t, ". "), nothing) {
		return ""
	}
	return t
}

func firstOf(ss ...string) string {
	for _, s := range ss {
		if s != "" {
			return s
		}
	}
	return ""
}

var (
	endBracket = regexp.MustCompile(`\s*[(\[]\s*(\d\.\d{6})\s*[)\]]\s*$`)
	startCode  = regexp.MustCompile(`^(\d\.\d{6})\s*[-–:.]\s*`)
	startLabel = regexp.MustCompile(`^(?i)tên thủ tục\s*:\s*`)
)

// cleanName removes the procedure's own code and the label "Tên thủ tục:" from the ends
// of a name (white space is already normalised). Another code is part of the name and
// stays.
func cleanName(name, code string) string {
	out := startLabel.ReplaceAllString(name, "")
	if m := startCode.FindStringSubmatch(out); m != nil && strings.HasPrefix(code, m[1]) {
		out = out[len(m[0]):]
	}
	if m := endBracket.FindStringSubmatch(out); m != nil && strings.HasPrefix(code, m[1]) {
		out = out[:len(out)-len(m[0])]
	}
	if out = strings.TrimSpace(out); out == "" {
		return name
	}
	return out
}

// names collects the names of several lists, each once.
func names(lists ...rest.List[rest.Named]) []string {
	var out []string
	seen := map[string]bool{}
	for _, l := range lists {
		for _, n := range l {
			out = addName(out, seen, said(n.Name))
		}
	}
	return out
}

func addName(out []string, seen map[string]bool, name string) []string {
	if key := clean.Fold(name); name != "" && !seen[key] {
		seen[key] = true
		out = append(out, name)
	}
	return out
}

// orText returns the names in a free string when the lists are empty.
func orText(out []string, text rest.Text) []string {
	if len(out) > 0 {
		return out
	}
	return withText(nil, text)
}

// withText adds the names in a free string to those of the lists.
func withText(out []string, texts ...rest.Text) []string {
	seen := map[string]bool{}
	for _, n := range out {
		seen[clean.Fold(n)] = true
	}
	for _, t := range texts {
		for line := range strings.SplitSeq(said(t), "\n") {
			out = addName(out, seen, said(line))
		}
	}
	return out
}

func causeOf(err error) client.Cause {
	var u *client.UnavailableError
	if errors.As(err, &u) {
		return u.Cause
	}
	return ""
}

func (s *Source) stopped(ctx context.Context) error {
	cause := client.CauseCancelled
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		cause = client.CauseTimeout
	}
	return &client.UnavailableError{Source: s.Source(), Cause: cause, Err: ctx.Err()}
}
