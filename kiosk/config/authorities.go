package config

import (
	"crypto/x509"
	"encoding/pem"
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"

	"motcua/client/clean"
	"motcua/kiosk/config/key"
	"motcua/kiosk/keyfile"
)

var (
	// Who writes it can show a portal of their own, and be told its password.
	whatOpenCA = key.Say(`khoá "%k" cần tệp không ai khác sửa được. %w`, `key "%k" takes a file that nobody else may write. %w`)
	whatCAFile = key.Say(`khoá "%k" cần %w; %g: %t.`, `key "%k" takes %w; %g: %t.`)
)

// authorities is a file of certificates.
var authorities = key.Form{
	Want: key.Say(
		"tên một tệp đọc được, chứa chứng thư (PEM hoặc DER) của nơi cấp",
		"the name of a readable file with the certificates (PEM or DER) of an authority",
	),
	Why: func(s string) *key.Wrong {
		if s == "" {
			return nil
		}
		if _, err := readCertificates(s); err != nil {
			return &key.Wrong{What: whatCAFile, Got: s, Kind: fileReason(err)}
		}
		if open := reach(s, keyfile.Trusted); open != nil {
			return &key.Wrong{What: whatOpenCA, Want: open.Want}
		}
		return nil
	},
}

// errNoCertificate is a file that holds none.
var errNoCertificate = errors.New("no certificate in it")

// Authorities are those that the machine believes, and those of the file of a key
// ca_file; nil, for the machine's alone, without a file.
func Authorities(file string) (*x509.CertPool, error) {
	if file == "" {
		return nil, nil
	}
	certs, err := readCertificates(file)
	if err != nil {
		return nil, err
	}
	pool, err := x509.SystemCertPool()
	if err != nil {
		pool = x509.NewCertPool() // a machine without any
	}
	for _, c := range certs {
		pool.AddCert(c)
	}
	return pool, nil
}

// readCertificates reads PEM, or DER as Windows writes it.
func readCertificates(file string) ([]*x509.Certificate, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	doc, err := io.ReadAll(io.LimitReader(f, maxFile))
	if err != nil {
		return nil, err
	}
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

// fileReason says why a file is of no use.
func fileReason(err error) key.Words {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return key.Say("không có tệp ấy", "there is no such file")
	case errors.Is(err, fs.ErrPermission):
		return key.Say("tài khoản này không được đọc tệp ấy", "this account may not read it")
	case errors.Is(err, syscall.EISDIR):
		return key.Say("đó là một thư mục", "it is a folder")
	case errors.Is(err, errNoCertificate):
		return key.Say("trong tệp không có chứng thư nào", "there is no certificate in it")
	case errors.As(err, &path):
		return key.Say(clean.Line(path.Err.Error()), clean.Line(path.Err.Error()))
	default: // of package x509
		return key.Say("chứng thư trong tệp không đọc được", "a certificate in it cannot be read")
	}
}
