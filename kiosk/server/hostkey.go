package server

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"fmt"
	"os"

	gossh "golang.org/x/crypto/ssh"

	"motcua/kiosk/keyfile"
)

// HostKey is the key by which clients know this server again.
type HostKey struct {
	signer gossh.Signer
	Path   string
	Made   bool // just now: the first start
}

// LoadHostKey reads the host key and makes one when there is none.
func LoadHostKey(path string) (HostKey, error) {
	body, made, err := keyfile.Load(path, makeHostKey)
	if err != nil {
		return HostKey{Path: path}, fmt.Errorf("host key: %w", err)
	}
	k, err := parseHostKey(path, body)
	k.Made = made
	return k, err
}

// ReadHostKey reads the host key of a server that runs by an account, for root who
// looks after it. It makes none.
func ReadHostKey(path string, account keyfile.Account) (HostKey, error) {
	if err := account.Check(path, keyfile.Secret); err != nil {
		return HostKey{Path: path}, fmt.Errorf("host key: %w", err)
	}
	body, err := os.ReadFile(path)
	if err != nil {
		return HostKey{Path: path}, fmt.Errorf("host key: %w", err)
	}
	return parseHostKey(path, body)
}

func parseHostKey(path string, body []byte) (k HostKey, err error) {
	k.Path = path
	if k.signer, err = gossh.ParsePrivateKey(body); err != nil {
		return k, fmt.Errorf("host key %s: %w", path, err)
	}
	if k.signer.PublicKey().Type() != gossh.KeyAlgoED25519 {
		return k, fmt.Errorf("host key %s: %s, want %s", path, k.signer.PublicKey().Type(), gossh.KeyAlgoED25519)
	}
	return k, nil
}

func makeHostKey() ([]byte, error) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	block, err := gossh.MarshalPrivateKey(private, "motcua")
	if err != nil {
		return nil, err
	}
	return pem.EncodeToMemory(block), nil
}

// Fingerprint is how OpenSSH shows the key: "SHA256:...".
func (k HostKey) Fingerprint() string { return gossh.FingerprintSHA256(k.signer.PublicKey()) }

// Line is the key as it stands in a known_hosts file after the host's name:
// "ssh-ed25519 AAAA...".
func (k HostKey) Line() string {
	line := gossh.MarshalAuthorizedKey(k.signer.PublicKey())
	return string(line[:len(line)-1])
}
