package cms

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"hash"
	"math/big"
	"slices"
	"time"
)

// Stamp is a time stamp that holds: its authority signed that it saw a digest at a time.
type Stamp struct {
	Time time.Time
	By   *Message    // the authority's own signature
	Hash crypto.Hash // of what was stamped
}

// tstInfo is the beginning of a TSTInfo (RFC 3161, 2.4.2).
type tstInfo struct {
	Version int
	Policy  asn1.ObjectIdentifier
	Imprint struct {
		Algorithm pkix.AlgorithmIdentifier
		Message   []byte
	}
	Serial *big.Int
	Time   time.Time `asn1:"generalized"`
}

// Stamped reports whether the message carries a time stamp.
func (m *Message) Stamped() bool { return m.token() != nil }

func (m *Message) token() []byte {
	for _, a := range m.p7.Signers[0].UnauthenticatedAttributes {
		if a.Type.Equal(oidStamp) {
			return a.Value.Bytes
		}
	}
	return nil
}

// Stamp checks the stamp of the signature. The authority's certificate is in it or among known.
func (m *Message) Stamp(known []*x509.Certificate) (*Stamp, error) {
	return ReadStamp(m.token(), known, func(h hash.Hash) { h.Write(m.p7.Signers[0].EncryptedDigest) })
}

// ReadStamp checks a stamp over what write writes.
func ReadStamp(token []byte, known []*x509.Certificate, write func(hash.Hash)) (*Stamp, error) {
	m, err := Parse(token, known)
	if err != nil {
		return nil, err
	}
	info := m.p7.Content
	if err := m.check(oidTST, func(h hash.Hash) { h.Write(info) }); err != nil {
		return nil, err
	}
	if len(m.p7.Signers[0].AuthenticatedAttributes) == 0 { // then nothing says that it is a stamp
		return nil, ErrMalformed
	}
	var tst tstInfo
	if rest, err := asn1.Unmarshal(info, &tst); err != nil || len(rest) > 0 {
		return nil, ErrMalformed
	}
	h, ok := digestOf(tst.Imprint.Algorithm.Algorithm)
	if !ok {
		return nil, ErrUnsupported
	}
	d := h.New()
	write(d)
	if !bytes.Equal(d.Sum(nil), tst.Imprint.Message) {
		return nil, ErrChanged
	}
	// Otherwise any certificate of the same authority could give times.
	if !slices.Contains(m.Signer.ExtKeyUsage, x509.ExtKeyUsageTimeStamping) {
		return nil, ErrForged
	}
	if tst.Time.Before(m.Signer.NotBefore) || tst.Time.After(m.Signer.NotAfter) {
		return nil, ErrForged
	}
	return &Stamp{Time: tst.Time, By: m, Hash: h}, nil
}
