package staff

import (
	"slices"
	"strings"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// line is one line of a file of staff: under which conditions its key counts.
type line struct {
	where      string // "/etc/motcua/staff.keys:3"
	authority  bool   // the key signs certificates, and is none of staff itself
	from       fromList
	expires    time.Time // zero: never
	principals []string  // nil: those of the configuration
	noTerminal bool
	noTouch    bool // a security key need not have been touched
}

// parseLine reads a line as OpenSSH does (sshd(8), AUTHORIZED_KEYS FILE FORMAT).
func parseLine(text []byte, authority bool) (gossh.PublicKey, *line, error) {
	key, _, options, _, err := gossh.ParseAuthorizedKey(text)
	if err != nil {
		return nil, nil, badLine("không đọc được khoá nào ở đây", "no key can be read here")
	}
	if _, isCert := key.(*gossh.Certificate); isCert {
		return nil, nil, badLine("đây là chứng thư; ghi khoá công khai của nơi ký nó", "this is a certificate; put the public key of who signs it")
	}
	l := &line{authority: authority}
	given := map[string]bool{}
	for _, o := range options {
		name, value, hasValue := strings.Cut(o, "=")
		name = strings.ToLower(name) // OpenSSH looks at no case either
		if hasValue {
			err = l.value(name, value, given)
		} else {
			err = l.flag(name)
		}
		if err != nil {
			return nil, nil, err
		}
	}
	if l.principals != nil && !l.authority {
		// OpenSSH refuses it too: a plain key has no principals.
		return nil, nil, badLine(`"principals" chỉ dùng với khoá ký chứng thư ("cert-authority")`, `"principals" is for keys that sign certificates ("cert-authority") alone`)
	}
	return key, l, nil
}

// flag takes an option without a value. The newest of two that contradict each
// other counts, as "restrict,pty".
func (l *line) flag(name string) error {
	switch name {
	case "cert-authority":
		l.authority = true
	case "restrict", "no-pty":
		l.noTerminal = true
	case "pty":
		l.noTerminal = false
	case "no-touch-required":
		l.noTouch = true
	// This server never forwards anything and starts no program: what forbids
	// that changes nothing, and what allows it gives nothing.
	case "no-port-forwarding", "no-agent-forwarding", "no-x11-forwarding", "no-user-rc",
		"port-forwarding", "agent-forwarding", "x11-forwarding", "user-rc":
	default:
		return unknownOption(name)
	}
	return nil
}

// value takes an option with a value.
func (l *line) value(name, quoted string, given map[string]bool) (err error) {
	value, ok := dequote(quoted)
	switch {
	case !ok:
		return badLine(`giá trị của "%s" phải nằm trong dấu nháy kép`, `the value of "%s" belongs in double quotes`, name)
	case given[name] && (name == "from" || name == "principals"):
		// Which of the two was meant?
		return badLine(`"%s" đứng hai lần; gộp lại thành một`, `"%s" stands twice; make it one`, name)
	}
	given[name] = true
	switch name {
	case "from":
		l.from, err = parseFrom(value)
	case "principals":
		if l.principals = strings.Split(value, ","); slices.Contains(l.principals, "") {
			err = badLine(`"principals" có tên trống`, `"principals" holds an empty name`)
		}
	case "expiry-time":
		t, good := parseTime(value)
		if !good {
			return badLine(`"expiry-time" phải là ngày như "20271231" hay giờ như "202712311700", thêm Z nếu là giờ UTC`, `"expiry-time" takes a day such as "20271231" or a time such as "202712311700", with Z if it is UTC`)
		}
		if l.expires.IsZero() || t.Before(l.expires) { // of several the first
			l.expires = t
		}
	case "permitopen", "permitlisten", "tunnel": // see flag: nothing is forwarded
	default:
		// command=, environment= and what else there may be: meant to restrict or to
		// change something that this server cannot.
		return unknownOption(name)
	}
	return err
}

func unknownOption(name string) error {
	return badLine(`máy chủ này không làm được điều mà "%s" đòi hỏi`, `this server cannot do what "%s" asks for`, name)
}

// dequote takes the quotes off a value; in it stands \" for a quote.
func dequote(s string) (string, bool) {
	inner, ok := strings.CutPrefix(s, `"`)
	if !ok {
		return "", false
	}
	inner, ok = strings.CutSuffix(inner, `"`)
	if !ok || strings.HasSuffix(inner, `\`) {
		return "", false
	}
	plain := strings.ReplaceAll(inner, `\"`, "")
	return strings.ReplaceAll(inner, `\"`, `"`), !strings.Contains(plain, `"`)
}

// parseTime reads the times of OpenSSH: YYYYMMDD[Z] or YYYYMMDDHHMM[SS][Z], in the
// system's time zone without a Z.
func parseTime(s string) (time.Time, bool) {
	zone, digits := time.Local, s
	for _, utc := range []string{"Z", "UTC"} {
		if len(s) > len(utc) && strings.EqualFold(s[len(s)-len(utc):], utc) {
			zone, digits = time.UTC, s[:len(s)-len(utc)]
		}
	}
	layout, ok := map[int]string{8: "20060102", 12: "200601021504", 14: "20060102150405"}[len(digits)]
	if !ok || strings.Trim(digits, "0123456789") != "" {
		return time.Time{}, false
	}
	t, err := time.ParseInLocation(layout, digits, zone)
	return t, err == nil && t.Unix() > 0
}
