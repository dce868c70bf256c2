package sandbox

import (
	"bytes"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// A single request asks for faults of its own by this header, or by the query
// field of the same meaning where a client cannot set headers.
const (
	FaultHeader = "X-Sample-Fault"
	FaultQuery  = "sample_fault"
)

// wrap puts the faults of scope, and those that a request asks for, before h.
func (b *faultBook) wrap(scope Scope, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		faults := b.take(scope)
		asked := r.Header.Get(FaultHeader)
		if asked == "" {
			asked = r.URL.Query().Get(FaultQuery)
		}
		own, err := ParseFaults(asked)
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

// strike does what the fault says and tells whether that was the answer.
func (f Fault) strike(w http.ResponseWriter, r *http.Request, h http.Handler) bool {
	switch f.Kind {
	case FaultLatency:
		t := time.NewTimer(f.Wait)
		defer t.Stop()
		select {
		case <-t.C:
			return false
		case <-r.Context().Done():
			panic(http.ErrAbortHandler)
		}
	case FaultBusy:
		if f.Wait > 0 {
			w.Header().Set("Retry-After", strconv.Itoa(int(f.Wait/time.Second)))
		}
		writeJSON(w, r, http.StatusTooManyRequests, envelope{Code: "TOO_MANY_REQUESTS", Message: "Quá nhiều yêu cầu"})
	case FaultError:
		writeJSON(w, r, f.Status, envelope{Code: "INTERNAL_ERROR", Message: "Lỗi hệ thống"})
	case FaultReject:
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(f.Status)
		_, _ = io.WriteString(w, rejectionPage)
	case FaultTruncate:
		f.truncate(w, r, h)
	case FaultHang:
		// The server notices a client that leaves only after the request's body
		// was read.
		_, _ = io.Copy(io.Discard, io.LimitReader(r.Body, maxRequest))
		<-r.Context().Done()
		panic(http.ErrAbortHandler)
	case FaultDrop:
		panic(http.ErrAbortHandler)
	}
	return true
}

// rejectionPage is what the firewall before the national portal says, in its
// form: a title, a sentence and a number to quote.
const rejectionPage = `<html><head><title>Request Rejected</title></head>` +
	`<body>The requested URL was rejected. Please consult with your administrator.<br><br>` +
	`Your support ID is: 0000000000000000000<br><br></body></html>
`

// truncate sends the head of the true answer and half of its body.
func (f Fault) truncate(w http.ResponseWriter, r *http.Request, h http.Handler) {
	if f.Proper {
		r.Header.Del("Accept-Encoding") // half a gzip is another fault than half a JSON
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

// held keeps an answer back.
type held struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
}

func (h *held) WriteHeader(status int)      { h.status = status }
func (h *held) Write(b []byte) (int, error) { return h.body.Write(b) }

// serveFaults shows and sets the faults: GET gives {"faults": "..."}, POST takes
// the same, or the bare text, and replaces them, DELETE clears them. Only a
// program on this machine may; a web page that it shows may not.
func (s *Sandbox) serveFaults(w http.ResponseWriter, r *http.Request) {
	if !fromLoopback(r) || r.Header.Get("Origin") != "" {
		http.Error(w, "faults are set from this machine only", http.StatusForbidden)
		return
	}
	switch r.Method {
	case http.MethodGet:
	case http.MethodDelete:
		s.SetFaults()
	case http.MethodPost, http.MethodPut:
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxRequest))
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
		faults, err := ParseFaults(text)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		s.SetFaults(faults...)
	default:
		w.Header().Set("Allow", "GET, POST, PUT, DELETE")
		http.Error(w, "want GET, POST or DELETE", http.StatusMethodNotAllowed)
		return
	}
	writeJSON(w, r, http.StatusOK, map[string]string{"faults": FormatFaults(s.Faults())})
}

func fromLoopback(r *http.Request) bool {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
