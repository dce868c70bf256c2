package staff

import (
	"net/netip"
	"slices"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// Asker describes who presents a key.
type Asker struct {
	Addr netip.Addr // with its zone, where it has one
	Now  time.Time
	// Principals are the accepted names. A certificate must carry one of them, unless the
	// line of its authority lists its own.
	Principals []string
}

// Why is the reason why a key is refused, as a word for logs.
type Why string

// The reasons.
const (
	Unknown    Why = "unknown"      // no line has this key or the authority of this certificate
	Revoked    Why = "revoked"      // it is on the list of revoked keys
	ListShut   Why = "revoked_keys" // the list of revoked keys cannot be read
	Elsewhere  Why = "from"         // the line does not allow this address
	Expired    Why = "expired"      // the line or the certificate has expired
	NotYet     Why = "not_yet"      // the certificate is not valid yet
	Principal  Why = "principals"   // the certificate is for other people
	Unkeepable Why = "option"       // the certificate has a critical option that this server cannot enforce
	Unsound    Why = "certificate"  // the certificate is a host's, or its signature is not valid
)

// Verdict is the result for a key.
type Verdict struct {
	Staff bool
	Why   Why    // empty for a key that is staff's
	Where string // the line that decided, "/etc/motcua/staff.keys:3"; "" when none did

	NoTerminal bool // the line forbids a terminal
	NoTouch    bool // a security key need not be touched
}

// Admit reports whether a key or a certificate belongs to staff. When several lines have
// the same key, one that allows it is enough, as in OpenSSH.
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

// refuses returns why a line refuses somebody; "" means that it does not.
func (l *line) refuses(a Asker) Why {
	switch {
	case l.from != nil && !l.from.allows(a.Addr):
		return Elsewhere
	case !l.expires.IsZero() && a.Now.Unix() > l.expires.Unix():
		return Expired
	}
	return ""
}

// sourceAddress is the only critical option of a certificate that this server enforces. Any
// other, such as force-command, makes the certificate invalid here (PROTOCOL.certkeys:
// unknown critical options must be refused). Extensions may be ignored and are: they allow
// features that this server does not have, or a terminal, which here gives no more than
// look-ups.
const sourceAddress = "source-address"

// certAlgorithms are the signature algorithms that an authority may use, as in OpenSSH's
// CASignatureAlgorithms. SHA-1 is not among them, because such certificates can be forged.
var certAlgorithms = []string{
	gossh.KeyAlgoED25519, gossh.KeyAlgoECDSA256, gossh.KeyAlgoECDSA384, gossh.KeyAlgoECDSA521,
	gossh.KeyAlgoSKED25519, gossh.KeyAlgoSKECDSA256, gossh.KeyAlgoRSASHA256, gossh.KeyAlgoRSASHA512,
}

// refusesCert returns why a certificate whose authority is known is refused; "" means that
// it is not.
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
	// A certificate without principals would be valid for everybody. OpenSSH refuses it
	// from an authority too.
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
