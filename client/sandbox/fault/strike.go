package fault

import (
	"bytes"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"motcua/client/sandbox/httpjson"
)

// A single request asks for its own faults by this header, or by this query parameter
// where a client cannot set headers.
const (
	Header = "X-Sample-Fault"
	Query  = "sample_fault"
)

// Wrap applies the faults of scope, and those that a request asks for, before h.
func (l *List) Wrap(scope Scope, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		faults := l.take(scope)
		asked := r.Header.Get(Header)
		if asked == "" {
			asked = r.URL.Query().Get(Query)
		}
		own, err := Parse(asked, l.scopes)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		for _, f := range own {
			if f.Scope == ScopeAll || f.Scope == scope {
				faults = append(faults, f)
			}
		}
		for _, f := range faults {
			if f.strike(w, r, h) {
				return
			}
		}
		h.ServeHTTP(w, r)
	})
}

// strike applies the fault and reports whether that was the whole answer.
func (f Fault) strike(w http.ResponseWriter, r *http.Request, h http.Handler) bool {
	switch f.Kind {
	case Latency:
		t := time.NewTimer(f.Wait)
		defer t.Stop()
		select {
		case <-t.C:
			return false
		case <-r.Context().Done():
			panic(http.ErrAbortHandler)
		}
	case Busy:
		if f.Wait > 0 {
			w.Header().Set("Retry-After", strconv.Itoa(int(f.Wait/time.Second)))
		}
		httpjson.Write(w, r, http.StatusTooManyRequests, httpjson.Envelope{Code: "TOO_MANY_REQUESTS", Message: "Quá nhiều yêu cầu"})
	case Error:
		httpjson.Write(w, r, f.Status, httpjson.Envelope{Code: "INTERNAL_ERROR", Message: "Lỗi hệ thống"})
	case Reject:
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(f.Status)
		_, _ = io.WriteString(w, rejectionPage)
	case Truncate:
		f.truncate(w, r, h)
	case Hang:
		// The server notices that a client left only after it has read the request's
		// body.
		_, _ = io.Copy(io.Discard, io.LimitReader(r.Body, httpjson.MaxRequest))
		<-r.Context().Done()
		panic(http.ErrAbortHandler)
	case Drop:
		panic(http.ErrAbortHandler)
	}
	return true
}

// rejectionPage is the page of the firewall in front of the national portal: a title, a
// sentence and a number to quote.
const rejectionPage = `<html><head><title>Request Rejected</title></head>` +
	`<body>The requested URL was rejected. Please consult with your administrator.<br><br>` +
	`Your support ID is: 0000000000000000000<br><br></body></html>
`

// truncate sends the headers of the true answer and half of its body.
func (f Fault) truncate(w http.ResponseWriter, r *http.Request, h http.Handler) {
	if f.Proper {
		r.Header.Del("Accept-Encoding") // half a gzip stream is a different fault from half a JSON text
	}
	whole := held{ResponseWriter: w, status: http.StatusOK}
	h.ServeHTTP(&whole, r)
	body := whole.body.Bytes()
	length := len(body)
	if f.Proper {
		length /= 2
	}
	w.Header().Set("Content-Length", strconv.Itoa(length))
	w.WriteHeader(whole.status)
	_, _ = w.Write(body[:len(body)/2])
	if !f.Proper {
		if err := http.NewResponseController(w).Flush(); err != nil {
			return
		}
		panic(http.ErrAbortHandler)
	}
}

// held records an answer instead of sending it.
type held struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
}

func (h *held) WriteHeader(status int)      { h.status = status }
func (h *held) Write(b []byte) (int, error) { return h.body.Write(b) }

// Serve shows and sets the faults: GET returns {"faults": "..."}, POST takes the
// same or the bare text and replaces them, DELETE clears them. Only programs on this
// machine may call it, but not a web page in a browser on it.
func (l *List) Serve(w http.ResponseWriter, r *http.Request) {
	if !fromLoopback(r) || r.Header.Get("Origin") != "" {
		http.Error(w, "faults are set from this machine only", http.StatusForbidden)
		return
	}
	switch r.Method {
	case http.MethodGet:
	case http.MethodDelete:
		l.Set(nil)
	case http.MethodPost, http.MethodPut:
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, httpjson.MaxRequest))
		if err != nil {
			http.Error(w, "too long", http.StatusRequestEntityTooLarge)
			return
		}
		text := strings.TrimSpace(string(body))
		if strings.HasPrefix(text, "{") {
			var in struct {
				Faults string `json:"faults"`
			}
			if err := json.Unmarshal(body, &in); err != nil {
				http.Error(w, `want {"faults": "latency=2s"}`, http.StatusBadRequest)
				return
			}
			text = in.Faults
		}
		faults, err := Parse(text, l.scopes)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		l.Set(faults)
	default:
		w.Header().Set("Allow", "GET, POST, PUT, DELETE")
		http.Error(w, "want GET, POST or DELETE", http.StatusMethodNotAllowed)
		return
	}
	httpjson.Write(w, r, http.StatusOK, map[string]string{"faults": Format(l.Active())})
}

func fromLoopback(r *http.Request) bool {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
