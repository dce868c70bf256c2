package client

import (
	"regexp"
	"strings"

	"motcua/client/clean"
)

// ReasonKind is what kind of reason an agency gave for refusing or stopping a
// dossier. It is all of the reason that the code alone opens: officials write it as
// they speak, and name people in it.
type ReasonKind int

// The kinds. ReasonUnsaid: the system says nothing.
const (
	ReasonUnsaid     ReasonKind = iota
	ReasonPapers                // papers missing, unreadable or wrong
	ReasonTerm                  // the time to hand in more is over
	ReasonPlace                 // another office is competent
	ReasonConditions            // what the law asks for is not met
	ReasonTwice                 // there is such a dossier, or a result, already
	ReasonMoney                 // not paid
	ReasonWish                  // somebody asked for it
	ReasonOther                 // none of these
)

// reasonWords find the kind in a folded reason, the narrower kinds first.
var reasonWords = []struct {
	kind  ReasonKind
	words *regexp.Regexp
}{
	{ReasonPlace, regexp.MustCompile(`\b(?:tham quyen|khong thuoc|nop nham|sai noi|noi khac|khac dia ban|ngoai dia ban)\b`)},
	{ReasonTwice, regexp.MustCompile(`\b(?:trung (?:lap|ho so|voi)|nop trung|ho so trung|da (?:co ho so|duoc (?:cap|giai quyet)))\b`)},
	{ReasonWish, regexp.MustCompile(`\b(?:(?:xin|de nghi|yeu cau) (?:rut|dung|huy)|theo (?:yeu cau|de nghi|nguyen vong))\b`)},
	{ReasonMoney, regexp.MustCompile(`\b(?:(?:chua|khong) (?:nop|dong) (?:phi|le phi|tien|du phi|du le phi)|(?:chua|khong) thanh toan|nghia vu tai chinh)\b`)},
	{ReasonConditions, regexp.MustCompile(`\b(?:khong|chua) (?:du|dap ung|thoa man|dat)(?: \w+){0,3} (?:dieu kien|yeu cau|tieu chuan)\b`)},
	{ReasonTerm, regexp.MustCompile(`\b(?:qua|het) (?:thoi )?(?:han|gian)\b|\b(?:khong|chua) (?:nop )?bo sung\b`)},
	{ReasonPapers, regexp.MustCompile(`\b(?:thieu|mo|nhoe|khong ro|khong doc duoc|sai mau|sai thong tin|(?:khong|chua) (?:dung|hop le|day du|du|co|ky)|giay to|thanh phan ho so|bo sung|ban sao|ban chinh|chung thuc|cong chung|chu ky|to khai|anh chup|scan)\b`)},
}

// HasReason tells whether there is a reason for a state.
func (s Status) HasReason() bool { return s == StatusRefused || s == StatusStopped }

// GiveReason sets why the dossier was refused or stopped, from what an official
// wrote: in full where the private part is open, its kind alone where it is not.
// Private stands before.
func (d *Dossier) GiveReason(words string) {
	d.ReasonKind, d.Reason = ReasonUnsaid, ""
	if words = strings.TrimSpace(words); words == "" || !d.Status.HasReason() {
		return
	}
	d.ReasonKind = ReasonOther
	folded := clean.Fold(words)
	for _, r := range reasonWords {
		if r.words.MatchString(folded) {
			d.ReasonKind = r.kind
			break
		}
	}
	if d.Private != nil {
		d.Reason = words
	}
}
