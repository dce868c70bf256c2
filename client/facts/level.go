package facts

import (
	"slices"
	"strings"

	"motcua/client"
	"motcua/client/clean"
)

// levelWords are the portal's words. Its rows write them in two spellings ("Cấp Bộ",
// "Cấp bộ") and in any order.
var levelWords = [...]struct {
	level client.Level
	words string
}{
	{client.LevelMinistry, "Cấp bộ"},
	{client.LevelProvince, "Cấp tỉnh"},
	{client.LevelWard, "Cấp xã"},
	{client.LevelOther, "Cơ quan khác"},
}

// ParseLevels reads the portal's text for levels, "Cấp Bộ, Cấp tỉnh", as an ascending
// set. Unknown words become LevelOther.
func ParseLevels(text string) []client.Level {
	var levels []client.Level
	for part := range strings.SplitSeq(text, ",") {
		part = strings.ToLower(clean.Line(part))
		if part == "" {
			continue
		}
		level := client.LevelOther
		for _, w := range levelWords {
			if strings.ToLower(w.words) == part {
				level = w.level
			}
		}
		if !slices.Contains(levels, level) {
			levels = append(levels, level)
		}
	}
	slices.Sort(levels)
	return levels
}

// LevelWords writes levels as the portal does, highest first: "Cấp bộ, Cấp xã".
func LevelWords(levels []client.Level) string {
	var words []string
	for _, w := range levelWords {
		if slices.Contains(levels, w.level) {
			words = append(words, w.words)
		}
	}
	return strings.Join(words, ", ")
}

// levelReader parses each spelling once and shares the set.
type levelReader map[string][]client.Level

func (r levelReader) read(text string) []client.Level {
	levels, ok := r[text]
	if !ok {
		levels = ParseLevels(text)
		r[text] = levels
	}
	return levels
}
