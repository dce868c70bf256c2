package cms

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	_ "crypto/sha256" // the digests that signatures use
	_ "crypto/sha512"
	"crypto/subtle"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"hash"
	"time"

	"github.com/smallstep/pkcs7"
)

// Message is a signature with one signer.
type Message struct {
	Signer       *x509.Certificate
	Certificates []*x509.Certificate // those inside the message that can be used
	Digest       crypto.Hash

	p7 *pkcs7.PKCS7
}

// mostCertificates is how many certificates of a message are used.
const mostCertificates = 32

// mostKeyBits is the largest RSA key; authorities use 4,096 bits at most.
const mostKeyBits = 8192

// Attributes of a signer.
var (
	oidTST           = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 1, 4}
	oidStamp         = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 14}
	oidCertificate   = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 12}
	oidCertificateV2 = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 47}
	oidPSS           = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 10}
	oidRSA           = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1}
	oidECDSA         = asn1.ObjectIdentifier{1, 2, 840, 10045}
)

// digests are the digests by their identifiers. MD5 is missing on purpose.
var digests = []struct {
	oid  asn1.ObjectIdentifier
	hash crypto.Hash
}{
	{pkcs7.OIDDigestAlgorithmSHA1, crypto.SHA1},
	{pkcs7.OIDDigestAlgorithmSHA224, crypto.SHA224},
	{pkcs7.OIDDigestAlgorithmSHA256, crypto.SHA256},
	{pkcs7.OIDDigestAlgorithmSHA384, crypto.SHA384},
	{pkcs7.OIDDigestAlgorithmSHA512, crypto.SHA512},
}

func digestOf(oid asn1.ObjectIdentifier) (crypto.Hash, bool) {
	for _, d := range digests {
		if d.oid.Equal(oid) {
			return d.hash, true
		}
	}
	return 0, false
}

// Parse decodes a message of one signer. The signer's certificate is in the message or among
// known. Bytes behind the message are an error.
func Parse(b []byte, known []*x509.Certificate) (*Message, error) {
	n, err := Length(b)
	if err != nil {
		return nil, err
	}
	if n != len(b) {
		return nil, ErrMalformed
	}
	p7, err := pkcs7.Parse(b)
	if err != nil || len(p7.Signers) > 1 {
		return nil, ErrMalformed
	}
	if len(p7.Signers) == 0 { // also one who is named by a key instead of a certificate
		return nil, ErrUnsupported
	}
	m := &Message{p7: p7}
	for _, c := range p7.Certificates {
		if len(m.Certificates) < mostCertificates && usable(c) {
			m.Certificates = append(m.Certificates, c)
		}
	}
	who := p7.Signers[0].IssuerAndSerialNumber
	if who.SerialNumber == nil {
		return nil, ErrMalformed
	}
	for _, list := range [][]*x509.Certificate{m.Certificates, known} {
		for _, c := range list {
			if m.Signer == nil && c.SerialNumber.Cmp(who.SerialNumber) == 0 && bytes.Equal(c.RawIssuer, who.IssuerName.FullBytes) {
				m.Signer = c
			}
		}
	}
	if m.Signer == nil {
		return nil, ErrNoCertificate
	}
	var ok bool
	if m.Digest, ok = digestOf(p7.Signers[0].DigestAlgorithm.Algorithm); !ok {
		return nil, ErrUnsupported
	}
	return m, nil
}

// usable reports whether a check with the certificate's key takes a bounded time.
func usable(c *x509.Certificate) bool {
	switch k := c.PublicKey.(type) {
	case *rsa.PublicKey:
		return k.N.BitLen() <= mostKeyBits
	case *ecdsa.PublicKey:
		return true
	}
	return false
}

// Check reports whether the signer signed the content that write writes. The error is
// ErrChanged, ErrForged, ErrMalformed or ErrUnsupported.
func (m *Message) Check(write func(hash.Hash)) error {
	return m.check(pkcs7.OIDData, write)
}

func (m *Message) check(kind asn1.ObjectIdentifier, write func(hash.Hash)) error {
	h := m.Digest.New()
	write(h)
	sum := h.Sum(nil)
	signer := m.p7.Signers[0]
	if len(signer.AuthenticatedAttributes) > 0 {
		if err := m.attributes(kind, sum); err != nil {
			return err
		}
		all, err := asn1.Marshal(struct {
			A any `asn1:"set"`
		}{signer.AuthenticatedAttributes})
		if err != nil {
			return ErrMalformed
		}
		var set asn1.RawValue
		if _, err := asn1.Unmarshal(all, &set); err != nil {
			return ErrMalformed
		}
		h.Reset()
		h.Write(set.Bytes)
		sum = h.Sum(nil)
	}
	return m.fits(sum)
}

// attributes checks those that are signed: the type of the content, its digest, and
// which certificate signed.
func (m *Message) attributes(kind asn1.ObjectIdentifier, sum []byte) error {
	var is asn1.ObjectIdentifier
	if err := m.attribute(pkcs7.OIDAttributeContentType, &is); err != nil || !is.Equal(kind) {
		return ErrMalformed
	}
	var digest []byte
	if err := m.attribute(pkcs7.OIDAttributeMessageDigest, &digest); err != nil {
		return ErrMalformed
	}
	if subtle.ConstantTimeCompare(digest, sum) != 1 {
		return ErrChanged
	}
	return m.named()
}

// attribute decodes the one signed attribute of a type.
func (m *Message) attribute(oid asn1.ObjectIdentifier, into any) error {
	if m.count(oid) != 1 {
		return ErrMalformed
	}
	return m.p7.UnmarshalSignedAttribute(oid, into)
}

// count returns how many signed attributes have a type.
func (m *Message) count(oid asn1.ObjectIdentifier) int {
	n := 0
	for _, a := range m.p7.Signers[0].AuthenticatedAttributes {
		if a.Type.Equal(oid) {
			n++
		}
	}
	return n
}

// named checks that the certificate is the one that the signer meant, where the signer said
// so (RFC 5035, 3 and 4): issuer and serial number alone could also stand in another.
func (m *Message) named() error {
	type certID struct{ Hash []byte }
	type certIDV2 struct {
		Algorithm pkix.AlgorithmIdentifier `asn1:"optional"`
		Hash      []byte
	}
	if m.count(oidCertificateV2) > 0 {
		var v struct{ Certs []certIDV2 }
		if m.attribute(oidCertificateV2, &v) != nil || len(v.Certs) == 0 {
			return ErrMalformed
		}
		h, ok := crypto.SHA256, true
		if len(v.Certs[0].Algorithm.Algorithm) > 0 {
			h, ok = digestOf(v.Certs[0].Algorithm.Algorithm)
		}
		if !ok {
			return ErrUnsupported
		}
		return sameCertificate(h, m.Signer, v.Certs[0].Hash)
	}
	if m.count(oidCertificate) > 0 {
		var v struct{ Certs []certID }
		if m.attribute(oidCertificate, &v) != nil || len(v.Certs) == 0 {
			return ErrMalformed
		}
		return sameCertificate(crypto.SHA1, m.Signer, v.Certs[0].Hash)
	}
	return nil
}

func sameCertificate(h crypto.Hash, c *x509.Certificate, want []byte) error {
	d := h.New()
	d.Write(c.Raw)
	if !bytes.Equal(d.Sum(nil), want) {
		return ErrForged
	}
	return nil
}

// fits checks the signature over a digest with the signer's key.
func (m *Message) fits(sum []byte) error {
	if !usable(m.Signer) {
		return ErrUnsupported
	}
	signer := m.p7.Signers[0]
	how := signer.DigestEncryptionAlgorithm.Algorithm
	ok := false
	switch k := m.Signer.PublicKey.(type) {
	case *rsa.PublicKey:
		switch {
		case how.Equal(oidPSS):
			ok = rsa.VerifyPSS(k, m.Digest, sum, signer.EncryptedDigest, nil) == nil
		case under(how, oidRSA):
			ok = rsa.VerifyPKCS1v15(k, m.Digest, sum, signer.EncryptedDigest) == nil
		default:
			return ErrUnsupported
		}
	case *ecdsa.PublicKey:
		if !under(how, oidECDSA) {
			return ErrUnsupported
		}
		ok = ecdsa.VerifyASN1(k, sum, signer.EncryptedDigest)
	default:
		return ErrUnsupported
	}
	if !ok {
		return ErrForged
	}
	return nil
}

// under reports whether an identifier begins as another.
func under(oid, top asn1.ObjectIdentifier) bool {
	return len(oid) >= len(top) && oid[:len(top)].Equal(top)
}

// SigningTime returns the time by the signer's clock, if the signer signed one.
func (m *Message) SigningTime() (time.Time, bool) {
	var at time.Time
	err := m.attribute(pkcs7.OIDAttributeSigningTime, &at)
	return at, err == nil
}
