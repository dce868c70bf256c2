package text

import (
	"fmt"
	"strings"
	"time"
	"unicode"
)

// Spoken holds what is read aloud and is not on the screen in these words: the
// sentences around a page's own, the names of keys and of characters. They are
// meant for the ear: no sign, no shortened word, "ông bà" without a slash.
type Spoken struct {
	// Whether and how to read aloud.
	Title         string // of the page that asks
	Question      string
	Yes, No, Off  string // the three answers
	Louder        string // the targets of that page that change the volume
	Quieter       string
	Explain       string // on the screen, what speech is for
	ExplainNone   string // the same where there are no headphones
	OnHeadphones  string // said when it begins
	OnLoudspeaker string
	Silent        string // said on the screen when it ends
	Volume        string // %d of ten
	Keys          string // which keys speech has

	// Pages.
	Home          string
	HomeMore      string
	Often         string // %s: what people often ask
	Focus         string // %s: what the focus is on
	Press         string // %s: key, %s: what it does
	To            string // between the first and the last of a range of keys
	Ask           string
	FieldEmpty    string
	Typed         string // %s: what stands in the field
	TypedHidden   string // %s: how many characters; without headphones
	Erased        string // %s: character
	ErasedHidden  string
	WrongHidden   string // what is wrong with a code, without headphones
	DossierHidden string // without headphones
	DossierNever  string // where there are no headphones
	ProofHidden   string
	DossierOf     string    // %s: procedure
	CodeIs        string    // %s: characters
	FieldHere     string    // the focus is on a field
	KeyHidden     string    // the focus is on a key of a private field, without headphones
	Tones         [5]string // keys: huyền, hỏi, ngã, sắc, nặng
	Due           string    // %s: label, %s: day and hour
	Steps         string
	StepAhead     string // %s: step
	Search        string
	Row           string // %d of %d, %s: name
	Folded        string // %s: name
	Unfolded      string // %s: name
	Full          string // %s: procedure
	Section       string // %d of %d, %s: title
	Slow          string
	StillThere    string // %s: seconds left

	// What has no word of its own on the screen.
	Link       string // in the place of a link
	Escape     string // in the place of the key's name
	KeyNames   map[string]string
	Characters map[string]string

	day string // weekday, day, month, year
}

// DayAloud is a day in words that a voice reads well: "thứ tư ngày 25 tháng 11
// năm 2026", "Wednesday 25 November 2026".
func (t *Texts) DayAloud(at time.Time) string {
	at = at.In(zone)
	month := fmt.Sprint(int(at.Month()))
	if t.Lang == EN {
		month = strings.TrimSpace(t.Months[at.Month()-1])
	}
	weekday := t.Weekdays[at.Weekday()]
	if t.Lang == VI {
		weekday = strings.ToLower(weekday)
	}
	return fmt.Sprintf(t.Spoken.day, weekday, at.Day(), month, at.Year())
}

// Spell gives the names of characters one by one, as a code is read out: "H,
// năm, năm, chấm, một, bảy".
func (s *Spoken) Spell(code string) string {
	var names []string
	for _, r := range code {
		names = append(names, s.Character(r))
	}
	return strings.Join(names, ", ")
}

// Character is the name of one character.
func (s *Spoken) Character(r rune) string {
	if name, ok := s.Characters[string(r)]; ok {
		return name
	}
	return string(unicode.ToUpper(r))
}
