package shared_test

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"net/netip"
)

func addr(s string) netip.Addr { return netip.MustParseAddr(s) }

// unkeyed returns the usual hashes of texts, as somebody would compute them who has no key.
func unkeyed(texts []string) (all []string) {
	for _, s := range texts {
		m, one, two := md5.Sum([]byte(s)), sha1.Sum([]byte(s)), sha256.Sum256([]byte(s))
		for _, sum := range [][]byte{m[:], one[:], two[:], two[:16]} {
			all = append(all, hex.EncodeToString(sum), base64.RawStdEncoding.EncodeToString(sum))
		}
	}
	return all
}
