// Package authority reads the certificates of authorities that are trusted in addition to
// the machine's own.
package authority

import (
	"bytes"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"io/fs"
	"syscall"

	"motcua/client/clean"
	"motcua/client/plainfile"
	"motcua/kiosk/config/key"
	"motcua/kiosk/keyfile"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// Form is the name of a file with certificates.
var Form = key.Form{
	Want: text.Say(
		"tên một tệp đọc được, chứa chứng thư (PEM hoặc DER) của nơi cấp",
		"the name of a readable file with the certificates (PEM or DER) of an authority",
	),
	Why: func(s string) *key.Wrong {
		if s == "" {
			return nil
		}
		if _, err := readCertificates(s); err != nil {
			return &key.Wrong{What: operator.KeyNoAuthorities, Got: s, Kind: fileReason(err)}
		}
		var open *keyfile.Problem
		if errors.As(keyfile.Check(s, keyfile.Trusted), &open) {
			return &key.Wrong{What: operator.KeyOpenAuthorities, Want: open.Said()}
		}
		return nil
	},
}

// most is the largest file in bytes: a machine's whole list has some 200,000.
const most = 1 << 20

// errNoCertificate means that a file contains no certificate.
var errNoCertificate = errors.New("it contains no certificate")

// Pool returns the certificates that the machine trusts together with those in the
// file of a key ca_file. Without a file it returns nil, which means the machine's only.
func Pool(file string) (*x509.CertPool, error) {
	if file == "" {
		return nil, nil
	}
	certs, err := readCertificates(file)
	if err != nil {
		return nil, err
	}
	pool, err := x509.SystemCertPool()
	if err != nil {
		pool = x509.NewCertPool() // the machine trusts none
	}
	for _, c := range certs {
		pool.AddCert(c)
	}
	return pool, nil
}

// readCertificates reads PEM, or DER as Windows writes it.
func readCertificates(file string) ([]*x509.Certificate, error) {
	doc, _, err := plainfile.Read(file, most)
	if err != nil {
		return nil, err
	}
	doc = bytes.TrimPrefix(doc, []byte("\ufeff")) // it would hide the first certificate
	var list []*x509.Certificate
	for block, rest := pem.Decode(doc); block != nil; block, rest = pem.Decode(rest) {
		if block.Type != "CERTIFICATE" {
			continue
		}
		c, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	if c, err := x509.ParseCertificate(doc); err == nil {
		list = append(list, c)
	}
	if len(list) == 0 {
		return nil, errNoCertificate
	}
	return list, nil
}

// fileReason says why a file cannot be used.
func fileReason(err error) text.Said {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return operator.AuthoritiesMissing
	case errors.Is(err, fs.ErrPermission):
		return operator.AuthoritiesClosed
	case errors.Is(err, syscall.EISDIR):
		return operator.AuthoritiesIsFolder
	case errors.Is(err, plainfile.ErrNotPlain):
		return operator.KeyfileNoFile
	case errors.Is(err, plainfile.ErrTooLarge):
		return operator.ReasonTooLarge
	case errors.Is(err, errNoCertificate):
		return operator.AuthoritiesEmpty
	case errors.As(err, &path):
		return text.Same(clean.Line(path.Err.Error()))
	default: // an error of package x509
		return operator.AuthoritiesUnread
	}
}
