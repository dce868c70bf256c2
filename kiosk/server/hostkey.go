package server

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	gossh "golang.org/x/crypto/ssh"
)

// HostKey is the key by which clients know this server again.
type HostKey struct {
	signer gossh.Signer
	Path   string
	Made   bool // just now: the first start
}

// LoadHostKey reads the host key and makes one when there is none.
func LoadHostKey(path string) (HostKey, error) {
	k := HostKey{Path: path}
	body, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		k.Made = true
		body, err = makeHostKey(path)
	}
	if err != nil {
		return k, fmt.Errorf("host key: %w", err)
	}
	info, err := os.Stat(path)
	if err != nil {
		return k, fmt.Errorf("host key: %w", err)
	}
	if open := info.Mode().Perm() & 0o077; open != 0 && ownsModes {
		return k, fmt.Errorf("host key %s: others may read it (mode %#o); chmod 600", path, info.Mode().Perm())
	}
	if k.signer, err = gossh.ParsePrivateKey(body); err != nil {
		return k, fmt.Errorf("host key %s: %w", path, err)
	}
	if k.signer.PublicKey().Type() != gossh.KeyAlgoED25519 {
		return k, fmt.Errorf("host key %s: %s, want %s", path, k.signer.PublicKey().Type(), gossh.KeyAlgoED25519)
	}
	return k, nil
}

// makeHostKey writes a new key beside its place and moves it there, so that a
// start that is cut short leaves no half key.
func makeHostKey(path string) ([]byte, error) {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	block, err := gossh.MarshalPrivateKey(private, "motcua")
	if err != nil {
		return nil, err
	}
	body := pem.EncodeToMemory(block)
	f, err := os.CreateTemp(dir, ".hostkey-*") // 0600
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.Remove(f.Name()) }()
	_, err = f.Write(body)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return nil, err
	}
	// Link, not rename: of two first starts at once one wins and the other reads.
	if err := os.Link(f.Name(), path); errors.Is(err, fs.ErrExist) {
		return os.ReadFile(path)
	} else if err != nil {
		return nil, err
	}
	return body, nil
}

// Fingerprint is how OpenSSH shows the key: "SHA256:...".
func (k HostKey) Fingerprint() string { return gossh.FingerprintSHA256(k.signer.PublicKey()) }

// Line is the key as it stands in a known_hosts file after the host's name:
// "ssh-ed25519 AAAA...".
func (k HostKey) Line() string {
	line := gossh.MarshalAuthorizedKey(k.signer.PublicKey())
	return string(line[:len(line)-1])
}
