package staff

import (
	"net/netip"
	"slices"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// Asker is who comes with a key, apart from the key.
type Asker struct {
	Addr netip.Addr // with its zone, where it has one
	Now  time.Time
	// Principals are the names that a certificate must carry one of, where the line
	// of its authority names none.
	Principals []string
}

// Why is why a key is not staff's, as a word for logs.
type Why string

// The reasons.
const (
	Unknown    Why = "unknown"      // no line has this key, or the authority of this certificate
	Revoked    Why = "revoked"      // it counts no more
	ListShut   Why = "revoked_keys" // it cannot be known whether it counts
	Elsewhere  Why = "from"         // not from this address
	Expired    Why = "expired"      // the line, or the certificate
	NotYet     Why = "not_yet"      // the certificate
	Principal  Why = "principals"   // the certificate is for other people
	Unkeepable Why = "option"       // the certificate asks for what cannot be kept
	Unsound    Why = "certificate"  // it is none of a person, or its signature is not good
)

// Verdict is what the book says of a key.
type Verdict struct {
	Staff bool
	Why   Why    // it is not staff's
	Where string // the line that decided, "/etc/motcua/staff.keys:3"; "" where none did

	NoTerminal bool // the line gives none
	NoTouch    bool // a security key need not have been touched
}

// Admit tells whether a key, or a certificate, is staff's. Of several lines with
// one key any will do, as for OpenSSH.
func (b *Book) Admit(key gossh.PublicKey, a Asker) Verdict {
	lines := b.keys[string(key.Marshal())]
	cert, isCert := key.(*gossh.Certificate)
	if isCert {
		lines = b.cas[string(cert.SignatureKey.Marshal())]
	}
	switch {
	case len(lines) == 0:
		return Verdict{Why: Unknown}
	case b.shut:
		return Verdict{Why: ListShut, Where: b.read[2].path}
	case b.revoked.has(key):
		return Verdict{Why: Revoked, Where: b.read[2].path}
	}
	var first Verdict
	for _, l := range lines {
		v := Verdict{Where: l.where, NoTerminal: l.noTerminal, NoTouch: l.noTouch}
		if v.Why = l.refuses(a); v.Why == "" && isCert {
			v.Why = refusesCert(cert, l, a)
			_, v.NoTouch = cert.Extensions["no-touch-required"]
			v.NoTouch = v.NoTouch && l.noTouch
		}
		if v.Staff = v.Why == ""; v.Staff {
			return v
		}
		if first.Why == "" {
			first = v
		}
	}
	return first
}

// refuses tells what of a line keeps somebody out; "" is nothing.
func (l *line) refuses(a Asker) Why {
	switch {
	case l.from != nil && !l.from.allows(a.Addr):
		return Elsewhere
	case !l.expires.IsZero() && a.Now.Unix() > l.expires.Unix():
		return Expired
	}
	return ""
}

// sourceAddress is the only critical option of a certificate that this server
// keeps. Another, as force-command, makes the certificate void here
// (PROTOCOL.certkeys: one that is not recognised must be refused). Extensions may be
// ignored, and are: they allow what this server has not got, or a terminal, which
// here is no more than a look-up.
const sourceAddress = "source-address"

// certAlgorithms are those by which an authority may sign, as OpenSSH's
// CASignatureAlgorithms: not SHA-1, by which a certificate can be forged.
var certAlgorithms = []string{
	gossh.KeyAlgoED25519, gossh.KeyAlgoECDSA256, gossh.KeyAlgoECDSA384, gossh.KeyAlgoECDSA521,
	gossh.KeyAlgoSKED25519, gossh.KeyAlgoSKECDSA256, gossh.KeyAlgoRSASHA256, gossh.KeyAlgoRSASHA512,
}

// refusesCert tells what keeps a certificate out whose authority a line knows.
func refusesCert(cert *gossh.Certificate, l *line, a Asker) Why {
	if cert.CertType != gossh.UserCert || !slices.Contains(certAlgorithms, cert.Signature.Format) {
		return Unsound
	}
	for option, value := range cert.CriticalOptions {
		if option != sourceAddress {
			return Unkeepable
		}
		list, err := sources(value)
		if err != nil {
			return Unkeepable
		}
		if !list.allows(a.Addr) {
			return Elsewhere
		}
	}
	names := l.principals
	if names == nil {
		names = a.Principals
	}
	// A certificate without principals would be everybody's; OpenSSH does not take
	// it from an authority either.
	i := slices.IndexFunc(names, func(n string) bool { return slices.Contains(cert.ValidPrincipals, n) })
	switch now := uint64(max(0, a.Now.Unix())); {
	case i < 0:
		return Principal
	case now < cert.ValidAfter:
		return NotYet
	case now >= cert.ValidBefore:
		return Expired
	}
	check := gossh.CertChecker{Clock: func() time.Time { return a.Now }, SupportedCriticalOptions: []string{sourceAddress}}
	if check.CheckCert(names[i], cert) != nil {
		return Unsound
	}
	return ""
}
