package staff

import (
	"crypto/sha1" //nolint:gosec // G505: see revoked.go
	"crypto/sha256"
	"encoding/binary"
	"math"
	"motcua/tui/text/operator"
)

// The binary format of a key revocation list, as `ssh-keygen -k` writes it and sshd reads
// it (PROTOCOL.krl of OpenSSH). It is parsed here because x/crypto has no parser, the owner
// of github.com/stripe/krl has abandoned it, and its successors have no users yet.
const (
	krlMagic   = "SSHKRL\n\x00"
	krlVersion = 1

	krlCertificates = 1
	krlKeys         = 2
	krlSHA1         = 3
	krlSHA256       = 5
	krlExtension    = 255

	krlSerialList    = 0x20
	krlSerialRange   = 0x21
	krlSerialBitmap  = 0x22
	krlKeyIDs        = 0x23
	krlCertExtension = 0x39
)

var errKRL = badLine(operator.StaffKRL)

// wire is the unread rest of a list. Reading beyond its end sets bad and returns zeros.
type wire struct {
	left []byte
	bad  bool
}

func (w *wire) more() bool { return !w.bad && len(w.left) > 0 }

func (w *wire) take(n uint64) []byte {
	if w.bad || n > uint64(len(w.left)) {
		w.bad = true
		return nil
	}
	b := w.left[:n]
	w.left = w.left[n:]
	return b
}

func (w *wire) byte() byte {
	if b := w.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (w *wire) uint32() uint32 {
	if b := w.take(4); b != nil {
		return binary.BigEndian.Uint32(b)
	}
	return 0
}

func (w *wire) uint64() uint64 {
	if b := w.take(8); b != nil {
		return binary.BigEndian.Uint64(b)
	}
	return 0
}

func (w *wire) string() []byte { return w.take(uint64(w.uint32())) }

// parseKRL parses a list after its magic number.
func parseKRL(body []byte) (*revoked, error) {
	w := &wire{left: body}
	version := w.uint32()
	w.take(3 * 8) // version of the list, its time, and flags, none of which is defined
	w.string()    // reserved
	w.string()    // a comment
	r := newRevoked()
	ok := version == krlVersion
	for ok && w.more() {
		kind, section := w.byte(), &wire{left: w.string()}
		ok = !w.bad && r.krlSection(kind, section) && !section.bad
	}
	if !ok || w.bad {
		return nil, errKRL
	}
	return r, nil
}

// krlSection adds a section to the list. It returns false for a section that it cannot
// enforce.
func (r *revoked) krlSection(kind byte, w *wire) bool {
	switch kind {
	case krlCertificates:
		return r.krlCerts(w)
	case krlKeys:
		for w.more() {
			r.keys[string(w.string())] = true
		}
	case krlSHA1:
		return hashes(w, r.sha1, sha1.Size)
	case krlSHA256:
		return hashes(w, r.sha256, sha256.Size)
	case krlExtension:
		return skippable(w)
	default:
		return false
	}
	return true
}

func hashes(w *wire, to map[string]bool, size int) bool {
	for w.more() {
		sum := w.string()
		if len(sum) != size {
			return false
		}
		to[string(sum)] = true
	}
	return true
}

// skippable reports whether an extension may be ignored because it is not critical.
func skippable(w *wire) bool {
	w.string() // its name
	critical := w.byte()
	w.string()
	return !w.bad && critical == 0
}

func (r *revoked) krlCerts(w *wire) bool {
	c := revokedCerts{authority: string(w.string()), ids: map[string]bool{}}
	w.string() // reserved
	for w.more() {
		kind, part := w.byte(), &wire{left: w.string()}
		switch kind {
		case krlSerialList:
			for part.more() {
				n := part.uint64()
				c.ranges = append(c.ranges, serials{first: n, last: n})
			}
		case krlSerialRange:
			c.ranges = append(c.ranges, serials{first: part.uint64(), last: part.uint64()})
		case krlSerialBitmap:
			first := part.uint64()
			c.ranges = append(c.ranges, serials{first: first, last: math.MaxUint64, bits: append([]byte{}, part.string()...)})
		case krlKeyIDs:
			for part.more() {
				c.ids[string(part.string())] = true
			}
		case krlCertExtension:
			if !skippable(part) {
				return false
			}
		default:
			return false
		}
		if part.bad {
			return false
		}
	}
	r.certs = append(r.certs, c)
	return !w.bad
}
