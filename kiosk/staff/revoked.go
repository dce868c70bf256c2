package staff

import (
	"bytes"
	"crypto/sha1" //nolint:gosec // G505: OpenSSH's lists name keys by it; it signs nothing
	"crypto/sha256"
	"encoding/base64"
	"motcua/tui/text/operator"
	"strconv"
	"strings"

	gossh "golang.org/x/crypto/ssh"
)

// revoked contains revoked keys and certificates. A nil one contains none.
type revoked struct {
	keys   map[string]bool // by the wire form of plain keys
	sha1   map[string]bool // by the hash of the wire form
	sha256 map[string]bool
	certs  []revokedCerts
}

// revokedCerts are the revoked certificates of one authority.
type revokedCerts struct {
	authority string // wire form of its key; "": any authority
	ranges    []serials
	ids       map[string]bool
}

// serials are the numbers from first to last, or those of them whose bit is set.
type serials struct {
	first, last uint64
	bits        []byte // nil: all numbers; otherwise the last bit of the last byte belongs to first
}

func newRevoked() *revoked {
	return &revoked{keys: map[string]bool{}, sha1: map[string]bool{}, sha256: map[string]bool{}}
}

// has reports whether a key is revoked. A certificate is revoked by its own key, by the key
// that signed it, by its serial number or by its key ID (ssh_krl_check_key in OpenSSH's
// krl.c).
func (r *revoked) has(key gossh.PublicKey) bool {
	if r == nil {
		return false
	}
	cert, ok := key.(*gossh.Certificate)
	if !ok {
		return r.hasPlain(key)
	}
	if r.hasPlain(cert.Key) || r.hasPlain(cert.SignatureKey) {
		return true
	}
	authority := string(cert.SignatureKey.Marshal())
	for _, c := range r.certs {
		if (c.authority == "" || c.authority == authority) && c.has(cert) {
			return true
		}
	}
	return false
}

func (r *revoked) hasPlain(key gossh.PublicKey) bool {
	wire := key.Marshal()
	short, long := sha1.Sum(wire), sha256.Sum256(wire) //nolint:gosec // G401: see the import
	return r.keys[string(wire)] || r.sha1[string(short[:])] || r.sha256[string(long[:])]
}

func (c revokedCerts) has(cert *gossh.Certificate) bool {
	if c.ids[cert.KeyId] {
		return true
	}
	for _, s := range c.ranges {
		// An authority that does not number its certificates gives each of them a zero.
		if cert.Serial != 0 && s.has(cert.Serial) {
			return true
		}
	}
	return false
}

func (s serials) has(n uint64) bool {
	if n < s.first || n > s.last {
		return false
	}
	if s.bits == nil {
		return true
	}
	at := n - s.first
	size := uint64(len(s.bits))
	return at/8 < size && s.bits[size-1-at/8]&(1<<(at%8)) != 0
}

// parseRevoked parses a KRL as `ssh-keygen -k` writes it (see krl.go), or a text that sshd
// accepts for RevokedKeys: public keys, one a line. A certificate in place of a key stands
// for its key, as in sshd. The text may also contain lines of ssh-keygen(1)'s KRL
// specification, "serial: 7-9", "id: NAME", "hash: SHA256:...", and lone fingerprints;
// serial numbers and IDs there apply to every authority. Unlike in a file of keys, one bad
// line makes the whole list invalid, and line is its number.
func parseRevoked(body []byte) (r *revoked, line int, err error) {
	if bytes.HasPrefix(body, []byte(krlMagic)) {
		r, err = parseKRL(body[len(krlMagic):])
		return r, 0, err
	}
	r = newRevoked()
	all := revokedCerts{ids: map[string]bool{}}
	for n, text := range numbered(body) {
		if err := r.line(string(text), &all); err != nil {
			return nil, n, err
		}
	}
	r.certs = append(r.certs, all)
	return r, 0, nil
}

func (r *revoked) line(text string, all *revokedCerts) error {
	word, rest, _ := strings.Cut(text, ":")
	rest = strings.TrimSpace(rest)
	switch strings.ToLower(word) {
	case "serial":
		s, ok := parseSerials(rest)
		if !ok {
			return badLine(operator.StaffSerial)
		}
		all.ranges = append(all.ranges, s)
		return nil
	case "id":
		if rest == "" {
			return badLine(operator.StaffID)
		}
		all.ids[rest] = true
		return nil
	case "hash":
		return r.fingerprint(rest)
	case "sha256", "sha1", "key":
		if word == "SHA256" && !strings.Contains(rest, " ") {
			return r.fingerprint(text)
		}
		text = rest
	}
	key, _, options, _, err := gossh.ParseAuthorizedKey([]byte(text))
	if err != nil || len(options) > 0 {
		return badLine(operator.StaffNoRevoked)
	}
	if cert, ok := key.(*gossh.Certificate); ok {
		key = cert.Key
	}
	r.keys[string(key.Marshal())] = true
	return nil
}

// fingerprint adds "SHA256:..." as ssh-keygen -l prints it.
func (r *revoked) fingerprint(s string) error {
	code, ok := strings.CutPrefix(s, "SHA256:")
	sum, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(code, "="))
	if !ok || err != nil || len(sum) != sha256.Size {
		return badLine(operator.StaffFingerprint)
	}
	r.sha256[string(sum)] = true
	return nil
}

// parseSerials parses "7" or "7-9"; as for ssh-keygen, numbers may begin with 0x.
func parseSerials(s string) (serials, bool) {
	from, to, isRange := strings.Cut(s, "-")
	first, err := strconv.ParseUint(strings.TrimSpace(from), 0, 64)
	last := first
	if err == nil && isRange {
		last, err = strconv.ParseUint(strings.TrimSpace(to), 0, 64)
	}
	return serials{first: first, last: last}, err == nil && first > 0 && last >= first
}
