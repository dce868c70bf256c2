package sandbox

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"sync"
)

// maxRequest bounds a request's body; the longest real one is under 1 KB.
const maxRequest = 64 << 10

// gzipFrom is the size under which packing costs more than it saves.
const gzipFrom = 1 << 10

// envelope is what every answer of the national portal is wrapped in.
type envelope struct {
	Code    string `json:"code"`
	Data    any    `json:"data"`
	Message string `json:"message"`
}

// readJSON decodes a request; what cannot be read is answered with 400 and
// false.
func readJSON(w http.ResponseWriter, r *http.Request, into any) bool {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxRequest))
	if err == nil {
		err = json.Unmarshal(body, into)
	}
	if err != nil {
		writeJSON(w, r, http.StatusBadRequest, envelope{Code: "BAD_REQUEST", Message: "Nội dung gửi lên không đọc được"})
		return false
	}
	return true
}

var packers = sync.Pool{New: func() any { return gzip.NewWriter(io.Discard) }}

// writeJSON answers with v, packed when the asker takes gzip.
func writeJSON(w http.ResponseWriter, r *http.Request, status int, v any) {
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
		_, _ = w.Write(b.Bytes()) // the asker is gone: nobody to tell
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
