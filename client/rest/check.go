package rest

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/go-resty/resty/v2"

	"motcua/client"
	"motcua/client/clean"
)

// StatusError is a status that has no cause of its own. A caller that knows what its
// portal means by it (the national portal answers 400 for an unknown id) finds it with
// errors.As.
type StatusError struct{ Status int }

func (e *StatusError) Error() string { return fmt.Sprintf("HTTP status %d", e.Status) }

var (
	errRejected = errors.New("rejected by a firewall")
	errHTML     = errors.New("a web page instead of JSON")
	errCutOff   = errors.New("answer cut off")
	errNotHTTP  = errors.New("an answer that is not HTTP")
	errRedirect = errors.New("redirected to another host")
)

// failure is a cause with what the retry loop needs to know.
type failure struct {
	cause      client.Cause
	err        error
	retryAfter time.Duration
	status     int  // of the failed answer; 0 when none came, or only a part of a good one
	again      bool // a retry may help
}

// silent reports whether nothing came from the portal; answered whether something
// unusable did. Both are false on nil.
func (f *failure) silent() bool { return f != nil && f.status == 0 && f.cause.Silent() }

func (f *failure) answered() bool {
	return f != nil && f.cause != client.CauseCancelled && !f.silent()
}

// judgeBody classifies an error that occurred while the body was read.
func judgeBody(ctx context.Context, err error, at phase) *failure {
	var corrupt flate.CorruptInputError
	switch {
	case ctx.Err() != nil || errors.Is(err, resty.ErrResponseBodyTooLarge):
		return judgeTransport(ctx, err, at)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return &failure{cause: client.CauseContent, err: errCutOff, again: true}
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.As(err, &corrupt):
		return &failure{cause: client.CauseContent, err: errors.New("answer badly packed"), again: true}
	}
	return judgeTransport(ctx, err, at)
}

// judgeStatus classifies what the status alone decides; nil when the body must be looked
// at.
func judgeStatus(status int, h http.Header, body []byte) *failure {
	f := causeOfStatus(status, h, body)
	if f != nil {
		f.status = status
	}
	return f
}

func causeOfStatus(status int, h http.Header, body []byte) *failure {
	again := &failure{err: &StatusError{status}, retryAfter: retryAfter(h, time.Now()), again: true}
	switch {
	case status == http.StatusForbidden || rejectionPage(body):
		return &failure{cause: client.CauseRejected, err: errRejected}
	case status == http.StatusTooManyRequests:
		again.cause = client.CauseBusy
		return again
	case status == http.StatusRequestTimeout:
		again.cause = client.CauseTimeout
		return again
	case status >= 500:
		again.cause = client.CauseServer
		again.again = status != http.StatusNotImplemented
		return again
	case status == http.StatusProxyAuthRequired:
		return &failure{cause: client.CauseProxy, err: &proxyError{status}}
	case status == http.StatusUnauthorized:
		return &failure{cause: client.CauseRefused, err: &StatusError{status}}
	case status < 200 || status >= 300:
		if looksHTML(body) {
			return &failure{cause: client.CauseWebPage, err: errHTML}
		}
		return &failure{cause: client.CauseContent, err: &StatusError{status}}
	}
	return nil
}

// judgeContent looks at the first bytes and the content type before anything is parsed.
// The first bytes decide: a web page is wrong under a JSON type too, while plain file
// servers send JSON under text/plain or without a type.
func judgeContent(contentType string, body []byte) *failure {
	start := trimStart(body)
	if len(start) == 0 {
		return &failure{cause: client.CauseContent, err: errCutOff, again: true}
	}
	if looksHTML(body) {
		return &failure{cause: client.CauseWebPage, err: errHTML}
	}
	if mt, _, _ := mime.ParseMediaType(contentType); foreignType(mt) {
		return &failure{cause: client.CauseContent, err: errors.New("not JSON but a file of another type")}
	}
	if start[0] != '{' && start[0] != '[' && start[0] != '"' {
		return &failure{cause: client.CauseContent, err: errors.New("does not begin like JSON")}
	}
	return nil
}

// judgeFile is judgeContent for an answer that is a file: a web page is not.
func judgeFile(body []byte) *failure {
	switch {
	case len(body) == 0:
		return &failure{cause: client.CauseContent, err: errCutOff, again: true}
	case looksHTML(body):
		return &failure{cause: client.CauseWebPage, err: errHTML}
	}
	return nil
}

func foreignType(mt string) bool {
	for _, p := range []string{"image/", "audio/", "video/", "font/", "multipart/", "application/pdf", "application/zip", "application/msword", "application/vnd.ms-", "application/vnd.openxmlformats"} {
		if strings.HasPrefix(mt, p) {
			return true
		}
	}
	return false
}

// decode parses a body that passed judgeContent. It replaces the messages of
// encoding/json, because they repeat parts of the body.
func decode(body []byte, out any) *failure {
	err := json.Unmarshal(trimStart(body), out)
	if err == nil {
		return nil
	}
	f := &failure{cause: client.CauseContent}
	var syntax *json.SyntaxError
	var shape *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		f.again = syntax.Offset >= int64(len(trimStart(body)))
		f.err = fmt.Errorf("JSON broken at byte %d", syntax.Offset)
		if f.again {
			f.err = errCutOff
		}
	case errors.As(err, &shape):
		f.err = fmt.Errorf("JSON of another shape at %q", clean.Line(shape.Field))
	default:
		f.err = errors.New("JSON cannot be read")
	}
	return f
}

var byteOrderMark = []byte("\xEF\xBB\xBF")

func trimStart(body []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(body, byteOrderMark), " \t\r\n")
}

func looksHTML(body []byte) bool {
	return bytes.HasPrefix(trimStart(body), []byte("<"))
}

// rejections occur in the pages that firewalls send instead of an answer, with status 200
// or 403: F5 (in front of the national portal), FortiGate, Cloudflare, Imperva,
// ModSecurity, Azure, and pages in Vietnamese.
var rejections = [][]byte{
	[]byte("request rejected"), []byte("requested url was rejected"),
	[]byte("web page blocked"), []byte("fortiguard"),
	[]byte("attention required! | cloudflare"), []byte("you have been blocked"),
	[]byte("incapsula incident id"),
	[]byte("mod_security"),
	[]byte("the request is blocked"), []byte("request has been blocked"),
	[]byte("web application firewall"),
	[]byte("truy cập bị từ chối"), []byte("yêu cầu bị từ chối"), []byte("đã bị chặn"),
}

// rejectionPage reports whether a body is the page of a firewall.
func rejectionPage(body []byte) bool {
	if !looksHTML(body) {
		return false
	}
	head := bytes.ToLower(body[:min(len(body), 4096)])
	return slices.ContainsFunc(rejections, func(says []byte) bool { return bytes.Contains(head, says) })
}
