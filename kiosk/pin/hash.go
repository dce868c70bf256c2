package pin

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/crypto/argon2"
)

// The shortest and the longest PIN, in digits.
const (
	Least = 6
	Most  = 64
)

// The errors of Hash and Check.
var (
	ErrShort   = errors.New("pin: at least 6 digits")
	ErrForm    = errors.New("pin: digits only, at most 64")
	ErrTrivial = errors.New("pin: one digit repeated, or digits counting up or down")
	ErrHash    = errors.New("pin: not an argon2id hash string")
	ErrBounds  = errors.New("pin: the parameters of the hash are out of bounds")
)

// The cost of a new hash: the second recommended option of RFC 9106, section 4, which suits
// machines that have other work to do. A kiosk needs a tenth of a second for it.
const (
	passes   = 3
	memory   = 64 << 10 // KiB
	threads  = 4
	saltSize = 16
	keySize  = 32
)

// The bounds for a hash from a configuration: below them it protects nothing, and above
// them a typing mistake would use up the machine's memory.
const (
	mostPasses  = 20
	leastMemory = 8 << 10   // KiB
	mostMemory  = 256 << 10 // KiB
	mostThreads = 16
	leastSalt   = 8
	mostSalt    = 64
	leastKey    = 16
	mostKey     = 64
	mostHash    = 512 // length of the string in characters
)

// Hash returns the string for a configuration, in the format of the password hashing
// competition: $argon2id$v=19$m=65536,t=3,p=4$salt$hash, where salt and hash are base64
// without padding. The errors are ErrShort, ErrForm and ErrTrivial.
func Hash(pin string) (string, error) {
	if err := acceptable(pin); err != nil {
		return "", err
	}
	h := hash{passes: passes, memory: memory, threads: threads, salt: make([]byte, saltSize)}
	_, _ = rand.Read(h.salt) // never returns an error
	h.key = h.derive(pin, keySize)
	return h.String(), nil
}

func acceptable(pin string) error {
	if len(pin) > Most || strings.ContainsFunc(pin, func(r rune) bool { return r < '0' || r > '9' }) {
		return ErrForm
	}
	if len(pin) < Least {
		return ErrShort
	}
	up, down, same := true, true, true
	for i := 1; i < len(pin); i++ {
		step := (int(pin[i]) - int(pin[i-1]) + 10) % 10
		up, down, same = up && step == 1, down && step == 9, same && step == 0
	}
	if up || down || same {
		return ErrTrivial
	}
	return nil
}

// Check reports whether pin matches the hash. The time does not depend on how much of it is
// right. The error is ErrHash or ErrBounds.
func Check(pin, hashed string) (bool, error) {
	h, err := parse(hashed)
	if err != nil {
		return false, err
	}
	if len(pin) > Most {
		pin = "" // the work is the same for any PIN
	}
	got := h.derive(pin, uint32(len(h.key)))
	return subtle.ConstantTimeCompare(got, h.key) == 1, nil
}

// Valid returns what is wrong with a hash string, or nil, to check a configuration before
// it is used.
func Valid(hashed string) error {
	_, err := parse(hashed)
	return err
}

// hash is a parsed hash string.
type hash struct {
	passes, memory uint32
	threads        uint8
	salt, key      []byte
}

func (h hash) derive(pin string, size uint32) []byte {
	return argon2.IDKey([]byte(pin), h.salt, h.passes, h.memory, h.threads, size)
}

var base64Plain = base64.RawStdEncoding.Strict()

func (h hash) String() string {
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version,
		h.memory, h.passes, h.threads, base64Plain.EncodeToString(h.salt), base64Plain.EncodeToString(h.key))
}

// parse parses a hash string and checks that its costs are within the bounds.
func parse(s string) (hash, error) {
	if len(s) > mostHash {
		return hash{}, ErrHash
	}
	fields := strings.Split(s, "$")
	if len(fields) != 6 || fields[0] != "" || fields[1] != "argon2id" || fields[2] != "v="+strconv.Itoa(argon2.Version) {
		return hash{}, ErrHash
	}
	m, t, p, err := parseCosts(fields[3])
	if err != nil {
		return hash{}, err
	}
	salt, err1 := base64Plain.DecodeString(fields[4])
	key, err2 := base64Plain.DecodeString(fields[5])
	if err1 != nil || err2 != nil {
		return hash{}, ErrHash
	}
	if len(salt) < leastSalt || len(salt) > mostSalt || len(key) < leastKey || len(key) > mostKey {
		return hash{}, ErrBounds
	}
	return hash{passes: t, memory: m, threads: uint8(p), salt: salt, key: key}, nil
}

// parseCosts parses "m=65536,t=3,p=4".
func parseCosts(s string) (m, t, p uint32, err error) {
	costs := strings.Split(s, ",")
	if len(costs) != 3 {
		return 0, 0, 0, ErrHash
	}
	for i, c := range []struct {
		name        string
		to          *uint32
		least, most uint64
	}{{"m=", &m, leastMemory, mostMemory}, {"t=", &t, 1, mostPasses}, {"p=", &p, 1, mostThreads}} {
		digits, ok := strings.CutPrefix(costs[i], c.name)
		n, err := strconv.ParseUint(digits, 10, 32)
		switch {
		case ok && errors.Is(err, strconv.ErrRange), err == nil && (n < c.least || n > c.most):
			return 0, 0, 0, ErrBounds
		case !ok, err != nil, digits != strconv.FormatUint(n, 10):
			return 0, 0, 0, ErrHash
		}
		*c.to = uint32(n)
	}
	return m, t, p, nil
}
