package client

import (
	"slices"
	"time"
)

// Cause says in one word why a source could not answer. An operator's log,
// metrics, doctor and the state page all speak of these; the person who asked is
// told in plainer words.
type Cause string

// The causes, also used as metric labels.
const (
	CauseDNS         Cause = "dns"                // the name of the host is not found
	CauseClosed      Cause = "connection_refused" // nothing listens there
	CauseUnreachable Cause = "unreachable"        // no way there, or this machine lets nothing out
	CauseReset       Cause = "reset"              // the connection was cut before the answer
	CauseNetwork     Cause = "network"            // no connection, and none of the others
	CauseTimeout     Cause = "timeout"            // the deadline passed
	CauseProxy       Cause = "proxy"              // the proxy on the way there

	CauseSelfSigned  Cause = "certificate_self_signed"
	CauseAuthority   Cause = "certificate_unknown_authority"
	CauseWrongName   Cause = "certificate_wrong_name"
	CauseExpired     Cause = "certificate_expired"
	CauseNotYetValid Cause = "certificate_not_yet_valid"
	CauseCertificate Cause = "certificate" // not believed for another reason
	CauseTLS         Cause = "tls"         // no encrypted connection comes about
	CauseRejected    Cause = "rejected"    // a firewall's page, 403
	CauseWebPage     Cause = "web_page"    // a page for people in the place of JSON
	CauseBusy        Cause = "busy"        // 429
	CauseServer      Cause = "server"      // 5xx
	CauseContent     Cause = "content"     // not the JSON it should be, or cut off
	CauseTooLarge    Cause = "too_large"   // over the body limit
	CauseRefused     Cause = "refused"     // log-in refused: operator's credentials
	CauseCancelled   Cause = "cancelled"   // the person left: no fault of the source
)

// Causes are all that a source can fail for.
func Causes() []Cause {
	return []Cause{
		CauseDNS, CauseClosed, CauseUnreachable, CauseReset, CauseNetwork, CauseTimeout, CauseProxy,
		CauseSelfSigned, CauseAuthority, CauseWrongName, CauseExpired, CauseNotYetValid, CauseCertificate, CauseTLS,
		CauseRejected, CauseWebPage, CauseBusy, CauseServer, CauseContent, CauseTooLarge, CauseRefused,
	}
}

// Silent tells whether nothing came back from the source: it was not reached, or
// did not speak in time. Whatever it sent is an answer, also a fault, and a status
// that stands for one of these: see [UnavailableError.Silent].
func (c Cause) Silent() bool {
	return slices.Contains([]Cause{
		CauseDNS, CauseClosed, CauseUnreachable, CauseReset, CauseNetwork, CauseTimeout, CauseProxy,
		CauseSelfSigned, CauseAuthority, CauseWrongName, CauseExpired, CauseNotYetValid, CauseCertificate, CauseTLS,
	}, c)
}

// OfSize tells whether a smaller answer may come through where this one failed.
// A rejection, a refused key, a bad certificate or a name that is not found is
// not about the size.
func (c Cause) OfSize() bool {
	return slices.Contains([]Cause{CauseTimeout, CauseServer, CauseContent, CauseTooLarge, CauseReset, CauseNetwork}, c)
}

// CertificateError is a certificate that was not believed, with what tells an
// operator which one it is. Its texts are sanitised.
type CertificateError struct {
	Names       []string // that it is for
	Issuer      string
	From, Until time.Time // when it is valid
	Fingerprint string    // SHA-256, as openssl prints it
	Err         error     // what is wrong
}

func (e *CertificateError) Error() string { return e.Err.Error() }

// Unwrap gives what is wrong.
func (e *CertificateError) Unwrap() error { return e.Err }
