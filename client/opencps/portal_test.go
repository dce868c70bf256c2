package opencps

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/rest"
	"motcua/client/workday"
)

const (
	testCode   = "000.00.00.G01-261120-0007"
	testSecret = "Kx7Q"
)

// portal answers like an OpenCPS installation.
type portal struct {
	mu     sync.Mutex
	detail string // the dossier under testCode
	strict bool   // shows nothing without a secret
	steps  func(w http.ResponseWriter)
	// unknown answers for an unknown code; nil: like a wrong secret.
	unknown func(w http.ResponseWriter)

	asked, stepsAsked int
	queries           []string
}

func (p *portal) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	path, ok := strings.CutPrefix(r.URL.Path, "/o/rest/v2/dossiers")
	if !ok || r.Method != http.MethodGet || r.Header.Get("groupId") != "20182" {
		w.WriteHeader(http.StatusTeapot)
		return
	}
	p.queries = append(p.queries, r.URL.RawQuery)
	secret := r.URL.Query().Get("secretKey")
	switch path {
	case "/51/processstep", "/51/sequences":
		p.stepsAsked++
		if p.steps == nil {
			reply(w, http.StatusNotFound, `{"message":"no"}`)
			return
		}
		p.steps(w)
	default:
		p.asked++
		known := path == "/"+testCode || r.URL.Query().Get("dossierNo") == testCode
		switch {
		case !known && p.unknown != nil:
			p.unknown(w)
		case !known, secret == "" && p.strict, secret != "" && secret != testSecret:
			refuse(w)
		default:
			reply(w, http.StatusOK, p.detail)
		}
	}
}

// refuse is the answer to a wrong secret: a success status with a message that is not JSON.
func refuse(w http.ResponseWriter) {
	w.WriteHeader(http.StatusNonAuthoritativeInfo)
	_, _ = io.WriteString(w, "secretKey not success")
}

func reply(w http.ResponseWriter, status int, body string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, body)
}

func serve(t *testing.T, p *portal, change ...func(*Config)) *Source {
	t.Helper()
	srv := httptest.NewServer(p)
	cfg := Config{
		Rest:    rest.Config{BaseURL: srv.URL + BasePath, Source: client.SourceName{ID: "g01", Name: "Bộ Công an"}, Retries: -1},
		GroupID: "20182",
	}
	for _, f := range change {
		f(&cfg)
	}
	s, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(); srv.Close() })
	return s
}

func query(t *testing.T, proof string) client.DossierQuery {
	t.Helper()
	dossierCode, err := code.ParseDossier(testCode)
	if err != nil {
		t.Fatal(err)
	}
	return client.DossierQuery{Code: dossierCode, Proof: proof}
}

// detail returns a dossier as the portal sends it; fields replaces or adds fields, and nil
// removes one.
func detail(t *testing.T, fields map[string]any) string {
	t.Helper()
	m := map[string]any{
		"dossierId": 51, "referenceUid": "a1b2-c3", "dossierNo": testCode,
		"serviceCode": "1.001471", "serviceName": "Cấp hộ chiếu phổ thông",
		"govAgencyCode": "G01", "govAgencyName": "Cục Quản lý xuất nhập cảnh",
		"applicantName": "Nguyễn Văn A", "applicantIdNo": "001085012345", "contactTelNo": "0912345678",
		"contactEmail": "a@example.vn", "address": "Số 1 đường Mẫu",
		"submitDate": "20/11/2026 08:12:00", "receiveDate": "20/11/2026 09:40:00", "dueDate": "25/11/2026 17:00:00",
		"releaseDate": "", "finishDate": "", "extendDate": "30/11/2026 17:00:00",
		"dossierStatus": "processing", "dossierStatusText": "Đang xử lý", "dossierSubStatus": "", "dossierSubStatusText": "",
		"stepName": "Thẩm định", "lastActionNote": "Chuyển cho ông Nguyễn Văn A (0912 345 678) ký",
		"durationCount": 3, "durationUnit": 0, "dossierOverdue": "Còn 1 ngày",
	}
	for k, v := range fields {
		if v == nil {
			delete(m, k)
		} else {
			m[k] = v
		}
	}
	b, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func at(m time.Month, d, hour, minute int) time.Time {
	return time.Date(2026, m, d, hour, minute, 0, 0, workday.Zone)
}
