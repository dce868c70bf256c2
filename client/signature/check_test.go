package signature_test

import (
	"bytes"
	"context"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"motcua/client/signature"
)

// now is the day of the checks.
var now = day(2026, 12, 1)

// checker believes the sample authority.
func checker(t testing.TB) *signature.Checker {
	t.Helper()
	p := people()
	trust, err := signature.ReadTrust(pemOf(p.root, p.issuer))
	if err != nil {
		t.Fatal(err)
	}
	return &signature.Checker{Trust: trust, Now: func() time.Time { return now }}
}

// The table of made samples: each is signed here, by a chain of its own.
func TestMadeSamples(t *testing.T) {
	p := people()
	stamped := how{by: p.signer, tsa: p.tsa, at: day(2026, 11, 1)}
	plain := how{by: p.signer}
	with := func(h how, change func(*how)) how { change(&h); return h }
	for _, tt := range []struct {
		name string
		make func() []byte

		state signature.State
		// Of the signatures, in order.
		covers []signature.Cover
		known  []signature.Known
		by     []signature.Clock
		notes  []signature.Note // of the first one
	}{
		{
			"stamped", func() []byte { return unsigned(t).sign(stamped).b },
			signature.Unchanged, covers(signature.CoversAll), known(signature.KnownYes), clocks(signature.ByStamp), nil,
		},
		{
			"without stamp", func() []byte { return unsigned(t).sign(plain).b },
			signature.Unchanged, covers(signature.CoversAll), known(signature.KnownYes), clocks(signature.BySigner), nil,
		},
		{
			"expired, valid when it was stamped", func() []byte { return unsigned(t).sign(how{by: p.expired, tsa: p.tsa, at: day(2024, 6, 1)}).b },
			signature.Unchanged, covers(signature.CoversAll), known(signature.KnownYes), clocks(signature.ByStamp), notes(signature.ClockDiffers),
		},
		{
			"expired, without stamp", func() []byte { return unsigned(t).sign(how{by: p.expired}).b },
			signature.Unchanged, covers(signature.CoversAll), known(signature.OutOfDate), clocks(signature.BySigner), nil,
		},
		{
			"expired, with a stamp of an authority that the signer made",
			func() []byte { return unsigned(t).sign(how{by: p.expired, tsa: p.strangersTSA, at: day(2024, 6, 1)}).b },
			signature.Unchanged, covers(signature.CoversAll), known(signature.OutOfDate), clocks(signature.ByStamp), notes(signature.ClockDiffers),
		},
		{
			"unknown root, with the names of a known one", func() []byte { return unsigned(t).sign(how{by: p.stranger}).b },
			signature.Unchanged, covers(signature.CoversAll), known(signature.KnownNo), clocks(signature.BySigner), nil,
		},
		{
			"stamp by who may not stamp", func() []byte { return unsigned(t).sign(how{by: p.signer, tsa: p.signer, at: day(2026, 11, 1)}).b },
			signature.Unchanged, covers(signature.CoversAll), known(signature.KnownYes), clocks(signature.BySigner), notes(signature.StampBroken),
		},
		{
			"two signatures", func() []byte { return unsigned(t).sign(stamped).sign(plain).b },
			signature.Unchanged, covers(signature.CoversEarlier, signature.CoversAll), known(signature.KnownYes, signature.KnownYes),
			clocks(signature.ByStamp, signature.BySigner), nil,
		},
		{
			"an update between two signatures", func() []byte {
				s := unsigned(t).sign(stamped)
				s.update("", map[int]string{4: "<</Length 4>>stream\nQ q \nendstream"})
				return s.sign(plain).b
			},
			signature.Unchanged, covers(signature.CoversEarlier, signature.CoversAll), known(signature.KnownYes, signature.KnownYes),
			clocks(signature.ByStamp, signature.BySigner), nil,
		},
		{
			"a stamp over the document behind the signature", func() []byte {
				return unsigned(t).sign(stamped).sign(how{document: true, tsa: p.tsa, at: day(2026, 11, 2), subFilter: "ETSI.RFC3161"}).b
			},
			signature.Unchanged, covers(signature.CoversEarlier, signature.CoversAll), known(signature.KnownYes, signature.KnownYes),
			clocks(signature.ByStamp, signature.ByStamp), nil,
		},
		{
			"an update after signing", func() []byte {
				s := unsigned(t).sign(stamped)
				s.update("", map[int]string{4: "<</Length 4>>stream\nQ q \nendstream"})
				return s.b
			},
			signature.Added, covers(signature.CoversEarlier), known(signature.KnownYes), clocks(signature.ByStamp), nil,
		},
		{
			"certified level 1", func() []byte { return unsigned(t).sign(with(stamped, func(h *how) { h.level = 1 })).b },
			signature.Unchanged, covers(signature.CoversAll), known(signature.KnownYes), clocks(signature.ByStamp), nil,
		},
		{
			"certified level 1, and signed by another", func() []byte {
				return unsigned(t).sign(with(stamped, func(h *how) { h.level = 1 })).sign(plain).b
			},
			signature.Added, covers(signature.CoversEarlier, signature.CoversAll), known(signature.KnownYes, signature.KnownYes),
			clocks(signature.ByStamp, signature.BySigner), notes(signature.Forbidden),
		},
		{
			"certified level 2, and signed by another", func() []byte {
				return unsigned(t).sign(with(stamped, func(h *how) { h.level = 2 })).sign(plain).b
			},
			signature.Unchanged, covers(signature.CoversEarlier, signature.CoversAll), known(signature.KnownYes, signature.KnownYes),
			clocks(signature.ByStamp, signature.BySigner), nil,
		},
		{
			"gap larger than the signature", func() []byte { return unsigned(t).sign(with(stamped, func(h *how) { h.gapFrom = 10 })).b },
			signature.Partial, covers(signature.CoversPart), known(signature.NotAsked), clocks(""), nil,
		},
		{
			"range that begins later", func() []byte { return unsigned(t).sign(with(stamped, func(h *how) { h.rangeFrom = 9 })).b },
			signature.Partial, covers(signature.CoversPart), known(signature.NotAsked), clocks(""), nil,
		},
		{
			"two ranges", func() []byte {
				return unsigned(t).sign(with(stamped, func(h *how) { h.extraKeys = "/ByteRange[0 1 2 3]" })).b
			},
			signature.Partial, covers(signature.CoversPart), known(signature.NotAsked), clocks(""), nil,
		},
		{
			"two messages", func() []byte {
				return unsigned(t).sign(with(stamped, func(h *how) { h.extraKeys = "/Contents<00>" })).b
			},
			signature.Partial, covers(signature.CoversPart), known(signature.NotAsked), clocks(""), nil,
		},
		{
			"something behind the message", func() []byte { return unsigned(t).sign(with(stamped, func(h *how) { h.behind = "0000cafe" })).b },
			signature.Partial, covers(signature.CoversPart), known(signature.NotAsked), clocks(""), nil,
		},
		{
			"signed by another certificate than was named", func() []byte { return unsigned(t).sign(how{by: p.signer, named: p.expired}).b },
			signature.Changed, covers(signature.CoversNothing), known(signature.NotAsked), clocks(signature.BySigner), nil,
		},
		{
			"named certificate", func() []byte { return unsigned(t).sign(how{by: p.signer, named: p.signer}).b },
			signature.Unchanged, covers(signature.CoversAll), known(signature.KnownYes), clocks(signature.BySigner), nil,
		},
		{
			"an old method", func() []byte {
				return unsigned(t).sign(with(plain, func(h *how) { h.subFilter = "adbe.pkcs7.sha1" })).b
			},
			signature.Unchecked, covers(signature.CoverUnknown), known(signature.NotAsked), clocks(""), nil,
		},
		{
			"a byte of the page changed", func() []byte {
				return bytes.Replace(unsigned(t).sign(stamped).b, []byte("q Q"), []byte("Q Q"), 1)
			},
			signature.Changed, covers(signature.CoversNothing), known(signature.NotAsked), clocks(signature.ByStamp), nil,
		},
		{
			"in object and cross-reference streams", func() []byte { return packed(t).sign(stamped).b },
			signature.Unchanged, covers(signature.CoversAll), known(signature.KnownYes), clocks(signature.ByStamp), nil,
		},
		{"unsigned", func() []byte { return unsigned(t).b }, signature.Unsigned, nil, nil, nil, nil},
		{"encrypted", func() []byte {
			s := unsigned(t)
			s.update("/Encrypt<</Filter/Standard/V 4>>", nil)
			return s.b
		}, signature.Encrypted, nil, nil, nil, nil},
		{"truncated", func() []byte { b := unsigned(t).sign(stamped).b; return b[:len(b)-300] }, signature.Broken, nil, nil, nil, nil},
		{"another kind of file", func() []byte { return []byte("PK\x03\x04") }, signature.NotPDF, nil, nil, nil, nil},
		{"empty", func() []byte { return nil }, signature.NotPDF, nil, nil, nil, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := checker(t).Check(t.Context(), tt.make())
			if r.State != tt.state || len(r.Signatures) != len(tt.covers) {
				t.Fatalf("%s with %d signatures, want %s: %+v", r.State, len(r.Signatures), tt.state, r.Signatures)
			}
			for i, s := range r.Signatures {
				if s.Covers != tt.covers[i] || s.Chain.Known != tt.known[i] || s.By != tt.by[i] {
					t.Errorf("signature %d covers %s, chain %s, time by %q; want %s, %s, %q", i+1, s.Covers, s.Chain.Known, s.By, tt.covers[i], tt.known[i], tt.by[i])
				}
				if i == 0 && !slices.Equal(s.Notes, tt.notes) {
					t.Errorf("notes %q, want %q", s.Notes, tt.notes)
				}
			}
		})
	}
}

func covers(c ...signature.Cover) []signature.Cover { return c }
func known(k ...signature.Known) []signature.Known  { return k }
func clocks(c ...signature.Clock) []signature.Clock { return c }
func notes(n ...signature.Note) []signature.Note    { return n }

func TestNamesAndTimes(t *testing.T) {
	p := people()
	r := checker(t).Check(t.Context(), unsigned(t).sign(how{by: p.signer, tsa: p.tsa, at: day(2026, 11, 1), level: 2}).b)
	s := r.Signatures[0]
	if s.Signer.Name != "Phường Mẫu" || s.Signer.Organization != "Tỉnh Mẫu" || s.Signer.Issuer != "Sample Issuer" || s.Field != "Signature1" || s.Level != 2 {
		t.Errorf("%+v", s)
	}
	if !s.Time.Equal(day(2026, 11, 1)) || s.StampBy.Name != "Sample Stamps" || !s.SignerAt.Equal(day(2026, 11, 1)) {
		t.Errorf("at %s by %s, by the signer %s", s.Time, s.StampBy.Name, s.SignerAt)
	}
	if s.Chain.Root != "Sample Root" || !s.Chain.At.Equal(s.Time) || !s.Chain.StampKnown || s.Chain.Revocation != signature.NotChecked {
		t.Errorf("%+v", s.Chain)
	}
}

// The name of a field has those above it, of which some have none.
func TestNameOfAField(t *testing.T) {
	b := []byte("%PDF-1.7\n1 0 obj\n<</Type/Catalog/AcroForm<</Fields[<</T(form)/FT/Sig/Kids[<</Kids[<</T(sig)/V<</A 1>>>>]>><</T(other)/V<</A 2>>>>]>>]>>>>\nendobj\n")
	b = fmt.Appendf(b, "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(b))
	var names []string
	for _, s := range checker(t).Check(t.Context(), b).Signatures {
		names = append(names, s.Field)
	}
	if want := []string{"form.sig", "form.other"}; !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}

// The real files of the State (see testdata) are unchanged, with signer and time.
func TestRealFiles(t *testing.T) {
	for name, want := range map[string]struct {
		at    string
		notes []signature.Note
	}{
		"66.9-nq.signed.pdf": {"2025-12-09T08:54:55Z", notes(signature.ClockLocal, signature.WeakStamp)},
		"678-tb.signed.pdf":  {"2025-12-09T08:43:38Z", notes(signature.ClockLocal, signature.WeakStamp, signature.ClockDiffers)},
	} {
		c := &signature.Checker{Now: func() time.Time { return now }}
		file := filepath.Join("testdata", name)
		r := c.File(t.Context(), file)
		if r.State != signature.Unchanged || len(r.Signatures) != 1 || r.Hidden != 0 {
			t.Fatalf("%s: %+v", name, r)
		}
		s := r.Signatures[0]
		if s.Signer.Name != "CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ" || s.Signer.Issuer != "CA phục vụ các cơ quan Nhà nước G2" || s.StampBy.Name != "Máy chủ cấp dấu thời gian 01" {
			t.Errorf("%s: %+v, stamped by %+v", name, s.Signer, s.StampBy)
		}
		if s.By != signature.ByStamp || s.Time.Format(time.RFC3339) != want.at || !slices.Equal(s.Notes, want.notes) || s.Chain.Known != signature.NoRoots {
			t.Errorf("%s: %s by %s, notes %q, chain %s", name, s.Time.Format(time.RFC3339), s.By, s.Notes, s.Chain.Known)
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, at := range []int{20, len(b) / 2, len(b) - 8} {
			changed := bytes.Clone(b)
			changed[at] ^= 1
			if r := c.Check(t.Context(), changed); r.State == signature.Unchanged || r.State == signature.Added {
				t.Errorf("%s with byte %d changed: %s", name, at, r.State)
			}
		}
		changed := bytes.Clone(b)
		changed[len(b)/2] ^= 1
		if r := c.Check(t.Context(), changed); r.State != signature.Changed {
			t.Errorf("%s with a byte changed: %s", name, r.State)
		}
		if r := c.Check(t.Context(), append(bytes.Clone(b), "\n%%EOF\n"...)); r.State != signature.Added || r.AddedBytes != 7 {
			t.Errorf("%s with bytes appended: %s, %d", name, r.State, r.AddedBytes)
		}
	}
}

// The authority of the real stamps is known by its root, which their tokens carry, although
// that root signed itself over SHA-1. The signer's authority has another root.
func TestRealStampIsKnown(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "stamps-root.pem"))
	if err != nil {
		t.Fatal(err)
	}
	trust, err := signature.ReadTrust(data)
	if err != nil {
		t.Fatal(err)
	}
	c := &signature.Checker{Trust: trust, Now: func() time.Time { return day(2040, 1, 1) }} // long after all certificates
	s := c.File(t.Context(), filepath.Join("testdata", "66.9-nq.signed.pdf")).Signatures[0]
	if !s.Chain.StampKnown || !s.Chain.At.Equal(s.Time) || s.Chain.Known != signature.KnownNo {
		t.Errorf("%+v", s.Chain)
	}
}

// Revocation is looked up only where the operator allows it, and in a list that its issuer
// signed, that still counts, and that is for this certificate.
func TestRevocation(t *testing.T) {
	p := people()
	b := unsigned(t).sign(how{by: p.signer, tsa: p.tsa, at: day(2026, 11, 1)}).b
	unstamped := unsigned(t).sign(how{by: p.signer}).b
	expired := unsigned(t).sign(how{by: p.expired, tsa: p.tsa, at: day(2024, 6, 1)}).b
	entry := func(of *id, at time.Time) x509.RevocationListEntry {
		return x509.RevocationListEntry{SerialNumber: of.cert.SerialNumber, RevocationTime: at}
	}
	point := func(der ...byte) []pkix.Extension {
		return []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 28}, Critical: true, Value: append([]byte{0x30, byte(len(der))}, der...)}}
	}
	// from is a list that says under which address it is.
	from := func(url string) []pkix.Extension {
		n := byte(len(url))
		return point(append([]byte{0xA0, n + 4, 0xA0, n + 2, 0x86, n}, url...)...)
	}
	for _, tt := range []struct {
		name        string
		file        []byte
		list, above []byte // of the issuer and of the root
		known       signature.Known
		revoked     signature.Revocation
	}{
		{"not revoked", b, list(t, p.issuer, now), list(t, p.root, now), signature.KnownYes, signature.NotRevoked},
		{"no list of the root", b, list(t, p.issuer, now), nil, signature.KnownYes, signature.NotFound},
		{"revoked before", b, list(t, p.issuer, now, entry(p.signer, day(2026, 10, 1))), nil, signature.RevokedChain, signature.Revoked},
		{"the issuer revoked before", b, list(t, p.issuer, now), list(t, p.root, now, entry(p.issuer, day(2026, 10, 1))), signature.RevokedChain, signature.Revoked},
		{"revoked after the stamp", b, list(t, p.issuer, now, entry(p.signer, day(2026, 11, 20))), list(t, p.root, now), signature.KnownYes, signature.RevokedLate},
		// It was told as not found.
		{"revoked after the stamp, no list of the root", b, list(t, p.issuer, now, entry(p.signer, day(2026, 11, 20))), nil, signature.KnownYes, signature.RevokedLate},
		{"revoked, and nobody knows when it signed", unstamped, list(t, p.issuer, now, entry(p.signer, day(2026, 11, 20))), nil, signature.RevokedChain, signature.Revoked},
		{"by another", b, list(t, p.root, now, entry(p.signer, day(2026, 10, 1))), list(t, p.root, now), signature.KnownYes, signature.NotFound},
		{"an old list", b, list(t, p.issuer, now.AddDate(0, -1, 0)), list(t, p.root, now), signature.KnownYes, signature.NotFound},
		{"none", b, nil, list(t, p.root, now), signature.KnownYes, signature.NotFound},
		// What has expired is left out of lists, and was told as not revoked.
		{"expired since", expired, list(t, p.issuer, now), list(t, p.root, now), signature.KnownYes, signature.NotFound},
		{"expired since, and listed", expired, list(t, p.issuer, now, entry(p.expired, day(2024, 1, 1))), nil, signature.RevokedChain, signature.Revoked},
		// Another list of the same issuer says nothing; it was believed.
		{"the list of an address", b, listFor(t, p.issuer, now, from(crlURL)), list(t, p.root, now), signature.KnownYes, signature.NotRevoked},
		{"the list of another address", b, listFor(t, p.issuer, now, from("http://crl.example/2.crl")), list(t, p.root, now), signature.KnownYes, signature.NotFound},
		{"the list of persons", b, listFor(t, p.issuer, now, point(0x81, 1, 0xFF)), list(t, p.root, now), signature.KnownYes, signature.NotRevoked},
		{"the list of authorities", b, listFor(t, p.issuer, now, point(0x82, 1, 0xFF)), list(t, p.root, now), signature.KnownYes, signature.NotFound},
		{"the list of some reasons", b, listFor(t, p.issuer, now, point(0x83, 2, 6, 0x40)), list(t, p.root, now), signature.KnownYes, signature.NotFound},
		{"the list of other issuers", b, listFor(t, p.issuer, now, point(0x84, 1, 0xFF), entry(p.signer, day(2026, 10, 1))), list(t, p.root, now), signature.KnownYes, signature.NotFound},
		{"a broken extension", b, listFor(t, p.issuer, now, point(0xA0, 9)), list(t, p.root, now), signature.KnownYes, signature.NotFound},
		{"an unknown critical one", b, listFor(t, p.issuer, now, []pkix.Extension{{Id: asn1.ObjectIdentifier{1, 2, 3}, Critical: true, Value: []byte{5, 0}}}), list(t, p.root, now), signature.KnownYes, signature.NotFound},
	} {
		c := checker(t)
		var asked []string
		c.Fetch = func(_ context.Context, url string) ([]byte, error) {
			asked = append(asked, url)
			if b := map[string][]byte{crlURL: tt.list, rootURL: tt.above}[url]; b != nil {
				return b, nil
			}
			return nil, errors.New("no network")
		}
		s := c.Check(t.Context(), tt.file).Signatures[0]
		if s.Chain.Known != tt.known || s.Chain.Revocation != tt.revoked || len(asked) == 0 || !slices.Equal(asked, []string{crlURL, rootURL}[:len(asked)]) {
			t.Errorf("%s: %s, %s, asked %q", tt.name, s.Chain.Known, s.Chain.Revocation, asked)
		}
	}
}

// A file that took the fields of earlier signatures away still has their bytes.
func TestHiddenSignatures(t *testing.T) {
	p := people()
	s := unsigned(t).sign(how{by: p.signer})
	s.fields = nil
	r := checker(t).Check(t.Context(), s.sign(how{by: p.stranger}).b)
	if r.State != signature.Unchanged || len(r.Signatures) != 1 || r.Hidden != 1 || r.Signatures[0].Chain.Known != signature.KnownNo {
		t.Errorf("%+v", r)
	}
}

// Only a plain file is opened, and none that is too large.
func TestFile(t *testing.T) {
	c := checker(t)
	dir := t.TempDir()
	large := filepath.Join(dir, "large.pdf")
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, signature.MostBytes+1); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]signature.State{
		large: signature.TooLarge, dir: signature.Unreadable, filepath.Join(dir, "none.pdf"): signature.Unreadable, os.DevNull: signature.Unreadable,
	} {
		if r := c.File(t.Context(), name); r.State != want {
			t.Errorf("%s: %s, want %s", name, r.State, want)
		}
	}
}

func TestReadTrust(t *testing.T) {
	p := people()
	if _, err := signature.ReadTrust(pemOf(p.issuer)); !errors.Is(err, signature.ErrNoRoot) {
		t.Errorf("intermediates alone: %v", err)
	}
	if _, err := signature.ReadTrust([]byte("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")); err == nil {
		t.Error("no certificate was read")
	}
	both := pemOf(p.root, p.issuer)
	for name, data := range map[string][]byte{
		"PEM":         both,
		"line ends":   bytes.ReplaceAll(both, []byte("\n"), []byte("\r\n")),
		"a mark":      append([]byte("\ufeff"), both...), // Notepad's; the first certificate was lost
		"words above": append([]byte("Root of the authority\n"), both...),
	} {
		if trust, err := signature.ReadTrust(data); err != nil || trust.Roots != 1 || trust.Others != 1 {
			t.Errorf("%s: %+v, %v", name, trust, err)
		}
	}
	if trust, err := signature.ReadTrust(p.root.cert.Raw); err != nil || trust.Roots != 1 {
		t.Errorf("DER: %+v, %v", trust, err)
	}
}
