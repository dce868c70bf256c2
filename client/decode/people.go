package decode

import (
	"bytes"
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"motcua/client/clean"
)

// personKey are the fields of the systems that hold a person's name, in whatever
// spelling: the applicant, the owner of the dossier, who handed it in, the
// officials at work. Lower case, without underscores.
var personKey = regexp.MustCompile(`(?:full|owner|applicant|contact|delegate|user|assignee|signer|receiver|sender|representative|customer|citizen)name$` +
	`|^(?:assignee|representative|lastactionuser|actionuser)$|^(?:ten)?(?:chuhoso|nguoi.*)$|^ho(?:va)?ten`)

// unitWords begin names of units, which some systems write into those fields. To
// hide a unit's name everywhere would leave people without the office to go to.
var unitWords = []string{"bộ phận", "phòng ", "văn phòng", "trung tâm", "ubnd", "uỷ ban", "ủy ban", "sở ", "công an", "chi cục", "cục ", "hệ thống", "cổng "}

// Bounds of what is looked for: a row of an answer names a handful of people, a long
// time line the same officials over and over.
const (
	mostPeople    = 256
	longestPerson = 120  // bytes
	longestField  = 2000 // bytes: heirs and owners of land stand in one field
)

// addressKey are the fields of an address. One without a number of a house is a ward
// or a province, which is in the names of offices too.
var addressKey = regexp.MustCompile(`^(?:.*address|diachi.*)$`)

// PeopleIn lists whom parts of an answer name in fields of their own, and where they
// live, for Hide. What cannot be read names nobody.
func PeopleIn(parts ...json.RawMessage) []string {
	people := people{}
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for key, field := range v {
				key = strings.ReplaceAll(strings.ToLower(key), "_", "")
				switch words, ok := field.(string); {
				case ok && personKey.MatchString(key):
					people.addField(words)
				case ok && addressKey.MatchString(key) && strings.ContainsAny(words, "0123456789"):
					people.add(clean.Line(clean.FromHTML(words)))
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
	return slices.Sorted(maps.Keys(people))
}

// people are those who were found, each once: the bound is for people, not for
// how often an answer names them.
type people map[string]bool

// addField takes what stands in a field for a person: one, or several with words
// around them. Officials name each of them by themselves in other places.
func (p people) addField(words string) {
	words = clean.FromHTML(words)
	p.add(clean.Line(words))
	if isOrganisation(words) {
		return
	}
	// Of a unit only what is sure to be a name: "Phòng Kinh tế và Hạ tầng" names two
	// things, and neither may be taken out of the rest.
	fewest, unit := 2, isUnit(words)
	if unit {
		fewest = 3
	}
	words = words[:min(len(words), longestField)]
	typedLow := !strings.ContainsFunc(words, unicode.IsUpper)
	for _, part := range between.Split(words, -1) {
		part = strings.TrimLeft(clean.Line(part), " .-") + " "
		for before := ""; part != before; {
			before, part = part, addressOf.ReplaceAllString(part, "")
		}
		part = strings.Trim(digits.ReplaceAllString(part, ""), " .-")
		n := len(strings.Fields(part))
		if n >= fewest && n <= longestName && (isWritten(part, unit) || typedLow && !unit) && !isPlace(part) {
			p.add(part)
		}
	}
}

// isWritten tells whether words are written as a name: each with a capital, and
// strictly with that alone.
func isWritten(words string, strictly bool) bool {
	for word := range strings.FieldsSeq(words) {
		for i, r := range word {
			if i == 0 && !unicode.IsUpper(r) || i > 0 && strictly && unicode.IsUpper(r) {
				return false
			}
		}
	}
	return true
}

// placeWords begin names of places, which are in the names of offices.
var placeWords = []string{"phường ", "xã ", "tỉnh ", "thành phố ", "tp ", "tp. ", "huyện ", "quận ", "thị trấn ", "thị xã ", "thôn ", "bản ", "xóm ", "tổ ", "khu "}

func isPlace(part string) bool {
	part = strings.ToLower(part)
	return slices.ContainsFunc(placeWords, func(place string) bool { return strings.HasPrefix(part, place) })
}

func (p people) add(name string) {
	if len(p) < mostPeople && len(name) <= longestPerson && strings.ContainsFunc(name, unicode.IsLetter) && !isUnit(name) {
		p[name] = true
	}
}

func isUnit(name string) bool {
	name = strings.ToLower(strings.TrimSpace(name))
	return slices.ContainsFunc(unitWords, func(unit string) bool { return strings.HasPrefix(name, unit) })
}

// longestName is how many words a name has at the most.
const longestName = 6

var (
	// between stands between the people of one field.
	between = regexp.MustCompile(`(?i)[,;:&+|()\[\]\n]|[–—]|\s[-/]\s|\s(?:và|va|cùng|hoặc)\s`)
	// addressOf is how somebody is addressed, or what they are, in front of the name.
	addressOf = regexp.MustCompile(`(?i)^(?:ông|bà|anh|chị|cô|chú|bác|cụ|em|cháu|con|vợ|chồng|đồng chí|đ/c|hộ kinh doanh|hộ gia đình|hộ|gia đình|chủ hộ|(?:người )?đại diện|(?:những )?người thừa kế|người được uỷ quyền|người được ủy quyền|của|là)\.?\s+`)
	digits    = regexp.MustCompile(`\d+`)
)

// organisations begin names of which a part is no person: "Đăng ký và Tư vấn" of a
// firm would be taken out of the name of a procedure.
var organisations = []string{"cong ty", "cty", "doanh nghiep", "tap doan", "tong cong ty", "hop tac xa", "htx", "ngan hang", "chi nhanh", "to chuc", "benh vien", "to hop tac"}

// markedOrganisations are those whose words, without their marks, begin names of
// people as well: Trương, Hội, Bàn, Quý.
var markedOrganisations = []string{"trường ", "hội ", "ban ", "quỹ "}

func isOrganisation(name string) bool {
	begins := func(name string, list []string) bool {
		name = strings.TrimSpace(name)
		return slices.ContainsFunc(list, func(o string) bool { return strings.HasPrefix(name, o) })
	}
	return begins(clean.Fold(name), organisations) || begins(strings.ToLower(clean.Line(name)), markedOrganisations)
}
