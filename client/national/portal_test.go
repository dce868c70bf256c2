package national

import (
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/rest"
)

// fakePortal answers with functions that a test sets, and records the requests.
type fakePortal struct {
	mu     sync.Mutex
	list   func(w http.ResponseWriter, q listRequest)
	detail func(w http.ResponseWriter, id string)
	lists  []listRequest
	ids    []string
}

func (p *fakePortal) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	body, _ := io.ReadAll(r.Body)
	if r.Method != http.MethodPost || !strings.HasPrefix(r.Header.Get("Content-Type"), "application/json") {
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	switch r.URL.Path {
	case "/api/v1/" + listPath:
		var in map[string]any
		var q listRequest
		if json.Unmarshal(body, &in) != nil || json.Unmarshal(body, &q) != nil ||
			!slices.Equal(slices.Sorted(maps.Keys(in)), []string{"categoryId", "departmentCode", "lastId", "limit", "q"}) {
			w.WriteHeader(http.StatusUnprocessableEntity)
			return
		}
		p.lists = append(p.lists, q)
		p.list(w, q)
	case "/api/v1/" + detailPath:
		var q detailRequest
		_ = json.Unmarshal(body, &q)
		p.ids = append(p.ids, q.ID)
		p.detail(w, q.ID)
	default:
		w.WriteHeader(http.StatusTeapot)
	}
}

// serve starts the portal and returns a source for it without pauses.
func serve(t *testing.T, p *fakePortal) *Source {
	t.Helper()
	srv := httptest.NewServer(p)
	s, err := New(Config{
		Rest:     rest.Config{BaseURL: srv.URL + "/api/v1", Retries: -1},
		MinPause: time.Microsecond, MaxPause: time.Microsecond,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(); srv.Close() })
	return s
}

func send(w http.ResponseWriter, status int, body string) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, body)
}

func fixture(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// decodeEnvelope is rest.Post without the network.
func decodeEnvelope[T any](body []byte) (T, bool) {
	var env rest.Envelope[T]
	err := json.Unmarshal(body, &env)
	return env.Data.Value, err == nil && env.Data.OK
}

// procedure decodes the data of a detail answer, from a string or a fixture.
func procedure(t *testing.T, body string) client.Procedure {
	t.Helper()
	b, ok := decodeEnvelope[detailBody]([]byte(body))
	if !ok {
		t.Fatalf("no data in %.80s", body)
	}
	return b.procedure()
}

func wrap(data string) string { return `{"code":"OK","message":null,"data":` + data + `}` }
