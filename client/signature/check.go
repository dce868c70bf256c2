package signature

import (
	"bytes"
	"cmp"
	"context"
	"crypto"
	"errors"
	"hash"
	"os"
	"slices"
	"time"

	"motcua/client/plainfile"
	"motcua/client/signature/cms"
	"motcua/client/signature/pdf"
)

// Checker checks files.
type Checker struct {
	Trust Trust
	Now   func() time.Time
	// Fetch gets an authority's list of revoked certificates. Nil: the operator does not allow
	// it. It must limit time and size.
	Fetch func(ctx context.Context, url string) ([]byte, error)
}

// File reads and checks a file of this machine. It never fails: the state says what happened.
func (c *Checker) File(ctx context.Context, name string) Report {
	b, _, err := plainfile.Read(name, MostBytes)
	switch {
	case errors.Is(err, plainfile.ErrTooLarge):
		r := Report{State: TooLarge}
		if info, err := os.Stat(name); err == nil {
			r.Bytes = info.Size()
		}
		return r
	case err != nil:
		return Report{State: Unreadable}
	}
	return c.Check(ctx, b)
}

// Check checks the bytes of a file.
func (c *Checker) Check(ctx context.Context, b []byte) Report {
	r := Report{Bytes: int64(len(b))}
	if len(b) > MostBytes {
		r.State = TooLarge
		return r
	}
	f, err := pdf.Open(b)
	if err != nil {
		r.State = stateOf(err)
		return r
	}
	fields, err := signed(f)
	if err != nil {
		r.State = stateOf(err)
		return r
	}
	r.Hidden = hidden(b, fields)
	left := int64(mostHashed)
	for _, field := range fields {
		if left -= r.Bytes; left < 0 || ctx.Err() != nil {
			return Report{State: TooComplex, Bytes: r.Bytes}
		}
		s := Signature{Field: field.name}
		if s.Level, err = level(f, field.dict); err != nil {
			return Report{State: stateOf(err), Bytes: r.Bytes}
		}
		c.signature(&s, field.dict, b)
		r.Signatures = append(r.Signatures, s)
	}
	slices.SortStableFunc(r.Signatures, func(a, b Signature) int { return cmp.Compare(a.end, b.end) })
	r.conclude()
	for i := range r.Signatures {
		c.chain(ctx, &r.Signatures[i])
	}
	return r
}

// mostHashed is how many bytes are hashed for all signatures: some seconds.
const mostHashed = 1 << 30

func stateOf(err error) State {
	switch {
	case errors.Is(err, pdf.ErrNotPDF):
		return NotPDF
	case errors.Is(err, pdf.ErrEncrypted):
		return Encrypted
	case errors.Is(err, pdf.ErrTooComplex):
		return TooComplex
	}
	return Broken
}

// signature checks one signature over its own range.
func (c *Checker) signature(s *Signature, dict pdf.Value, b []byte) {
	gap, ok := s.ranged(dict, b)
	if !ok {
		s.Covers = CoversPart
		return
	}
	raw, ok := message(b[gap[0]+1 : gap[1]-1])
	if !ok { // more than a signature and its padding stands in the gap
		s.Covers = CoversPart
		return
	}
	write := func(h hash.Hash) {
		h.Write(b[:gap[0]])
		h.Write(b[gap[1]:s.end])
	}
	sub := dict.Get("SubFilter")
	var err error
	switch {
	case sub.Is("ETSI.RFC3161"):
		err = c.stamped(s, raw, write)
	case sub.Is("adbe.pkcs7.detached"), sub.Is("ETSI.CAdES.detached"):
		err = c.signedBy(s, raw, dict, write)
	default: // the old ones sign a digest by SHA-1, inside the message
		err = cms.ErrUnsupported
	}
	switch {
	case err == nil:
		s.Covers = CoversEarlier // all, when it reaches the end
	case errors.Is(err, cms.ErrChanged), errors.Is(err, cms.ErrForged):
		s.Covers = CoversNothing
	case errors.Is(err, cms.ErrNoCertificate):
		s.Covers, s.Problem = CoverUnknown, MissingSigner
	case errors.Is(err, cms.ErrUnsupported):
		s.Covers, s.Problem = CoverUnknown, UnknownMethod
	default:
		s.Covers, s.Problem = CoverUnknown, MalformedMessage
	}
}

// ranged returns the gap of the range, and whether it is exactly /Contents of this
// dictionary. Only then nothing but the signature itself is left out.
func (s *Signature) ranged(dict pdf.Value, b []byte) (gap [2]int64, ok bool) {
	list, contents := dict.Get("ByteRange"), dict.Get("Contents")
	if dict.Count("ByteRange") != 1 || dict.Count("Contents") != 1 || len(list.Items) != 4 || dict.Packed || !contents.Hex {
		return gap, false
	}
	var n [4]int64
	for i, v := range list.Items {
		if v.Kind != pdf.Integer || v.Int < 0 || v.Int > int64(len(b)) {
			return gap, false
		}
		n[i] = v.Int
	}
	gap = [2]int64{n[1], n[2]}
	s.end = n[2] + n[3]
	return gap, n[0] == 0 && gap[0] == int64(contents.From) && gap[1] == int64(contents.To) && s.end <= int64(len(b))
}

// message decodes the digits of /Contents and cuts the zeros behind the message. Anything else
// behind it was signed by nobody.
func message(digits []byte) ([]byte, bool) {
	raw := make([]byte, len(digits)/2)
	if len(digits)%2 != 0 {
		return nil, false
	}
	for i := range raw {
		hi, ok := nibble(digits[2*i])
		lo, ok2 := nibble(digits[2*i+1])
		if !ok || !ok2 {
			return nil, false
		}
		raw[i] = hi<<4 | lo
	}
	n, err := cms.Length(raw)
	if err != nil { // told later as malformed
		return raw, true
	}
	return raw[:n], len(bytes.Trim(raw[n:], "\x00")) == 0
}

func nibble(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

// signedBy checks a person's signature with its stamp.
func (c *Checker) signedBy(s *Signature, raw []byte, dict pdf.Value, write func(hash.Hash)) error {
	m, err := cms.Parse(raw, c.Trust.all)
	if err != nil {
		return err
	}
	s.signer, s.others, s.Signer = m.Signer, m.Certificates, personOf(m.Signer)
	if m.Digest == crypto.SHA1 {
		s.note(WeakDigest)
	}
	s.clock(m, dict)
	if m.Stamped() {
		if stamp, err := m.Stamp(c.Trust.all); err != nil {
			s.note(StampBroken)
		} else {
			s.stamp(stamp)
		}
	}
	return m.Check(write)
}

// stamped checks a stamp over the file itself (PAdES, ETSI EN 319 142-1, 5.4.3).
func (c *Checker) stamped(s *Signature, raw []byte, write func(hash.Hash)) error {
	s.Stamp = true
	stamp, err := cms.ReadStamp(raw, c.Trust.all, write)
	if err != nil {
		return err
	}
	s.signer, s.others, s.Signer = stamp.By.Signer, stamp.By.Certificates, personOf(stamp.By.Signer)
	s.stamp(stamp)
	return nil
}

// stamp takes the time of a stamp that holds.
func (s *Signature) stamp(t *cms.Stamp) {
	const apart = 5 * time.Minute
	s.Time, s.By, s.StampBy = t.Time, ByStamp, personOf(t.By.Signer)
	s.stampedBy, s.stampChain = t.By.Signer, t.By.Certificates
	if t.Hash == crypto.SHA1 {
		s.note(WeakStamp)
	}
	if !s.SignerAt.IsZero() && s.SignerAt.Sub(t.Time).Abs() > apart {
		s.note(ClockDiffers)
	}
}

// clock takes the time by the signer's clock: from the dictionary, which says its zone, or
// else from the message, where some programs write local time as UTC.
func (s *Signature) clock(m *cms.Message, dict pdf.Value) {
	const zone, apart = 7 * time.Hour, 5 * time.Minute // of Vietnam
	at, signs := m.SigningTime()
	if said, ok := pdf.Time(dict.Get("M")); ok {
		if signs && (at.Sub(said)-zone).Abs() < apart {
			s.note(ClockLocal)
		}
		at, signs = said, true
	}
	if signs {
		s.SignerAt, s.Time, s.By = at, at, BySigner
	}
}

func (s *Signature) note(n Note) { s.Notes = append(s.Notes, n) }

// conclude says of the file what follows from its signatures, which are in their order.
func (r *Report) conclude() {
	if len(r.Signatures) == 0 {
		r.State = Unsigned
		return
	}
	all := r.Signatures
	has := func(c Cover) bool { return slices.ContainsFunc(all, func(s Signature) bool { return s.Covers == c }) }
	var end int64 // of what holds
	for i := range all {
		if s := &all[i]; s.Covers == CoversEarlier {
			end = max(end, s.end)
			if s.end == r.Bytes {
				s.Covers = CoversAll
			} else if s.Level == 1 {
				s.note(Forbidden)
			}
		}
	}
	switch {
	case has(CoversNothing):
		r.State = Changed
	case has(CoversPart):
		r.State = Partial
	case has(CoverUnknown):
		r.State = Unchecked
	case end < r.Bytes:
		r.State, r.AddedBytes = Added, r.Bytes-end
	case slices.ContainsFunc(all, func(s Signature) bool { return slices.Contains(s.Notes, Forbidden) }):
		r.State = Added
	default:
		r.State = Unchanged
	}
}
