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

// personKey matches the fields of the systems that hold a person's name, in whatever
// spelling: the applicant, the owner of the dossier, who handed it in, the officials who
// work on it. It expects lower case without underscores.
var personKey = regexp.MustCompile(`(?:full|owner|applicant|contact|delegate|user|assignee|signer|receiver|sender|representative|customer|citizen)name$` +
	`|^(?:assignee|representative|lastactionuser|actionuser)$|^(?:ten)?(?:chuhoso|nguoi.*)$|^ho(?:va)?ten`)

// unitWords begin names of units, which some systems write into those fields. Hiding
// the name of a unit everywhere would hide the office where people must go.
var unitWords = []string{"bộ phận", "phòng ", "văn phòng", "trung tâm", "ubnd", "uỷ ban", "ủy ban", "sở ", "công an", "chi cục", "cục ", "hệ thống", "cổng "}

// Limits of the search: a row of an answer names a few people; a long time line repeats
// the same officials.
const (
	mostPeople    = 256
	longestPerson = 120  // bytes
	longestField  = 2000 // bytes: all heirs or owners of land may stand in one field
)

// addressKey matches the fields of an address. An address without a house number is a
// ward or a province, and offices have those in their names too.
var addressKey = regexp.MustCompile(`^(?:.*address|diachi.*)$`)

// PeopleIn returns the names and addresses that parts of an answer hold in fields for
// people, for use with Hide. Parts that cannot be read are skipped.
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

// people holds the names found, each once: the limit is on people, not on how often an
// answer names them.
type people map[string]bool

// addField adds the names in a field for a person: one name, or several with words
// around them. Each is added alone too, because other fields name them alone.
func (p people) addField(words string) {
	words = clean.FromHTML(words)
	p.add(clean.Line(words))
	if isOrganisation(words) {
		return
	}
	// Of a unit, add only what is certainly a name: "Phòng Kinh tế và Hạ tầng" names two
	// subjects, and neither may be cut out of other texts.
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

// isWritten reports whether words are written like a name: each begins with a capital,
// and with strictly only its first letter is one.
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

// placeWords begin names of places, which also occur in the names of offices.
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

// longestName is the largest number of words in a name.
const longestName = 6

var (
	// between separates the people in one field.
	between = regexp.MustCompile(`(?i)[,;:&+|()\[\]\n]|[–—]|\s[-/]\s|\s(?:và|va|cùng|hoặc)\s`)
	// addressOf matches a form of address or a role in front of a name.
	addressOf = regexp.MustCompile(`(?i)^(?:ông|bà|anh|chị|cô|chú|bác|cụ|em|cháu|con|vợ|chồng|đồng chí|đ/c|hộ kinh doanh|hộ gia đình|hộ|gia đình|chủ hộ|(?:người )?đại diện|(?:những )?người thừa kế|người được uỷ quyền|người được ủy quyền|của|là)\.?\s+`)
	digits    = regexp.MustCompile(`\d+`)
)

// organisations begin names of which no part is a person: "Đăng ký và Tư vấn" from a
// firm's name would otherwise be cut out of the name of a procedure.
var organisations = []string{"cong ty", "cty", "doanh nghiep", "tap doan", "tong cong ty", "hop tac xa", "htx", "ngan hang", "chi nhanh", "to chuc", "benh vien", "to hop tac"}

// markedOrganisations are like organisations, but compared with their marks, because
// without marks they begin names of people too: Trương, Hội, Bàn, Quý.
var markedOrganisations = []string{"trường ", "hội ", "ban ", "quỹ "}

func isOrganisation(name string) bool {
	begins := func(name string, list []string) bool {
		name = strings.TrimSpace(name)
		return slices.ContainsFunc(list, func(o string) bool { return strings.HasPrefix(name, o) })
	}
	return begins(clean.Fold(name), organisations) || begins(strings.ToLower(clean.Line(name)), markedOrganisations)
}
