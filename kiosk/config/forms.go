package config

import (
	"net/url"
	"regexp"
	"strings"

	"motcua/client/code/press"
	"motcua/client/gazetteer"
	"motcua/kiosk/config/key"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// address is an absolute http or https address. A user part is refused, because it would
// bring a password into logs.
var address = key.Form{
	Want: text.Say(`địa chỉ như "https://cong.example/api/v1", không kèm tên và mật khẩu`, `an address such as "https://portal.example/api/v1", without a name and password in it`),
	Clean: func(s string) string {
		s = strings.TrimSpace(s)
		if u, err := url.Parse(s); err == nil && isWeb(u) {
			return strings.TrimRight(u.String(), "/")
		}
		return s
	},
	Why: func(s string) *key.Wrong {
		u, err := url.Parse(s)
		return wrongURL(s, err == nil && isWeb(u) && u.RawQuery == "" && u.Fragment == "")
	},
}

// page is the address of a web page for people. Unlike the address of an API it may contain
// a query, because it is opened as it is.
var page = key.Form{
	Want:  text.Say(`địa chỉ trang như "https://cong.example/tra-cuu", không kèm tên và mật khẩu`, `the address of a page such as "https://portal.example/tra-cuu", without a name and password in it`),
	Clean: strings.TrimSpace,
	Why: func(s string) *key.Wrong {
		u, err := url.Parse(s)
		return wrongURL(s, err == nil && isWeb(u) && !strings.Contains(s, "@"))
	},
}

func isWeb(u *url.URL) bool {
	return (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" && u.User == nil
}

// wrongURL repeats an address only when it cannot contain a password.
func wrongURL(s string, fits bool) *key.Wrong {
	switch {
	case fits:
		return nil
	case strings.Contains(s, "@"):
		return &key.Wrong{What: operator.KeyBadSecret}
	default:
		return &key.Wrong{}
	}
}

// contact is text that is allowed in the comment of a User-Agent (RFC 9110, 5.6.5).
var contact = key.Form{
	Want: text.Say("địa chỉ thư hoặc trang như \"https://don-vi.example\", chữ không dấu, không có ngoặc", "a mail address or page such as \"https://office.example\", in ASCII, without parentheses"),
	Fits: regexp.MustCompile(`^[!-'*-\[\]-~ ]{0,120}$`).MatchString,
}

// unitID is the agency id of an office, as codes of dossiers begin.
var unitID = key.Form{
	Want:  text.Say(`mã cơ quan như trong mã hồ sơ, ví dụ "H55.17.05"`, `an agency id as in codes of applications, such as "H55.17.05"`),
	Clean: func(s string) string { return strings.ToUpper(strings.TrimSpace(s)) },
	Fits: func(s string) bool {
		agency, dash, ok := press.Agency(s)
		return s == "" || ok && !dash && agency == s
	},
}

// provinceID is the id of one of today's provinces, as codes of dossiers carry it. A
// merged province's places are its successor's by now.
var provinceID = key.Form{
	Want:  text.Say(`mã tỉnh, thành phố hiện nay như "H55"`, `the id of one of today's provinces, such as "H55"`),
	Clean: func(s string) string { return strings.ToUpper(strings.TrimSpace(s)) },
	Fits:  func(s string) bool { return s == "" || gazetteer.KnowsProvince(s) },
}
