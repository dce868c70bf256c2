package decode

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"motcua/client"
	"motcua/client/clean"
)

// official are the ten states in the words of the national code list.
var official = [...]string{
	"Mới đăng ký", "Được tiếp nhận", "Không được tiếp nhận", "Đang xử lý",
	"Yêu cầu bổ sung giấy tờ", "Yêu cầu thực hiện nghĩa vụ tài chính",
	"Công dân yêu cầu rút hồ sơ", "Dừng xử lý", "Đã xử lý xong", "Đã trả kết quả",
}

// usual are portals' wordings that can mean only one of the ten states (portal body:
// "result ready" of iGate and OpenCPS beside "returned"). A wording that leaves doubt
// is not listed: a portal's "Chờ bổ sung hồ sơ" is shown in its own words.
var usual = map[string]client.Status{
	"Mới":                           client.StatusRegistered,
	"Chờ tiếp nhận":                 client.StatusRegistered,
	"Chờ tiếp nhận hồ sơ":           client.StatusRegistered,
	"Đã tiếp nhận":                  client.StatusAccepted,
	"Đã tiếp nhận hồ sơ":            client.StatusAccepted,
	"Từ chối tiếp nhận":             client.StatusRefused,
	"Không tiếp nhận":               client.StatusRefused,
	"Có kết quả":                    client.StatusFinished,
	"Đã có kết quả":                 client.StatusFinished,
	"Đã có kết quả chờ trả":         client.StatusFinished,
	"Chờ trả kết quả":               client.StatusFinished,
	"Đã xử lý xong chờ trả kết quả": client.StatusFinished,
	"Đã trả":                        client.StatusReturned,
	"Có kết quả chờ trả":            client.StatusFinished,
	"Đã trả kết quả cho công dân":   client.StatusReturned,
	"Đã trả kết quả cho người dân":  client.StatusReturned,
}

var byName = func() map[string]client.Status {
	names := map[string]client.Status{}
	for n, s := range usual {
		names[key(n)] = s
	}
	for i, n := range official {
		names[key(n)] = client.Status(i + 1)
	}
	return names
}()

// key is the form in which wordings are compared: folded, without punctuation and
// repeated blanks.
func key(words string) string {
	return strings.Join(strings.FieldsFunc(clean.Fold(words), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}

// OfficialName returns the name of a state in the national code list; "" for a state
// that is none of the ten.
func OfficialName(s client.Status) string {
	if !s.Known() {
		return ""
	}
	return official[s-1]
}

// StatusByName returns the state that words name, in any case and with or without
// marks. Only the ten official names and a few with the same meaning count: a state that
// a portal words in its own way is shown in those words, not guessed.
// It ignores what portals add: their own number or code of the state or the step ("2.
// Đang xử lý", "H10 - Đã trả kết quả", "ĐXL: Đang xử lý"), the word for a dossier, a
// count ("(lần 2)"), and whether the dossier is in time, which is computed here.
func StatusByName(words string) (client.Status, bool) {
	k := key(words)
	for range maxAround {
		if s, ok := byName[aroundNumber.ReplaceAllString(k, "")]; ok {
			return s, true
		}
		bare := withoutCode(aroundState.ReplaceAllString(oftenAsked.ReplaceAllString(k, "$1"), ""))
		if bare == k {
			break
		}
		k = bare
	}
	return client.StatusUnknown, false
}

// maxAround limits how many such additions are removed.
const maxAround = 4

// aroundNumber matches a number of the state. Two numbers at the end say how much is done
// ("Đã trả kết quả 1/2") and do not match.
var aroundNumber = regexp.MustCompile(`^[0-9]+ | [0-9]+$`)

// aroundState matches what may stand before and after the name of a state, in the form
// of key.
var aroundState = regexp.MustCompile(`^ho so | (?:da |bi |dang )?(?:qua|tre|trong|dung|con|chua den|sap den) han$`)

// oftenAsked matches how often something was asked for. It does not match states of
// completed work: one completed step ("Đã xử lý xong bước 2") need not be the whole.
var oftenAsked = regexp.MustCompile(`(giay to|tai chinh|dang xu ly) lan [0-9]+$`)

// withoutCode removes a first word that is a code: it contains a digit, or consists of
// the first letters of the other words.
func withoutCode(k string) string {
	first, rest, more := strings.Cut(k, " ")
	if !more {
		return k
	}
	if strings.ContainsAny(first, "0123456789") {
		return rest
	}
	var initials strings.Builder
	for _, w := range strings.Fields(rest) {
		r, _ := utf8.DecodeRuneInString(w)
		initials.WriteRune(r)
	}
	if first == initials.String() {
		return rest
	}
	return k
}

// The usual wordings that stop the clock, in the form of key. Between the word for
// waiting and what is waited for only words for people and papers may stand: "chờ bổ
// sung" waits for the applicant, "chờ xử lý hồ sơ bổ sung" for the agency.
const (
	pauses     = `tam (?:dung|ngung|hoan|dinh chi)`
	applicants = `ong|ba|cong dan|nguoi dan|nguoi nop|to chuc|doanh nghiep|chu ho so|khach hang`
	wanted     = `(?:bo [sx]ung|thanh toan|(?:nop|dong) (?:phi|le phi|tien|thue)|nghia vu (?:tai chinh|thue)|nvtc)`
	asking     = `yeu cau|de nghi|thong bao`
)

var (
	clockStands = regexp.MustCompile(`\b(?:` + pauses + `|ycbs` +
		`|(?:cho|can|dang|` + asking + `) (?:(?:doi|` + applicants + `|ho so|giay to|phai|de|nop|thuc hien) )*` + wanted +
		`|(?:` + asking + `|cho (?:` + applicants + `)) (?:(?:` + applicants + `|phai) )*hoan thien(?: ho so| giay to)?` +
		`)\b`)
	clockEnded = regexp.MustCompile(`^huy$|\b(?:(?:da|bi) huy|huy (?:bo$|(?:bo )?ho so)|rut ho so|da rut|dung (?:xu ly|giai quyet)|dinh chi)\b`)

	// clockGoesOn matches wordings of a stop that is not in force: it is over, it was
	// refused, or somebody in the agency has yet to order it.
	clockGoesOn = regexp.MustCompile(`\b(?:` +
		`(?:het|sau|sau khi|ket thuc) (?:thoi gian )?(?:` + pauses + `|bo sung)` +
		`|(?:tu choi|khong(?: dong y| chap nhan| duyet)?|chua(?: dong y)?) (?:(?:cho|phep|viec|yeu cau|de nghi|phai|can) )*(?:rut(?: ho so)?|huy(?: ho so)?|dung(?: xu ly)?|dinh chi|` + pauses + `|` + wanted + `)` +
		`|de nghi ` + pauses +
		`|cho (?:(?:ra|gui|phat hanh) )?(?:thong bao|yeu cau) (?:[a-z]+ ){0,2}?` + wanted +
		`|(?:(?:cho|trinh) (?:can bo|chuyen vien|lanh dao|phong|bo phan|co quan)|(?:cho|trinh|dang)(?: [a-z]+){0,2}? (?:duyet|ky|xem xet|tham dinh)|trinh|du thao|soan) (?:[a-z]+ ){0,6}?(?:rut ho so|huy ho so|dung xu ly|dinh chi|` + pauses + `|` + wanted + `)` +
		`)\b`)
	ordered = regexp.MustCompile(`\bda (?:duoc )?(?:phe )?(?:duyet|ky)(?: so)?\b`)
)

// ClockByName returns what the words of a state say about the time limit.
func ClockByName(words ...string) client.Clock {
	for _, w := range words {
		k := clockGoesOn.ReplaceAllString(ordered.ReplaceAllString(key(w), ";"), ";")
		switch {
		case clockStands.MatchString(k):
			return client.ClockStands
		case clockEnded.MatchString(k):
			return client.ClockEnded
		}
	}
	return client.ClockRuns
}

// Label makes a state's id safe for a metric or a log: letters, digits, dot, hyphen and
// underscore, at most 32. Anything else becomes "other", because some systems put a
// sentence in its place.
func Label(id string) string {
	id = strings.TrimSpace(id)
	if id == "" || len(id) > 32 || strings.ContainsFunc(id, func(r rune) bool {
		return !(r == '-' || r == '_' || r == '.' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
	}) {
		return "other"
	}
	return id
}

// OnUnknown is called when a system names a state that is none of the ten, with the
// system and the state's id as Label gives it. It is for a metric and runs on the
// caller's goroutine.
type OnUnknown func(source client.SourceName, id string)

// Tell calls f if there is one.
func (f OnUnknown) Tell(source client.SourceName, id string) {
	if f != nil {
		f(source, Label(id))
	}
}
