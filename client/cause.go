package client

import (
	"slices"
	"time"
)

// Cause is the reason why a source could not answer, as one word. Logs, metrics,
// doctor and the state page use it; the person who asked reads a plainer sentence.
type Cause string

// The causes, also used as metric labels.
const (
	CauseDNS         Cause = "dns"                // the name of the host is not found
	CauseClosed      Cause = "connection_refused" // nothing listens there
	CauseUnreachable Cause = "unreachable"        // no route to the host, or this machine blocks outgoing connections
	CauseReset       Cause = "reset"              // the connection was cut before the answer
	CauseNetwork     Cause = "network"            // no connection, for a reason that is none of the others
	CauseTimeout     Cause = "timeout"            // the deadline passed
	CauseProxy       Cause = "proxy"              // the proxy on the way there

	CauseSelfSigned  Cause = "certificate_self_signed"
	CauseAuthority   Cause = "certificate_unknown_authority"
	CauseWrongName   Cause = "certificate_wrong_name"
	CauseExpired     Cause = "certificate_expired"
	CauseNotYetValid Cause = "certificate_not_yet_valid"
	CauseCertificate Cause = "certificate" // rejected for another reason
	CauseTLS         Cause = "tls"         // the encrypted connection could not be set up
	CauseRejected    Cause = "rejected"    // status 403, or the block page of a firewall
	CauseWebPage     Cause = "web_page"    // HTML instead of JSON
	CauseBusy        Cause = "busy"        // 429
	CauseServer      Cause = "server"      // 5xx
	CauseContent     Cause = "content"     // not the JSON it should be, or cut off
	CauseTooLarge    Cause = "too_large"   // over the body limit
	CauseRefused     Cause = "refused"     // log-in refused: the operator's credentials are wrong
	CauseCancelled   Cause = "cancelled"   // the person left; the source is not at fault
)

// Causes lists all causes.
func Causes() []Cause {
	return []Cause{
		CauseDNS, CauseClosed, CauseUnreachable, CauseReset, CauseNetwork, CauseTimeout, CauseProxy,
		CauseSelfSigned, CauseAuthority, CauseWrongName, CauseExpired, CauseNotYetValid, CauseCertificate, CauseTLS,
		CauseRejected, CauseWebPage, CauseBusy, CauseServer, CauseContent, CauseTooLarge, CauseRefused,
	}
}

// Silent reports whether nothing came back from the source: the connection failed or
// the deadline passed. Anything that the source sent counts as an answer, even an
// error status that is reported as one of these causes: see [UnavailableError.Silent].
func (c Cause) Silent() bool {
	return slices.Contains([]Cause{
		CauseDNS, CauseClosed, CauseUnreachable, CauseReset, CauseNetwork, CauseTimeout, CauseProxy,
		CauseSelfSigned, CauseAuthority, CauseWrongName, CauseExpired, CauseNotYetValid, CauseCertificate, CauseTLS,
	}, c)
}

// OfSize reports whether a request for fewer data may succeed where this one failed.
// A rejection, a refused key, a bad certificate and an unknown host do not depend on
// the size of the answer.
func (c Cause) OfSize() bool {
	return slices.Contains([]Cause{CauseTimeout, CauseServer, CauseContent, CauseTooLarge, CauseReset, CauseNetwork}, c)
}

// CertificateError is a certificate that failed verification, with the details that
// let an operator identify it. Its texts are sanitised.
type CertificateError struct {
	Names       []string // the host names that it is valid for
	Issuer      string
	From, Until time.Time // its period of validity
	Fingerprint string    // SHA-256, as openssl prints it
	Err         error     // why verification failed
}

func (e *CertificateError) Error() string { return e.Err.Error() }

// Unwrap returns why verification failed.
func (e *CertificateError) Unwrap() error { return e.Err }
