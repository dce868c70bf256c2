package audit

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"

	"motcua/kiosk/keyfile"
)

// keySize is the size of the key, in bytes: that of the hash.
const keySize = sha256.Size

// Key hashes codes. After a change of key, old records can no longer be linked to new ones,
// so each record contains the key's ID.
type Key struct {
	secret [keySize]byte
	// ID names the key in records: eight hexadecimal digits, which say nothing
	// about the key.
	ID string
}

// LoadKey reads the key from the file at path, 64 hexadecimal digits. A missing file is
// created with mode 0600 and a random key, its directory with mode 0700.
func LoadKey(path string) (*Key, error) {
	body, _, err := keyfile.Load(path, makeKey)
	if err != nil {
		return nil, fmt.Errorf("audit key: %w", err)
	}
	return parseKey(path, body)
}

// ReadKey reads the key of a server that runs as an account, and makes none.
func ReadKey(path string, account keyfile.Account) (*Key, error) {
	if err := account.Check(path, keyfile.Secret); err != nil {
		return nil, fmt.Errorf("audit key: %w", err)
	}
	body, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("audit key: %w", err)
	}
	return parseKey(path, body)
}

func parseKey(path string, body []byte) (*Key, error) {
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

// Hash returns the keyed hash of a dossier's code in its canonical form, see
// code.Dossier.Canonical, as 32 hexadecimal digits: 128 bits are enough to tell codes
// apart.
func (k *Key) Hash(code string) string {
	return hex.EncodeToString(k.sum("dossier", code)[:16])
}

// Name returns the keyed hash of what identifies somebody in a file of numbers, an address
// or a staff key, as 32 hexadecimal digits. It differs from the hash of an equal code.
func (k *Key) Name(name string) string {
	return hex.EncodeToString(k.sum("name", name)[:16])
}

// sum hashes a value together with its domain, so equal values of two domains have
// different hashes.
func (k *Key) sum(domain, value string) []byte {
	h := hmac.New(sha256.New, k.secret[:])
	h.Write([]byte(domain + "\x00" + value))
	return h.Sum(nil)
}
