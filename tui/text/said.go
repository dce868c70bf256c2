package text

import "fmt"

// Said is a text in both languages, for texts that are written before the reader's language
// is known: messages for operators, comments of configuration keys, errors. Only [Say]
// creates one, from two literals, so that a test finds every pair in the source and checks
// it.
type Said struct{ vi, en string }

// Say returns a Said with these two texts, Vietnamese first.
func Say(vi, en string) Said { return Said{vi, en} }

// In returns the text in a language.
func (s Said) In(l Lang) string {
	if l == EN {
		return s.en
	}
	return s.vi
}

// With fills the placeholders of a text, %s and the like. A value that is itself a Said is
// filled in in the language of each half.
func (s Said) With(args ...any) Said {
	in := func(l Lang) string {
		filled := make([]any, len(args))
		for i, arg := range args {
			filled[i] = arg
			if said, ok := arg.(Said); ok {
				filled[i] = said.In(l)
			}
		}
		return fmt.Sprintf(s.In(l), filled...)
	}
	return Said{in(VI), in(EN)}
}

// Same returns a Said with the same text in both languages: a list of keys, an error text
// of the system.
func Same(s string) Said { return Said{s, s} }

// Map returns a Said with f applied to both halves.
func (s Said) Map(f func(string) string) Said { return Said{f(s.vi), f(s.en)} }
