// Package httpjson reads the requests of the sample portal and writes its answers: JSON,
// compressed when the client asks for it.
package httpjson

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"sync"
)

// MaxRequest limits a request's body, in bytes; the longest real one is under 1 KB.
const MaxRequest = 64 << 10

// gzipFrom is the size in bytes from which compression saves more than it costs.
const gzipFrom = 1 << 10

// Envelope wraps every answer of the national portal.
type Envelope struct {
	Code    string `json:"code"`
	Data    any    `json:"data"`
	Message string `json:"message"`
}

// Read decodes a request. When it cannot be read, it answers 400 and returns false.
func Read(w http.ResponseWriter, r *http.Request, into any) bool {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, MaxRequest))
	if err == nil {
		err = json.Unmarshal(body, into)
	}
	if err != nil {
		Write(w, r, http.StatusBadRequest, Envelope{Code: "BAD_REQUEST", Message: "Nội dung gửi lên không đọc được"})
		return false
	}
	return true
}

var packers = sync.Pool{New: func() any { return gzip.NewWriter(io.Discard) }}

// Write answers with v, compressed when the client accepts gzip.
func Write(w http.ResponseWriter, r *http.Request, status int, v any) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "application/json; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("Vary", "Accept-Encoding")
	if b.Len() < gzipFrom || !acceptsGzip(r) {
		w.WriteHeader(status)
		_, _ = w.Write(b.Bytes()) // fails when the client has left
		return
	}
	h.Set("Content-Encoding", "gzip")
	w.WriteHeader(status)
	z := packers.Get().(*gzip.Writer)
	defer packers.Put(z)
	z.Reset(w)
	_, _ = z.Write(b.Bytes())
	_ = z.Close()
}

func acceptsGzip(r *http.Request) bool {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, q, _ := strings.Cut(strings.TrimSpace(part), ";")
		if name == "gzip" && strings.ReplaceAll(q, " ", "") != "q=0" {
			return true
		}
	}
	return false
}
