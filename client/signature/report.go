package signature

import (
	"crypto/x509"
	"strings"
	"time"

	"motcua/client/clean"
)

// State says whether a file is unchanged since it was signed, as a word of the JSON.
type State string

// The states of a file.
const (
	Unchanged  State = "unchanged"   // the last signature covers every byte
	Added      State = "added"       // something was added after signing
	Changed    State = "changed"     // a signature does not fit what it signed
	Partial    State = "partial"     // a signature leaves out more than itself
	Unchecked  State = "unchecked"   // a signature could not be checked
	Unsigned   State = "unsigned"    // no signature
	Encrypted  State = "encrypted"   // locked by a password; not read
	NotPDF     State = "not_pdf"     // another kind of file
	Broken     State = "broken"      // the structure cannot be read
	TooLarge   State = "too_large"   // over MostBytes
	TooComplex State = "too_complex" // over one of the other limits
	Unreadable State = "unreadable"  // no such file, no right to read it, or no plain file
)

// Report is what is known of one file.
type Report struct {
	State State
	Bytes int64
	// AddedBytes is how many bytes follow the last signature, for Added. It is 0 when the
	// addition is signed and an earlier signer allowed none.
	AddedBytes int64
	Signatures []Signature // in the order in which they were made
	// Hidden is how many signatures are in the file without a field of it that names them, for
	// example because an update took the field away.
	Hidden int
}

// Cover is what a signature covers, as a word of the JSON.
type Cover string

// The covers.
const (
	CoversAll     Cover = "all"     // the whole file
	CoversEarlier Cover = "earlier" // the file as it was before something was added
	CoversPart    Cover = "part"    // it leaves out more than itself
	CoversNothing Cover = "nothing" // its content was changed
	CoverUnknown  Cover = "unknown" // not checked
)

// Clock says whose time it is, as a word of the JSON.
type Clock string

// The clocks.
const (
	ByStamp  Clock = "stamp"  // of a stamp that holds
	BySigner Clock = "signer" // of the signer's own clock
)

// Note is something worth knowing that is no failure, as a word of the JSON.
type Note string

// The notes.
const (
	ClockDiffers Note = "clock_differs" // signer's clock and stamp are minutes apart
	ClockLocal   Note = "clock_local"   // local time is marked as UTC
	StampBroken  Note = "stamp_broken"  // there is a stamp that does not hold
	WeakDigest   Note = "weak_digest"   // signed over SHA-1
	WeakStamp    Note = "weak_stamp"    // stamped over SHA-1
	Forbidden    Note = "forbidden"     // the signer allowed no addition, and there is one
)

// Problem is why a signature could not be checked, as a word of the JSON.
type Problem string

// The problems.
const (
	UnknownMethod    Problem = "unknown_method"    // of a kind that is not checked here
	MissingSigner    Problem = "missing_signer"    // its certificate is not there
	MalformedMessage Problem = "malformed_message" // it cannot be read
)

// Signature is one signature of a file.
type Signature struct {
	Field   string // name of its field
	Stamp   bool   // a stamp over the whole file, and nobody's signature
	Covers  Cover
	Problem Problem // for CoverUnknown
	// Level is what a certifying signer allows to be added: 1 nothing, 2 filled-in forms and
	// signatures, 3 also comments. 0: the signer does not certify (12.8.2.2).
	Level int

	Signer   Person
	Time     time.Time // zero when neither a stamp nor the signer says one
	By       Clock
	StampBy  Person    // authority of the stamp that holds
	SignerAt time.Time // by the signer's clock, zero for none
	Notes    []Note

	Chain Chain

	end        int64 // where its range ends
	signer     *x509.Certificate
	others     []*x509.Certificate
	stampedBy  *x509.Certificate
	stampChain []*x509.Certificate
}

// Person is whom a certificate names. The names are cleaned, and the claim of the certificate:
// they are worth what the chain is worth.
type Person struct {
	Name         string
	Organization string
	Issuer       string    // who issued the certificate
	From, Until  time.Time // when the certificate is valid
}

func personOf(c *x509.Certificate) Person {
	p := Person{
		Name: clean.Line(c.Subject.CommonName), Organization: clean.Line(strings.Join(c.Subject.Organization, ", ")),
		Issuer: clean.Line(c.Issuer.CommonName), From: c.NotBefore, Until: c.NotAfter,
	}
	if p.Name == "" {
		p.Name, p.Organization = p.Organization, ""
	}
	return p
}

// Known says whether the chain of a certificate is known here, as a word of the JSON.
type Known string

// The answers.
const (
	KnownYes     Known = "yes"
	KnownNo      Known = "no"
	NoRoots      Known = "no_roots"    // this machine was given no roots
	OutOfDate    Known = "out_of_date" // the certificate was not valid at the time that counts
	RevokedChain Known = "revoked"     // it was revoked when it signed
	NotAsked     Known = "not_asked"   // the signature itself could not be checked
)

// Revocation says what is known of revocation, as a word of the JSON.
type Revocation string

// The answers.
const (
	NotChecked  Revocation = "not_checked" // the operator does not allow the look-up, or there is no chain
	NotRevoked  Revocation = "not_revoked"
	Revoked     Revocation = "revoked"
	RevokedLate Revocation = "revoked_later" // after the stamp
	NotFound    Revocation = "not_found"     // no list of the authority counts: not fetched, out of date, or for other certificates
)

// Chain is what is known of the signer's certificate here.
type Chain struct {
	Known Known
	Root  string    // name of the root, for KnownYes
	At    time.Time // the time for which it was validated
	// StampKnown reports whether the authority of the stamp is known too. Only then At is the
	// stamp's time.
	StampKnown bool
	Revocation Revocation
	RevokedAt  time.Time
}

// bad reports whether the signature as such does not hold.
func (s *Signature) bad() bool { return s.Covers == CoversNothing || s.Covers == CoverUnknown }
