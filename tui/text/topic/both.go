package topic

// Both are the words about a topic in both languages. Only both makes them, so that All has
// them: the sentences that may be recorded and the test of all words are found by it.
type Both[W any] struct{ vi, en W }

// Reader has a language, "vi" or "en".
type Reader interface{ Language() string }

// In returns the words for a reader; they are shared and must not be changed.
func (b *Both[W]) In(r Reader) *W {
	if r.Language() == "en" {
		return &b.en
	}
	return &b.vi
}

// Pair is pointers to the words about a topic, in Vietnamese and in English.
type Pair struct{ VI, EN any }

var all []Pair

func both[W any](vi, en W) *Both[W] {
	b := &Both[W]{vi, en}
	all = append(all, Pair{&b.vi, &b.en})
	return b
}

// All returns the words about every topic.
func All() []Pair { return all }
