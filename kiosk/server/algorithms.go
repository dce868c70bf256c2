package server

import gossh "golang.org/x/crypto/ssh"

// algorithms are the only ones that the server offers: no NIST curve, no SHA-1, no CBC, no MAC
// that authenticates before it encrypts. aes256-ctr is last, for clients that have neither
// chacha20 nor GCM, such as paramiko 2.12 of Debian 12. x/crypto adds the name
// curve25519-sha256@libssh.org by itself; it is the same exchange.
func algorithms() gossh.Config {
	return gossh.Config{
		KeyExchanges: []string{gossh.KeyExchangeMLKEM768X25519, gossh.KeyExchangeCurve25519},
		Ciphers:      []string{gossh.CipherChaCha20Poly1305, gossh.CipherAES256GCM, gossh.CipherAES128GCM, gossh.CipherAES256CTR},
		MACs:         []string{gossh.HMACSHA256ETM, gossh.HMACSHA512ETM},
	}
}

// keyAlgorithms are the signature algorithms for staff keys.
var keyAlgorithms = []string{
	gossh.KeyAlgoED25519, gossh.KeyAlgoSKED25519, gossh.KeyAlgoSKECDSA256,
	gossh.KeyAlgoECDSA256, gossh.KeyAlgoECDSA384, gossh.KeyAlgoECDSA521,
	gossh.KeyAlgoRSASHA256, gossh.KeyAlgoRSASHA512,
}
