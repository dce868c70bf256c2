package rest

import (
	"bytes"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/clean"
)

// judgeTLS recognises errors of encryption. None of them goes away by a retry.
func judgeTLS(err error, at phase) *failure {
	if bad := (*tls.CertificateVerificationError)(nil); errors.As(err, &bad) && len(bad.UnverifiedCertificates) > 0 {
		return judgeCertificate(bad)
	}
	var plain tls.RecordHeaderError
	var op *net.OpError
	switch {
	case errors.As(err, &plain), errors.Is(err, http.ErrSchemeMismatch): // the server does not speak TLS
		return &failure{cause: client.CauseTLS, err: err}
	case errors.As(err, &op) && (op.Op == "remote error" || op.Op == "local error"): // an alert of crypto/tls
		return &failure{cause: client.CauseTLS, err: err}
	case at == phaseTLS && strings.HasPrefix(err.Error(), "tls: "): // other errors of crypto/tls, which have no type
		return &failure{cause: client.CauseTLS, err: err}
	}
	return nil
}

// judgeCertificate says why a certificate failed verification.
func judgeCertificate(bad *tls.CertificateVerificationError) *failure {
	shown := bad.UnverifiedCertificates[0]
	f := &failure{cause: client.CauseCertificate}
	var invalid x509.CertificateInvalidError
	var name x509.HostnameError
	var authority x509.UnknownAuthorityError
	switch {
	case errors.As(bad, &invalid) && invalid.Reason == x509.Expired:
		// The invalid certificate may be another one of the chain.
		shown = invalid.Cert
		f.cause = client.CauseExpired
		if time.Now().Before(shown.NotBefore) {
			f.cause = client.CauseNotYetValid
		}
	case errors.As(bad, &name):
		f.cause = client.CauseWrongName
	case errors.As(bad, &authority) && selfSigned(shown):
		f.cause = client.CauseSelfSigned
	case errors.As(bad, &authority):
		f.cause = client.CauseAuthority
	}
	f.err = certificateError(shown, bad.Err)
	return f
}

func selfSigned(c *x509.Certificate) bool {
	return bytes.Equal(c.RawIssuer, c.RawSubject) && c.CheckSignature(c.SignatureAlgorithm, c.RawTBSCertificate, c.Signature) == nil
}

// namesMost limits the host names that are reported from a certificate.
const namesMost = 5

func certificateError(c *x509.Certificate, err error) *client.CertificateError {
	e := &client.CertificateError{
		Issuer: clean.Line(c.Issuer.String()), From: c.NotBefore, Until: c.NotAfter, Err: errors.New(clean.Line(err.Error())),
	}
	add := func(name string) {
		if len(e.Names) < namesMost {
			e.Names = append(e.Names, clean.Line(name))
		}
	}
	for _, n := range c.DNSNames {
		add(n)
	}
	for _, ip := range c.IPAddresses {
		add(ip.String())
	}
	if len(e.Names) == 0 && c.Subject.CommonName != "" {
		add(c.Subject.CommonName)
	}
	sum := sha256.Sum256(c.Raw)
	e.Fingerprint = strings.ReplaceAll(fmt.Sprintf("% X", sum[:]), " ", ":")
	return e
}
