package config

import (
	"net/url"
	"regexp"
	"strings"

	"motcua/kiosk/config/key"
)

// address is an absolute http or https address; a user part would carry a password
// into logs.
var address = key.Form{
	Want: key.Say(`địa chỉ như "https://cong.example/api/v1", không kèm tên và mật khẩu`, `an address such as "https://portal.example/api/v1", without a name and password in it`),
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

// page is the address of a page for people. It may hold a query, unlike an API's
// address: it is opened as it stands.
var page = key.Form{
	Want:  key.Say(`địa chỉ trang như "https://cong.example/tra-cuu", không kèm tên và mật khẩu`, `the address of a page such as "https://portal.example/tra-cuu", without a name and password in it`),
	Clean: strings.TrimSpace,
	Why: func(s string) *key.Wrong {
		u, err := url.Parse(s)
		return wrongURL(s, err == nil && isWeb(u) && !strings.Contains(s, "@"))
	},
}

func isWeb(u *url.URL) bool {
	return (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" && u.User == nil
}

// wrongURL repeats no address in which a password may stand.
func wrongURL(s string, fits bool) *key.Wrong {
	switch {
	case fits:
		return nil
	case strings.Contains(s, "@"):
		return &key.Wrong{What: key.WhatBadSecret}
	default:
		return &key.Wrong{}
	}
}

// contact is what may stand in the comment of a User-Agent (RFC 9110, 5.6.5).
var contact = key.Form{
	Want: key.Say("địa chỉ thư hoặc trang như \"https://don-vi.example\", chữ không dấu, không có ngoặc", "a mail address or page such as \"https://office.example\", in ASCII, without parentheses"),
	Fits: regexp.MustCompile(`^[!-'*-\[\]-~ ]{0,120}$`).MatchString,
}
