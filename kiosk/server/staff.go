package server

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// staffBook is who has the role staff, as the files said when they were read.
type staffBook struct {
	keys map[string]map[string]string // wire form -> critical options
	cas  map[string]bool
}

func (b *staffBook) empty() bool { return len(b.keys) == 0 && len(b.cas) == 0 }

// readStaff reads both files; "" is none. One unreadable line makes the whole
// file an error: a key that silently does not work is found at the wrong time.
func readStaff(keys, cas string) (*staffBook, error) {
	b := &staffBook{keys: map[string]map[string]string{}, cas: map[string]bool{}}
	err := eachKey(keys, func(key gossh.PublicKey, options []string) error {
		critical, err := keyOptions(options)
		if err != nil {
			return err
		}
		if slices.Contains(options, "cert-authority") {
			b.cas[string(key.Marshal())] = true
			return nil
		}
		b.keys[string(key.Marshal())] = critical
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("staff keys: %w", err)
	}
	err = eachKey(cas, func(key gossh.PublicKey, _ []string) error {
		b.cas[string(key.Marshal())] = true
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("staff certificate authorities: %w", err)
	}
	return b, nil
}

// eachKey goes through the lines of an authorized_keys file.
func eachKey(path string, do func(gossh.PublicKey, []string) error) error {
	if path == "" {
		return nil
	}
	body, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	n := 0
	for line := range bytes.Lines(body) {
		n++
		if text := bytes.TrimSpace(line); len(text) == 0 || text[0] == '#' {
			continue
		}
		key, _, options, _, err := gossh.ParseAuthorizedKey(line)
		if err == nil {
			err = do(key, options)
		}
		if err != nil {
			return fmt.Errorf("%s, line %d: %w", path, n, err)
		}
	}
	return nil
}

// keyOptions are the options of an authorized_keys line that mean something
// here. from= restricts and is kept; what only takes away things that this
// server never gives may stand; anything else might be meant to restrict, so it
// is an error and not ignored.
func keyOptions(options []string) (map[string]string, error) {
	var critical map[string]string
	for _, o := range options {
		name, value, _ := strings.Cut(o, "=")
		switch strings.ToLower(name) {
		case "from":
			value = strings.Trim(value, `"`)
			if strings.ContainsAny(value, "*?!") {
				return nil, errors.New(`from= takes addresses and prefixes only, as "10.0.0.0/8,192.0.2.7"`)
			}
			critical = map[string]string{sourceAddress: value}
		case "restrict", "no-pty", "no-port-forwarding", "no-agent-forwarding", "no-x11-forwarding", "no-user-rc", "cert-authority":
		default:
			return nil, fmt.Errorf("option %q means nothing here", name)
		}
	}
	return critical, nil
}

// sourceAddress is the critical option that x/crypto enforces by itself when it
// stands in the permissions of a step.
const sourceAddress = "source-address"

// knows tells whether a key has the role staff, and under which conditions.
func (b *staffBook) knows(key gossh.PublicKey, principals []string, now time.Time) (map[string]string, bool) {
	if cert, ok := key.(*gossh.Certificate); ok {
		return b.certifies(cert, principals, now)
	}
	critical, ok := b.keys[string(key.Marshal())]
	return critical, ok
}

// certifies checks a user certificate. One without principals would be valid
// for everybody: OpenSSH does not take it from a trusted authority either.
func (b *staffBook) certifies(cert *gossh.Certificate, principals []string, now time.Time) (map[string]string, bool) {
	if cert.CertType != gossh.UserCert || !b.cas[string(cert.SignatureKey.Marshal())] {
		return nil, false
	}
	check := gossh.CertChecker{
		Clock: func() time.Time { return now },
		// source-address is handed on below; any other critical option, as
		// force-command, is one that this server cannot keep.
		SupportedCriticalOptions: []string{sourceAddress},
	}
	for _, p := range principals {
		if slices.Contains(cert.ValidPrincipals, p) && check.CheckCert(p, cert) == nil {
			return cert.CriticalOptions, true
		}
	}
	return nil, false
}
