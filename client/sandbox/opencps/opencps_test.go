package opencps

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"motcua/client/clienttest/ask"
	"motcua/client/facts"
	"motcua/client/sandbox/dossiers"
	"motcua/client/workday"
)

const testGroup = "20126"

// newSite serves an OpenCPS in the morning of a working day and gives its own address.
func newSite(t *testing.T, needsSecret bool) string {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 11, 25, 8, 14, 0, 0, workday.Zone) }
	book := dossiers.NewBook(now, facts.Calendar(), dossiers.DefaultPortals(), nil)
	server := httptest.NewServer(New(book, Site{GroupID: testGroup, NeedsSecret: needsSecret}).Routes("/opencps"))
	t.Cleanup(server.Close)
	return server.URL + "/opencps"
}

func TestOpenCPSFindsByCodeNumberAndReference(t *testing.T) {
	url := newSite(t, false)
	for _, id := range []string{"000.00.00.G01-261119-0019001", "19001", "mau-000.00.00.g01-0019001"} {
		for _, portal := range []string{"", "g01"} {
			status, body := ask.Get(t, At(url, portal)+"/dossiers/"+id+"?secretKey=1019", "groupId", testGroup)
			d := ask.Decode[dossier](t, body)
			if status != http.StatusOK || d.Code != "000.00.00.G01-261119-0019001" || d.State != "processing" || d.ApplicantIDNo == "" ||
				d.DueAt != "02/12/2026 17:00:00" || d.ReleasedAt != "" {
				t.Errorf("%s: %d %s", id, status, body)
			}
		}
	}
}

// A wrong secret, an unknown dossier, another portal's and another site's are
// one answer, and one that is no JSON.
func TestOpenCPSRefusals(t *testing.T) {
	for _, strict := range []bool{false, true} {
		url := newSite(t, strict)
		at := At(url, "h55") + "/dossiers/"
		const group = testGroup
		tests := []struct {
			path, group string
			refused     bool
		}{
			{"H55.17.05-261120-0007?secretKey=1007", group, false},
			{"H55.17.05-261120-0007?secretKey=1008", group, true},
			{"H55.17.05-261120-0007?secretKey=0000001007", group, true},
			{"H55.17.05-261120-0007?secretKey=1007", "1", true},
			{"H55.17.05-261120-0007?secretKey=1007", "", true},
			{"H55.17.05-261120-9999?secretKey=1007", group, true},
			{"H55.17.05-261120-9999", group, true},
			{"000.00.00.G01-261119-0019001?secretKey=1019", group, true},
			{"H55.17.05-261120-0007", group, strict},
			{"7/processstep", group, strict},
			{"7/sequences?secretKey=1007", group, false},
			{"7/sequences?secretKey=1008", group, true},
		}
		for _, tt := range tests {
			status, body := ask.Get(t, at+tt.path, "groupId", tt.group)
			refused := status == http.StatusNonAuthoritativeInfo && string(body) == "secretKey not success"
			if refused != tt.refused || !refused && status != http.StatusOK {
				t.Errorf("strict %v, %s as %q: %d %s", strict, tt.path, tt.group, status, body)
			}
		}
	}
}

func TestOpenCPSSteps(t *testing.T) {
	url := newSite(t, false)
	_, body := ask.Get(t, At(url, "")+"/dossiers/7/processstep", "groupId", testGroup)
	a := ask.Decode[struct {
		Total int    `json:"total"`
		Data  []step `json:"data"`
	}](t, body)
	if a.Total != 3 || len(a.Data) != 3 || a.Data[0].At != "20/11/2026 08:12:00" || a.Data[2].Name != "Đang xử lý" || a.Data[2].User != "Cán bộ mẫu 2" {
		t.Errorf("%s", body)
	}
}

// The numbers by which OpenCPS knows the samples are those of one each.
func TestOpenCPSNumbersAreUnique(t *testing.T) {
	seen := map[int]string{}
	for _, d := range dossiers.All() {
		n := number(d)
		if n == 0 || seen[n] != "" {
			t.Errorf("%s has number %d, as %q has", d.Code(), n, seen[n])
		}
		seen[n] = d.Code()
		if len(secretOf(d)) != 4 {
			t.Errorf("%s: secret %q", d.Code(), secretOf(d))
		}
	}
}
