package audit

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"motcua/kiosk/keyfile"
)

// keySize is that of the hash, in bytes.
const keySize = sha256.Size

// Key hashes codes. A new key makes old records unlinkable, so its ID stands in
// each record.
type Key struct {
	secret [keySize]byte
	// ID names the key in records: eight hexadecimal digits, which say nothing
	// about the key.
	ID string
}

// LoadKey reads the key's file, 64 hexadecimal digits, and makes it with 0600
// when there is none. Its directory is made with 0700.
func LoadKey(path string) (*Key, error) {
	body, _, err := keyfile.Load(path, makeKey)
	if err != nil {
		return nil, fmt.Errorf("audit key: %w", err)
	}
	k := &Key{}
	text := string(body)
	if len(text) > 0 && text[len(text)-1] == '\n' {
		text = text[:len(text)-1]
	}
	raw, err := hex.DecodeString(text)
	if err != nil || len(raw) != keySize {
		return nil, fmt.Errorf("audit key %s: want %d hexadecimal digits", path, 2*keySize)
	}
	copy(k.secret[:], raw)
	k.ID = hex.EncodeToString(k.sum("key id", "")[:4])
	return k, nil
}

func makeKey() ([]byte, error) {
	var secret [keySize]byte
	if _, err := rand.Read(secret[:]); err != nil {
		return nil, err
	}
	return []byte(hex.EncodeToString(secret[:]) + "\n"), nil
}

// Hash is the keyed hash of a dossier's code in its canonical form, see
// code.Dossier.Canonical, 32 hexadecimal digits: 128 bits are enough to tell
// codes apart.
func (k *Key) Hash(code string) string {
	return hex.EncodeToString(k.sum("dossier", code)[:16])
}

// Name is the keyed hash of whatever names somebody in a file of numbers: an
// address, a staff key, 32 hexadecimal digits. It is no hash of a code.
func (k *Key) Name(name string) string {
	return hex.EncodeToString(k.sum("name", name)[:16])
}

// sum keeps what is hashed apart by what it is.
func (k *Key) sum(domain, value string) []byte {
	h := hmac.New(sha256.New, k.secret[:])
	h.Write([]byte(domain + "\x00" + value))
	return h.Sum(nil)
}
