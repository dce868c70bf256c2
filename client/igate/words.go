package igate

import (
	"bytes"
	"encoding/json"
	"strings"

	"motcua/client/rest"
)

// The languages, by iGate's ids.
const (
	vietnamese = "228"
	english    = "46"
)

// words is a name in any form that iGate sends: a string, one translation
// {languageId, name}, a list of translations, or an object with a key for each language.
// The name in a translation may be a list again.
type words string

type translation struct {
	Language rest.Raw        `json:"languageId"`
	Name     json.RawMessage `json:"name"`
}

// maxDepth bounds names within names.
const maxDepth = 3

// UnmarshalJSON takes the Vietnamese name, else the first one; the English one only when
// there is no other.
func (w *words) UnmarshalJSON(b []byte) error {
	*w = words(readWords(b, maxDepth))
	return nil
}

func readWords(b []byte, depth int) string {
	b = bytes.TrimSpace(b)
	if len(b) == 0 || depth == 0 {
		return ""
	}
	if b[0] != '{' && b[0] != '[' {
		var line rest.Line
		_ = line.UnmarshalJSON(b) // it takes every scalar
		return string(line)
	}
	var list rest.List[translation]
	if list.UnmarshalJSON(b) != nil {
		return ""
	}
	best, rank := "", 0
	for _, t := range list {
		r := 2
		switch t.Language {
		case vietnamese:
			r = 3
		case english:
			r = 1
		}
		if r <= rank {
			continue
		}
		if name := readWords(t.Name, depth-1); name != "" {
			best, rank = name, r
		}
	}
	if best == "" && b[0] == '{' {
		return byLanguage(b, depth)
	}
	return best
}

// byLanguage reads a name whose translations are keys: {"vi": …, "en": …}, or iGate's ids
// of the languages.
func byLanguage(b []byte, depth int) string {
	var names map[string]json.RawMessage
	if json.Unmarshal(b, &names) != nil {
		return ""
	}
	for _, language := range [...]string{vietnamese, "vi", "vn", english, "en"} {
		for k, name := range names {
			if !strings.EqualFold(k, language) {
				continue
			}
			if words := readWords(name, depth-1); words != "" {
				return words
			}
		}
	}
	return ""
}

// named is an object {id, name, code} with the name in any form.
type named struct {
	ID   rest.Raw  `json:"id"`
	Name words     `json:"name"`
	Code rest.Line `json:"code"`
}

// UnmarshalJSON takes the object, the first object of a list, or a bare name.
func (n *named) UnmarshalJSON(b []byte) error {
	*n = named{}
	type plain named
	b = bytes.TrimSpace(b)
	if len(b) > 0 && (b[0] == '{' || b[0] == '[') {
		var o rest.Object[plain]
		if o.UnmarshalJSON(b) == nil {
			*n = named(o.Value)
		}
		return nil
	}
	n.Name = words(readWords(b, 1))
	return nil
}
