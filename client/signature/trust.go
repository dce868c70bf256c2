package signature

import (
	"bytes"
	"context"
	"crypto/x509"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"slices"
	"strings"
	"time"

	"motcua/client/clean"
)

// Trust is what the operator believes: roots, and intermediates that signatures lack.
type Trust struct {
	Roots, Others int // how many there are

	roots, others *x509.CertPool
	all           []*x509.Certificate
}

// ErrNoRoot is the error for a file without a root certificate.
var ErrNoRoot = errors.New("signature: no root certificate is in the file")

// ReadTrust reads certificates in PEM, or one in DER, as authorities publish theirs. One that
// issued itself is a root. The error tells of a certificate that cannot be read or that there is no
// root, since intermediates alone end nowhere.
func ReadTrust(data []byte) (Trust, error) {
	t := Trust{roots: x509.NewCertPool(), others: x509.NewCertPool()}
	add := func(c *x509.Certificate) {
		t.all = append(t.all, c)
		if bytes.Equal(c.RawSubject, c.RawIssuer) {
			t.roots.AddCert(c)
			t.Roots++
		} else {
			t.others.AddCert(c)
			t.Others++
		}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff")) // it would hide the first certificate
	for {
		var block *pem.Block
		if block, data = pem.Decode(data); block == nil {
			break
		}
		if block.Type != "CERTIFICATE" {
			continue
		}
		c, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return Trust{}, err
		}
		add(c)
	}
	if c, err := x509.ParseCertificate(data); err == nil {
		add(c)
	}
	if t.Roots == 0 {
		return Trust{}, ErrNoRoot
	}
	return t, nil
}

// verify finds a chain from a certificate to a root.
func (t Trust) verify(c *x509.Certificate, more []*x509.Certificate, at time.Time, use x509.ExtKeyUsage) ([]*x509.Certificate, error) {
	others := t.others.Clone()
	for _, m := range more {
		others.AddCert(m)
	}
	chains, err := c.Verify(x509.VerifyOptions{Roots: t.roots, Intermediates: others, CurrentTime: at, KeyUsages: []x509.ExtKeyUsage{use}})
	if err != nil {
		return nil, err
	}
	return chains[0], nil
}

// chain says whether the chain of a signature is known here.
func (c *Checker) chain(ctx context.Context, s *Signature) {
	s.Chain.Revocation = NotChecked
	switch {
	case s.bad() || s.signer == nil:
		s.Chain.Known = NotAsked
		return
	case c.Trust.Roots == 0:
		s.Chain.Known = NoRoots
		return
	}
	s.Chain.At = c.Now()
	if s.By == ByStamp {
		if _, err := c.Trust.verify(s.stampedBy, s.stampChain, s.Time, x509.ExtKeyUsageTimeStamping); err == nil {
			s.Chain.At, s.Chain.StampKnown = s.Time, true
		}
	}
	chain, err := c.Trust.verify(s.signer, s.others, s.Chain.At, x509.ExtKeyUsageAny)
	var invalid x509.CertificateInvalidError
	switch {
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		// Dates are looked at first, also in a certificate that anybody could have made.
		s.Chain.Known = KnownNo
		if _, err := c.Trust.verify(s.signer, s.others, s.signer.NotAfter, x509.ExtKeyUsageAny); err == nil {
			s.Chain.Known = OutOfDate
		}
		return
	case err != nil:
		s.Chain.Known = KnownNo
		return
	}
	s.Chain.Known, s.Chain.Root = KnownYes, clean.Line(chain[len(chain)-1].Subject.CommonName)
	if c.Fetch != nil {
		c.revoked(ctx, s, chain)
	}
}

// revoked looks each certificate below the root up in its authority's list.
func (c *Checker) revoked(ctx context.Context, s *Signature, chain []*x509.Certificate) {
	s.Chain.Revocation = NotRevoked
	for i, cert := range chain[:len(chain)-1] {
		at, is, ok := c.listed(ctx, cert, chain[i+1])
		switch {
		case is && s.Chain.StampKnown && at.After(s.Time):
			if s.Chain.Revocation != RevokedLate {
				s.Chain.Revocation, s.Chain.RevokedAt = RevokedLate, at
			}
		case is:
			s.Chain.Known, s.Chain.Revocation, s.Chain.RevokedAt = RevokedChain, Revoked, at
			return
		case !ok && s.Chain.Revocation == NotRevoked:
			s.Chain.Revocation = NotFound
		}
	}
}

// listed looks a certificate up in its issuer's list. ok is false when there is no list that
// counts now for this certificate.
func (c *Checker) listed(ctx context.Context, cert, issuer *x509.Certificate) (at time.Time, is, ok bool) {
	i := slices.IndexFunc(cert.CRLDistributionPoints, func(u string) bool {
		return strings.HasPrefix(u, "http://") || strings.HasPrefix(u, "https://")
	})
	if i < 0 {
		return at, false, false
	}
	data, err := c.Fetch(ctx, cert.CRLDistributionPoints[i])
	if err != nil {
		return at, false, false
	}
	if block, _ := pem.Decode(data); block != nil {
		data = block.Bytes
	}
	list, err := x509.ParseRevocationList(data)
	if err != nil || list.CheckSignatureFrom(issuer) != nil || c.Now().After(list.NextUpdate) || !covers(list, cert) {
		return at, false, false
	}
	for _, e := range list.RevokedCertificateEntries {
		if e.SerialNumber.Cmp(cert.SerialNumber) == 0 {
			return e.RevocationTime, true, true
		}
	}
	// Authorities leave out what has expired (RFC 5280, 3.3).
	return at, false, !cert.NotAfter.Before(list.ThisUpdate)
}

// Extensions of lists.
var (
	oidDelta = asn1.ObjectIdentifier{2, 5, 29, 27}
	oidPoint = asn1.ObjectIdentifier{2, 5, 29, 28}
)

// covers reports whether a list says everything about a certificate. An authority may sign several
// lists, and they come without encryption, so that whoever sends them could choose one that
// leaves the certificate out. With a critical extension that is not understood a list says nothing
// (RFC 5280, 5.2); one is that it only has what was added to another.
func covers(list *x509.RevocationList, cert *x509.Certificate) bool {
	for _, e := range list.Extensions {
		switch {
		case e.Id.Equal(oidPoint):
			if !pointCovers(e.Value, cert) {
				return false
			}
		case e.Critical || e.Id.Equal(oidDelta):
			return false
		}
	}
	return true
}

// pointCovers reads which certificates a list is for (RFC 5280, 5.2.5).
func pointCovers(der []byte, cert *x509.Certificate) bool {
	var p struct {
		Point       asn1.RawValue  `asn1:"optional,tag:0"`
		Users       bool           `asn1:"optional,tag:1"`
		Authorities bool           `asn1:"optional,tag:2"`
		Reasons     asn1.BitString `asn1:"optional,tag:3"`
		Indirect    bool           `asn1:"optional,tag:4"`
		Attributes  bool           `asn1:"optional,tag:5"`
	}
	if rest, err := asn1.Unmarshal(der, &p); err != nil || len(rest) > 0 {
		return false
	}
	if p.Users && cert.IsCA || p.Authorities && !cert.IsCA || p.Reasons.BitLength > 0 || p.Indirect || p.Attributes {
		return false
	}
	if len(p.Point.Bytes) == 0 {
		return true
	}
	const address = 6 // of the kinds of names (4.2.1.6)
	var names, name asn1.RawValue
	if _, err := asn1.Unmarshal(p.Point.Bytes, &names); err != nil || names.Tag != 0 {
		return false
	}
	for rest := names.Bytes; len(rest) > 0; {
		var err error
		if rest, err = asn1.Unmarshal(rest, &name); err != nil {
			return false
		}
		if name.Tag == address && slices.Contains(cert.CRLDistributionPoints, string(name.Bytes)) {
			return true
		}
	}
	return false
}
