package decode

import (
	"regexp"
	"strings"
	"unicode"

	"motcua/client"
	"motcua/client/clean"
)

// official are the ten states as the national code list words them.
var official = [...]string{
	"Mới đăng ký", "Được tiếp nhận", "Không được tiếp nhận", "Đang xử lý",
	"Yêu cầu bổ sung giấy tờ", "Yêu cầu thực hiện nghĩa vụ tài chính",
	"Công dân yêu cầu rút hồ sơ", "Dừng xử lý", "Đã xử lý xong", "Đã trả kết quả",
}

// usual are wordings of portals that can mean one of the ten alone (portal body:
// "result ready" of iGate and OpenCPS beside "returned"). What leaves a doubt does
// not stand here: a portal's "Chờ bổ sung hồ sơ" is shown in its own words.
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

// key is what words are compared by: folded, without punctuation and doubled
// blanks.
func key(words string) string {
	return strings.Join(strings.FieldsFunc(clean.Fold(words), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}

// OfficialName words a state as the national code list does; empty for one that
// is none of the ten.
func OfficialName(s client.Status) string {
	if !s.Known() {
		return ""
	}
	return official[s-1]
}

// StatusByName finds the state that words name, whatever their case and marks.
// Only the ten official names and a few that mean the same count: a state that a
// portal words in its own way is shown in those words, not guessed.
// A number before or behind the words is a portal's own, of the state or of the step
// ("2. Đang xử lý").
func StatusByName(words string) (client.Status, bool) {
	s, ok := byName[strings.Trim(key(words), "0123456789 ")]
	return s, ok
}

// The usual wordings that stop the clock, as key writes them. Between the waiting
// and what is waited for only words for people and papers may stand: "chờ bổ sung"
// waits for the applicant, "chờ xử lý hồ sơ bổ sung" for the agency.
var (
	clockStands = regexp.MustCompile(`\b(?:` +
		`tam (?:dung|ngung|hoan|dinh chi)` +
		`|(?:cho|can|dang|yeu cau|de nghi|thong bao) ` +
		`(?:(?:doi|ong|ba|cong dan|nguoi dan|nguoi nop|to chuc|doanh nghiep|chu ho so|khach hang|ho so|giay to|phai|de|nop|thuc hien) )*` +
		`(?:bo sung|thanh toan|(?:nop|dong) (?:phi|le phi|tien)|nghia vu tai chinh)` +
		`)\b`)
	clockGoesOn = regexp.MustCompile(`\b(?:het|sau|sau khi|ket thuc) (?:thoi gian )?(?:tam (?:dung|ngung|hoan|dinh chi)|bo sung)\b`)
	clockEnded  = regexp.MustCompile(`^huy$|\b(?:(?:da|bi) huy|huy (?:bo$|(?:bo )?ho so)|rut ho so|da rut|dung (?:xu ly|giai quyet)|dinh chi)\b`)
)

// ClockByName is what the words of a state say of the time limit.
func ClockByName(words ...string) client.Clock {
	for _, w := range words {
		switch k := key(w); {
		case clockGoesOn.MatchString(k):
		case clockStands.MatchString(k):
			return client.ClockStands
		case clockEnded.MatchString(k):
			return client.ClockEnded
		}
	}
	return client.ClockRuns
}

// Label makes a state's id fit for a metric or a log: letters, digits, dot,
// hyphen and underscore, at most 32. Anything else is "other": some systems
// put a sentence in its place.
func Label(id string) string {
	id = strings.TrimSpace(id)
	if id == "" || len(id) > 32 || strings.ContainsFunc(id, func(r rune) bool {
		return !(r == '-' || r == '_' || r == '.' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
	}) {
		return "other"
	}
	return id
}

// OnUnknown is told when a system names a state that is none of the ten: which
// system, and the state's id as Label gives it. It is for a metric; it runs on
// the caller's goroutine.
type OnUnknown func(source client.SourceName, id string)

// Tell calls f if there is one.
func (f OnUnknown) Tell(source client.SourceName, id string) {
	if f != nil {
		f(source, Label(id))
	}
}
