package staff

import (
	"bytes"
	"crypto/sha1" //nolint:gosec // G505: OpenSSH's lists name keys by it; it signs nothing
	"crypto/sha256"
	"encoding/base64"
	"strconv"
	"strings"

	gossh "golang.org/x/crypto/ssh"
)

// revoked are the keys and certificates that count no more. A nil one has none.
type revoked struct {
	keys   map[string]bool // wire form of plain keys
	sha1   map[string]bool // hash of the wire form
	sha256 map[string]bool
	certs  []revokedCerts
}

// revokedCerts are certificates of one authority.
type revokedCerts struct {
	authority string // its key's wire form; "": of any
	ranges    []serials
	ids       map[string]bool
}

// serials are the numbers from first to last, or those of them that have a bit.
type serials struct {
	first, last uint64
	bits        []byte // nil: all; else the last bit of the last byte is first
}

func newRevoked() *revoked {
	return &revoked{keys: map[string]bool{}, sha1: map[string]bool{}, sha256: map[string]bool{}}
}

// has tells whether a key counts no more. A certificate falls with its own key, with
// the key that signed it, and by its number or its name (ssh_krl_check_key in
// OpenSSH's krl.c).
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
		// An authority that numbers nothing gives every certificate a zero.
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

// parseRevoked reads what `ssh-keygen -k` writes (see krl.go), or a text that sshd
// takes for RevokedKeys: public keys, one a line. A certificate in the place of a
// key stands for its key, as for sshd. The text may hold lines of the
// specification of ssh-keygen(1) as well, "serial: 7-9", "id: NAME", "hash:
// SHA256:...", and fingerprints by themselves; numbers and names there are those of
// every authority. Unlike a file of keys one bad line spoils all of it, and line
// says which.
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
			return badLine(`"serial" cần một số hay một khoảng như 7-9, từ 1 trở lên`, `"serial" takes a number or a range such as 7-9, from 1 on`)
		}
		all.ranges = append(all.ranges, s)
		return nil
	case "id":
		if rest == "" {
			return badLine(`"id" cần tên ghi trong chứng thư`, `"id" takes the name that stands in a certificate`)
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
		return badLine("đây không phải khoá công khai, dấu khoá, số hay tên của chứng thư", "this is no public key, no fingerprint, no number and no name of a certificate")
	}
	if cert, ok := key.(*gossh.Certificate); ok {
		key = cert.Key
	}
	r.keys[string(key.Marshal())] = true
	return nil
}

// fingerprint takes "SHA256:..." as ssh-keygen -l shows it.
func (r *revoked) fingerprint(s string) error {
	code, ok := strings.CutPrefix(s, "SHA256:")
	sum, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(code, "="))
	if !ok || err != nil || len(sum) != sha256.Size {
		return badLine(`dấu khoá phải như "SHA256:..." mà ssh-keygen -l in ra`, `a fingerprint looks like the "SHA256:..." of ssh-keygen -l`)
	}
	r.sha256[string(sum)] = true
	return nil
}

// parseSerials reads "7" or "7-9"; numbers may begin with 0x, as for ssh-keygen.
func parseSerials(s string) (serials, bool) {
	from, to, isRange := strings.Cut(s, "-")
	first, err := strconv.ParseUint(strings.TrimSpace(from), 0, 64)
	last := first
	if err == nil && isRange {
		last, err = strconv.ParseUint(strings.TrimSpace(to), 0, 64)
	}
	return serials{first: first, last: last}, err == nil && first > 0 && last >= first
}
