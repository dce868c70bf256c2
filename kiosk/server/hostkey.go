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

// HostKey is the key by which clients recognise this server.
type HostKey struct {
	signer gossh.Signer
	Path   string
	Made   bool // it was created just now, at the first start
}

// LoadHostKey reads the host key, and creates one if there is none.
func LoadHostKey(path string) (HostKey, error) {
	body, made, err := keyfile.Load(path, makeHostKey)
	if err != nil {
		return HostKey{Path: path}, fmt.Errorf("host key: %w", err)
	}
	k, err := parseHostKey(path, body)
	k.Made = made
	return k, err
}

// ReadHostKey reads the host key of a server that runs under another account, for root, who
// maintains it. It creates none.
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

// Fingerprint returns the fingerprint as OpenSSH shows it: "SHA256:...".
func (k HostKey) Fingerprint() string { return gossh.FingerprintSHA256(k.signer.PublicKey()) }

// Line returns the key as it is written after the host's name in a known_hosts file:
// "ssh-ed25519 AAAA...".
func (k HostKey) Line() string {
	line := gossh.MarshalAuthorizedKey(k.signer.PublicKey())
	return string(line[:len(line)-1])
}
