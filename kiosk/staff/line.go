package staff

import (
	"motcua/tui/text/operator"
	"slices"
	"strings"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// line is one line of a staff file: the conditions for its key.
type line struct {
	where      string // "/etc/motcua/staff.keys:3"
	authority  bool   // the key signs certificates and is not itself a staff key
	from       fromList
	expires    time.Time // zero: never
	principals []string  // nil: those of the configuration
	noTerminal bool
	noTouch    bool // a security key need not be touched
}

// parseLine parses a line as OpenSSH does (sshd(8), AUTHORIZED_KEYS FILE FORMAT).
func parseLine(text []byte, authority bool) (gossh.PublicKey, *line, error) {
	key, _, options, _, err := gossh.ParseAuthorizedKey(text)
	if err != nil {
		return nil, nil, badLine(operator.StaffNoKey)
	}
	if _, isCert := key.(*gossh.Certificate); isCert {
		return nil, nil, badLine(operator.StaffCertificate)
	}
	l := &line{authority: authority}
	given := map[string]bool{}
	for _, o := range options {
		name, value, hasValue := strings.Cut(o, "=")
		name = strings.ToLower(name) // OpenSSH ignores case too
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
		// OpenSSH refuses this too: a plain key has no principals.
		return nil, nil, badLine(operator.StaffPrincipalsOfCA)
	}
	return key, l, nil
}

// flag handles an option without a value. Of two that contradict each other the last one
// counts, as in "restrict,pty".
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
	// This server never forwards anything and starts no program, so options that forbid it
	// change nothing, and options that allow it grant nothing.
	case "no-port-forwarding", "no-agent-forwarding", "no-x11-forwarding", "no-user-rc",
		"port-forwarding", "agent-forwarding", "x11-forwarding", "user-rc":
	default:
		return unknownOption(name)
	}
	return nil
}

// value handles an option with a value.
func (l *line) value(name, quoted string, given map[string]bool) (err error) {
	value, ok := dequote(quoted)
	switch {
	case !ok:
		return badLine(operator.StaffQuotes.With(name))
	case given[name] && (name == "from" || name == "principals"):
		// It is unknown which of the two was meant.
		return badLine(operator.StaffTwice.With(name))
	}
	given[name] = true
	switch name {
	case "from":
		l.from, err = parseFrom(value)
	case "principals":
		if l.principals = strings.Split(value, ","); slices.Contains(l.principals, "") {
			err = badLine(operator.StaffPrincipalsEmpty)
		}
	case "expiry-time":
		t, good := parseTime(value)
		if !good {
			return badLine(operator.StaffExpiry)
		}
		if l.expires.IsZero() || t.Before(l.expires) { // the earliest of several
			l.expires = t
		}
	case "permitopen", "permitlisten", "tunnel": // see flag: nothing is forwarded
	default:
		// command=, environment= and any other option: it is meant to restrict or change
		// something that this server cannot.
		return unknownOption(name)
	}
	return err
}

func unknownOption(name string) error {
	return badLine(operator.StaffOption.With(name))
}

// dequote removes the quotes around a value and turns \" into a quote.
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

// parseTime parses OpenSSH's times: YYYYMMDD[Z] or YYYYMMDDHHMM[SS][Z], in the system's
// time zone without the Z.
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
