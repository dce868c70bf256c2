package signature_test

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/hex"
	"encoding/pem"
	"fmt"
	"math/big"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/smallstep/pkcs7"
)

// id is a certificate with its key.
type id struct {
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

var serial = big.NewInt(1000)

// issue makes a certificate; without a parent it is a root.
func issue(t testing.TB, parent *id, c x509.Certificate) *id {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	serial = new(big.Int).Add(serial, big.NewInt(1))
	c.SerialNumber, c.BasicConstraintsValid = serial, true
	if c.NotBefore.IsZero() {
		c.NotBefore, c.NotAfter = day(2020, 1, 1), day(2045, 1, 1)
	}
	up, signKey := &c, key
	if parent != nil {
		up, signKey = parent.cert, parent.key
	}
	der, err := x509.CreateCertificate(rand.Reader, &c, up, key.Public(), signKey)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return &id{cert, key}
}

func day(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 9, 0, 0, 0, time.UTC) }

// chain is an authority as a State has it: a root, one below it that issues, a signer, one whose
// certificate has expired, an authority of stamps; and a stranger with a root of their own.
type chain struct {
	root, issuer, signer, expired, tsa, stranger, strangersTSA *id
}

// The lists of the issuer and of the root.
const (
	crlURL  = "http://crl.example/issuer.crl"
	rootURL = "http://crl.example/root.crl"
)

var people = sync.OnceValue(func() chain {
	t := &testing.T{}
	name := func(cn, o string) pkix.Name { return pkix.Name{CommonName: cn, Organization: []string{o}} }
	ca := func(parent *id, cn string) *id {
		return issue(t, parent, x509.Certificate{Subject: name(cn, "Sample"), IsCA: true, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageCRLSign})
	}
	var c chain
	c.root = ca(nil, "Sample Root")
	c.issuer = issue(t, c.root, x509.Certificate{
		Subject: name("Sample Issuer", "Sample"), IsCA: true, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageCRLSign, CRLDistributionPoints: []string{rootURL},
	})
	c.signer = issue(t, c.issuer, x509.Certificate{Subject: name("Phường Mẫu", "Tỉnh Mẫu"), KeyUsage: x509.KeyUsageDigitalSignature, CRLDistributionPoints: []string{crlURL}})
	c.expired = issue(t, c.issuer, x509.Certificate{Subject: name("Phường Hết Hạn", "Tỉnh Mẫu"), NotBefore: day(2020, 1, 1), NotAfter: day(2025, 1, 1), CRLDistributionPoints: []string{crlURL}})
	c.tsa = issue(t, c.issuer, x509.Certificate{Subject: name("Sample Stamps", "Sample"), ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageTimeStamping}})
	own := ca(nil, "Own Root")
	c.stranger = issue(t, own, x509.Certificate{Subject: name("Phường Mẫu", "Tỉnh Mẫu"), NotBefore: day(2020, 1, 1), NotAfter: day(2045, 1, 1)})
	c.strangersTSA = issue(t, own, x509.Certificate{Subject: name("Own Stamps", "Own"), ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageTimeStamping}})
	return c
})

func pemOf(ids ...*id) []byte {
	var b bytes.Buffer
	for _, i := range ids {
		_ = pem.Encode(&b, &pem.Block{Type: "CERTIFICATE", Bytes: i.cert.Raw})
	}
	return b.Bytes()
}

// stamp makes a token over a message.
func stamp(t testing.TB, tsa *id, at time.Time, over []byte) []byte {
	t.Helper()
	sum := sha256.Sum256(over)
	info, err := asn1.Marshal(struct {
		Version int
		Policy  asn1.ObjectIdentifier
		Imprint struct {
			Algorithm pkix.AlgorithmIdentifier
			Message   []byte
		}
		Serial *big.Int
		Time   time.Time `asn1:"generalized"`
	}{1, asn1.ObjectIdentifier{1, 2, 3}, struct {
		Algorithm pkix.AlgorithmIdentifier
		Message   []byte
	}{pkix.AlgorithmIdentifier{Algorithm: pkcs7.OIDDigestAlgorithmSHA256}, sum[:]}, big.NewInt(7), at})
	if err != nil {
		t.Fatal(err)
	}
	sd, err := pkcs7.NewSignedData(info)
	if err != nil {
		t.Fatal(err)
	}
	sd.GetSignedData().ContentInfo.ContentType = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 1, 4}
	sd.SetDigestAlgorithm(pkcs7.OIDDigestAlgorithmSHA256)
	if err := sd.AddSigner(tsa.cert, tsa.key, pkcs7.SignerInfoConfig{}); err != nil {
		t.Fatal(err)
	}
	der, err := sd.Finish()
	if err != nil {
		t.Fatal(err)
	}
	return der
}

// how says how a sample is signed.
type how struct {
	by    *id
	named *id       // another certificate that the signer names as theirs
	tsa   *id       // who stamps, nil for none
	at    time.Time // of the stamp
	level int       // of certification, 0 for none

	contentsDigits int // room for the message, 0 for 8,000
	subFilter      string
	gapFrom        int    // how much earlier than /Contents the gap begins
	rangeFrom      int    // where the range begins
	behind         string // digits behind the message
	extraKeys      string // in the signature's dictionary, behind the others
	document       bool   // a stamp over the document and no signature
}

// message signs bytes, detached.
func message(t testing.TB, h how, signed []byte) []byte {
	t.Helper()
	if h.document {
		return stamp(t, h.tsa, h.at, signed)
	}
	sd, err := pkcs7.NewSignedData(signed)
	if err != nil {
		t.Fatal(err)
	}
	sd.SetDigestAlgorithm(pkcs7.OIDDigestAlgorithmSHA256)
	var cfg pkcs7.SignerInfoConfig
	if h.named != nil {
		sum := sha256.Sum256(h.named.cert.Raw)
		cfg.ExtraSignedAttributes = []pkcs7.Attribute{{Type: asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 47}, Value: struct{ Certs []struct{ Hash []byte } }{[]struct{ Hash []byte }{{sum[:]}}}}}
	}
	if err := sd.AddSigner(h.by.cert, h.by.key, cfg); err != nil {
		t.Fatal(err)
	}
	if h.tsa != nil {
		si := &sd.GetSignedData().SignerInfos[0]
		token := stamp(t, h.tsa, h.at, si.EncryptedDigest)
		if err := si.SetUnauthenticatedAttributes([]pkcs7.Attribute{{Type: asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 14}, Value: asn1.RawValue{FullBytes: token}}}); err != nil {
			t.Fatal(err)
		}
	}
	sd.Detach()
	der, err := sd.Finish()
	if err != nil {
		t.Fatal(err)
	}
	return der
}

// sample is a PDF file that grows by updates.
type sample struct {
	t      testing.TB
	b      []byte
	last   int // place of the newest cross-reference
	size   int // objects
	fields []string
}

// unsigned is a file of one page.
func unsigned(t testing.TB) *sample {
	t.Helper()
	s := &sample{t: t, b: []byte("%PDF-1.7\n"), size: 1}
	s.update("", map[int]string{
		1: "<</Type/Catalog/Pages 2 0 R>>",
		2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>",
		4: "<</Length 4>>stream\nq Q \nendstream",
	})
	return s
}

// update appends objects, a cross-reference and a trailer with more keys.
func (s *sample) update(trailer string, objects map[int]string) {
	at := map[int]int{}
	for num := range 1000 {
		if body, ok := objects[num]; ok {
			at[num] = len(s.b)
			s.b = fmt.Appendf(s.b, "%d 0 obj\n%s\nendobj\n", num, body)
			s.size = max(s.size, num+1)
		}
	}
	here := len(s.b)
	s.b = append(s.b, "xref\n0 1\n0000000000 65535 f \n"...)
	for num := range 1000 {
		if from, ok := at[num]; ok {
			s.b = fmt.Appendf(s.b, "%d 1\n%010d 00000 n \n", num, from)
		}
	}
	prev := ""
	if s.last > 0 {
		prev = fmt.Sprintf("/Prev %d", s.last)
	}
	s.b = fmt.Appendf(s.b, "trailer\n<</Size %d/Root 1 0 R%s%s>>\nstartxref\n%d\n%%%%EOF\n", s.size, prev, trailer, here)
	s.last = here
}

// sign appends an update with a signature over everything.
func (s *sample) sign(h how) *sample {
	s.t.Helper()
	digits := h.contentsDigits
	if digits == 0 {
		digits = 8000
	}
	sub := h.subFilter
	if sub == "" {
		sub = "adbe.pkcs7.detached"
	}
	ref := ""
	if h.level > 0 {
		ref = fmt.Sprintf("/Reference[<</TransformMethod/DocMDP/Type/SigRef/TransformParams<</P %d/V/1.2>>>>]", h.level)
	}
	num := s.size
	s.fields = append(s.fields, fmt.Sprintf("%d 0 R", num+1))
	const room = "[0 0000000000 0000000000 0000000000]"
	from := len(s.b)
	s.update("", map[int]string{
		1: "<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[" + strings.Join(s.fields, " ") + "]>>>>",
		num: "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/" + sub + "/M(D:20261101160000+07'00')" + ref + "/ByteRange " + room +
			"/Contents <" + strings.Repeat("0", digits) + ">" + h.extraKeys + ">>",
		num + 1: fmt.Sprintf("<</FT/Sig/T(Signature%d)/V %d 0 R/Type/Annot/Subtype/Widget/Rect[0 0 0 0]>>", len(s.fields), num),
	})
	s.fill(from, room, digits, h)
	return s
}

// fill writes range and message of the newest signature, which stands behind a place.
func (s *sample) fill(from int, room string, digits int, h how) {
	s.t.Helper()
	gap := from + bytes.Index(s.b[from:], []byte("/Contents <")) + len("/Contents ")
	end := gap + digits + 2
	r := fmt.Sprintf("[%d %d %d %d]", h.rangeFrom, gap-h.gapFrom-h.rangeFrom, end, len(s.b)-end)
	if len(r) > len(room) {
		s.t.Fatal("no room for the range")
	}
	at := from + bytes.Index(s.b[from:], []byte(room))
	copy(s.b[at:], r+strings.Repeat(" ", len(room)-len(r)))
	signed := append(bytes.Clone(s.b[h.rangeFrom:gap-h.gapFrom]), s.b[end:]...)
	m := hex.EncodeToString(message(s.t, h, signed)) + h.behind
	if len(m) > digits {
		s.t.Fatalf("no room for the message of %d digits", len(m))
	}
	copy(s.b[gap+1:], m)
}

// list is an authority's list of revoked certificates.
func list(t testing.TB, by *id, now time.Time, revoked ...x509.RevocationListEntry) []byte {
	t.Helper()
	return listFor(t, by, now, nil, revoked...)
}

// listFor is a list with an extension that says what it is for.
func listFor(t testing.TB, by *id, now time.Time, what []pkix.Extension, revoked ...x509.RevocationListEntry) []byte {
	t.Helper()
	der, err := x509.CreateRevocationList(rand.Reader, &x509.RevocationList{
		Number: big.NewInt(1), ThisUpdate: now.Add(-time.Hour), NextUpdate: now.Add(time.Hour), RevokedCertificateEntries: revoked, ExtraExtensions: what,
	}, by.cert, crypto.Signer(by.key))
	if err != nil {
		t.Fatal(err)
	}
	return der
}
