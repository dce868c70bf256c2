package decode

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"motcua/client"
)

// personKey are the fields of the systems that hold a person's name, in whatever
// spelling: the applicant, the owner of the dossier, who handed it in, the
// officials at work. Lower case, without underscores.
var personKey = regexp.MustCompile(`(?:full|owner|applicant|contact|delegate|user|assignee|signer|receiver|sender|representative|customer|citizen)name$` +
	`|^(?:assignee|representative|lastactionuser|actionuser)$|^(?:ten)?(?:chuhoso|nguoi.*)$|^ho(?:va)?ten`)

// unitWords begin names of units, which some systems write into those fields. To
// hide a unit's name everywhere would leave people without the office to go to.
var unitWords = []string{"bộ phận", "phòng ", "văn phòng", "trung tâm", "ubnd", "uỷ ban", "ủy ban", "sở ", "công an", "chi cục", "cục ", "hệ thống", "cổng "}

// Bounds of what is looked for: a row of an answer names a handful of people.
const (
	mostPeople    = 64
	longestPerson = 120 // bytes
)

// addressKey are the fields of an address. One without a number of a house is a ward
// or a province, which is in the names of offices too.
var addressKey = regexp.MustCompile(`^(?:.*address|diachi.*)$`)

// PeopleIn lists whom parts of an answer name in fields of their own, and where they
// live, for Hide. What cannot be read names nobody.
func PeopleIn(parts ...json.RawMessage) []string {
	var people []string
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for key, field := range v {
				key = strings.ReplaceAll(strings.ToLower(key), "_", "")
				words, ok := field.(string)
				if ok && (personKey.MatchString(key) || addressKey.MatchString(key) && strings.ContainsAny(words, "0123456789")) {
					people = addPerson(people, words)
				}
				walk(field)
			}
		case []any:
			for _, item := range v {
				walk(item)
			}
		}
	}
	for _, part := range parts {
		var v any
		if json.NewDecoder(bytes.NewReader(part)).Decode(&v) == nil {
			walk(v)
		}
	}
	slices.Sort(people) // the order of a map is another each time
	return slices.Compact(people)
}

func addPerson(people []string, name string) []string {
	name = client.Clean(client.FromHTML(name))
	if len(people) >= mostPeople || len(name) > longestPerson || !strings.ContainsFunc(name, unicode.IsLetter) {
		return people
	}
	lower := strings.ToLower(name)
	if slices.ContainsFunc(unitWords, func(unit string) bool { return strings.HasPrefix(lower, unit) }) {
		return people
	}
	return append(people, name)
}
