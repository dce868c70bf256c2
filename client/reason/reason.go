// Package reason tells why an agency refused or stopped a dossier, from an official's
// words: the kind alone, because the words may name people.
package reason

import (
	"regexp"
	"strings"

	"motcua/client/clean"
)

// Kind is the kind of reason that an agency gave for refusing or stopping a dossier. The
// code of a dossier alone opens no more than this.
type Kind int

// The kinds. Unsaid means that the system gives no reason.
const (
	Unsaid     Kind = iota
	Papers          // papers missing, unreadable or wrong
	Term            // the deadline for handing in more papers has passed
	Place           // another office is competent
	Conditions      // a condition of the law is not met
	Twice           // such a dossier or result exists already
	Money           // not paid
	Wish            // somebody asked for it
	Other           // none of these
)

// byWords maps words of a folded reason to its kind, the narrower kinds first.
var byWords = []struct {
	kind  Kind
	words *regexp.Regexp
}{
	{Place, regexp.MustCompile(`\b(?:tham quyen|khong thuoc|nop nham|sai noi|noi khac|khac dia ban|ngoai dia ban)\b`)},
	{Twice, regexp.MustCompile(`\b(?:trung (?:lap|ho so|voi)|nop trung|ho so trung|da (?:co ho so|duoc (?:cap|giai quyet)))\b`)},
	{Wish, regexp.MustCompile(`\b(?:(?:xin|de nghi|yeu cau) (?:rut|dung|huy)|theo (?:yeu cau|de nghi|nguyen vong))\b`)},
	{Money, regexp.MustCompile(`\b(?:(?:chua|khong) (?:nop|dong) (?:phi|le phi|tien|du phi|du le phi)|(?:chua|khong) thanh toan|nghia vu tai chinh)\b`)},
	{Conditions, regexp.MustCompile(`\b(?:khong|chua) (?:du|dap ung|thoa man|dat)(?: \w+){0,3} (?:dieu kien|yeu cau|tieu chuan)\b`)},
	{Term, regexp.MustCompile(`\b(?:qua|het) (?:thoi )?(?:han|gian)\b|\b(?:khong|chua) (?:nop )?bo sung\b`)},
	{Papers, regexp.MustCompile(`\b(?:thieu|mo|nhoe|khong ro|khong doc duoc|sai mau|sai thong tin|(?:khong|chua) (?:dung|hop le|day du|du|co|ky)|giay to|thanh phan ho so|bo sung|ban sao|ban chinh|chung thuc|cong chung|chu ky|to khai|anh chup|scan)\b`)},
}

// Of returns the kind of reason that an official's words give.
func Of(words string) Kind {
	if strings.TrimSpace(words) == "" {
		return Unsaid
	}
	folded := clean.Fold(words)
	for _, r := range byWords {
		if r.words.MatchString(folded) {
			return r.kind
		}
	}
	return Other
}
