package lists_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"motcua/client/signature/lists"
)

func TestFetcher(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/a list/ca.crl" || r.URL.RawQuery != "n=1" || r.Method != http.MethodGet {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/pkix-crl")
		_, _ = w.Write([]byte{0x30, 0})
	}))
	defer server.Close()
	get := lists.From{}.Fetch
	if b, err := get(t.Context(), server.URL+"/a%20list/ca.crl?n=1"); err != nil || string(b) != "0\x00" {
		t.Errorf("%q, %v", b, err)
	}
	for _, address := range []string{server.URL + "/none", "ldap://host/cn=ca", "http://user@host/ca.crl", "http:///ca.crl", "::"} {
		if b, err := get(t.Context(), address); err == nil {
			t.Errorf("%s: %q", address, b)
		}
	}
}

// Ten files of one authority were ten look-ups, each waiting for a server that does not answer.
func TestAListIsAskedForOnce(t *testing.T) {
	asked := map[string]int{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked[r.URL.Path]++
		if r.URL.Path != "/ca.crl" {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write([]byte{0x30, 0})
	}))
	defer server.Close()
	get := lists.From{}.Once()
	for range 3 {
		if b, err := get(t.Context(), server.URL+"/ca.crl"); err != nil || string(b) != "0\x00" {
			t.Errorf("%q, %v", b, err)
		}
		if b, err := get(t.Context(), server.URL+"/none.crl"); err == nil {
			t.Errorf("%q", b)
		}
	}
	if asked["/ca.crl"] != 1 || asked["/none.crl"] != 1 {
		t.Errorf("asked %v", asked)
	}
}
