// Package badtls serves HTTPS on loopback with certificates that a client must reject,
// each for a different reason, for tests.
package badtls

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"

	"motcua/client"
)

// Kind is one kind of certificate.
type Kind string

// The kinds. All but SelfSigned and Stranger are issued by Authority.
const (
	Good       Kind = "good"
	SelfSigned Kind = "self_signed"
	Stranger   Kind = "stranger" // issued by an unknown authority
	WrongName  Kind = "wrong_name"
	Expired    Kind = "expired"
	NotYet     Kind = "not_yet"
)

// OtherName is the host name in a WrongName certificate.
const OtherName = "cong-khac.example"

// Causes maps the bad kinds to the cause that a client must report.
func Causes() map[Kind]client.Cause {
	return map[Kind]client.Cause{
		SelfSigned: client.CauseSelfSigned, Stranger: client.CauseAuthority, WrongName: client.CauseWrongName,
		Expired: client.CauseExpired, NotYet: client.CauseNotYetValid,
	}
}

// Authority issues certificates for 127.0.0.1.
type Authority struct {
	tb   testing.TB
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

// NewAuthority makes an authority that no client trusts yet.
func NewAuthority(tb testing.TB) *Authority {
	tb.Helper()
	a := &Authority{tb: tb, key: newKey(tb)}
	root := template("Noi cap chung thu thu")
	root.IsCA, root.BasicConstraintsValid, root.KeyUsage, root.ExtKeyUsage = true, true, x509.KeyUsageCertSign, nil
	a.cert = a.sign(root, root, &a.key.PublicKey, a.key)
	return a
}

// File writes the authority's certificate into a folder, to be used as ca_file.
func (a *Authority) File(dir string) string {
	a.tb.Helper()
	name := filepath.Join(dir, "ca.pem")
	if err := os.WriteFile(name, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: a.cert.Raw}), 0o600); err != nil {
		a.tb.Fatal(err)
	}
	return name
}

// Pool holds only the authority.
func (a *Authority) Pool() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AddCert(a.cert)
	return pool
}

// Serve serves h with a certificate of that kind until the test ends and returns the
// address, "https://127.0.0.1:4000".
func (a *Authority) Serve(kind Kind, h http.Handler) string {
	a.tb.Helper()
	srv := httptest.NewUnstartedServer(h)
	srv.Config.ErrorLog = log.New(io.Discard, "", 0) // it would log each failed handshake
	srv.TLS = &tls.Config{Certificates: []tls.Certificate{a.issue(kind)}, MinVersion: tls.VersionTLS12}
	srv.StartTLS()
	a.tb.Cleanup(srv.Close)
	return srv.URL
}

func (a *Authority) issue(kind Kind) tls.Certificate {
	a.tb.Helper()
	key := newKey(a.tb)
	leaf := template("127.0.0.1")
	leaf.KeyUsage, leaf.IPAddresses = x509.KeyUsageDigitalSignature, []net.IP{net.IPv4(127, 0, 0, 1)}
	parent, by := a.cert, a.key
	switch kind {
	case SelfSigned:
		parent, by = leaf, key
	case Stranger:
		other := NewAuthority(a.tb)
		parent, by = other.cert, other.key
	case WrongName:
		leaf.IPAddresses, leaf.DNSNames = nil, []string{OtherName}
	case Expired:
		leaf.NotBefore, leaf.NotAfter = leaf.NotBefore.AddDate(-1, 0, 0), time.Now().AddDate(0, 0, -2)
	case NotYet:
		leaf.NotBefore = time.Now().AddDate(0, 0, 2)
	case Good:
	}
	cert := a.sign(leaf, parent, &key.PublicKey, by)
	return tls.Certificate{Certificate: [][]byte{cert.Raw}, PrivateKey: key}
}

func (a *Authority) sign(what, parent *x509.Certificate, of *ecdsa.PublicKey, by *ecdsa.PrivateKey) *x509.Certificate {
	a.tb.Helper()
	der, err := x509.CreateCertificate(rand.Reader, what, parent, of, by)
	if err != nil {
		a.tb.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		a.tb.Fatal(err)
	}
	return cert
}

func template(name string) *x509.Certificate {
	return &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()), Subject: pkix.Name{CommonName: name},
		NotBefore: time.Now().AddDate(0, 0, -7), NotAfter: time.Now().AddDate(1, 0, 0),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
}

func newKey(tb testing.TB) *ecdsa.PrivateKey {
	tb.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		tb.Fatal(err)
	}
	return key
}
