package sandbox

import (
	"net/http"
	"strings"
	"testing"
)

func TestOpenCPSFindsByCodeNumberAndReference(t *testing.T) {
	_, server := newServer(t, Options{})
	for _, id := range []string{"000.00.00.G01-261119-0019001", "19001", "mau-000.00.00.g01-0019001"} {
		for _, portal := range []string{"", "g01"} {
			status, body := get(t, OpenCPSAt(server.URL, portal)+"/dossiers/"+id+"?secretKey=1019", "groupId", DefaultGroupID)
			d := decode[opencpsDossier](t, body)
			if status != http.StatusOK || d.Code != "000.00.00.G01-261119-0019001" || d.State != "processing" || d.ApplicantIDNo == "" ||
				d.DueAt != "01/12/2026 17:00:00" || d.ReleasedAt != "" {
				t.Errorf("%s: %d %s", id, status, body)
			}
		}
	}
}

// A wrong secret, an unknown dossier, another portal's and another site's are
// one answer, and one that is no JSON.
func TestOpenCPSRefusals(t *testing.T) {
	for _, strict := range []bool{false, true} {
		_, server := newServer(t, Options{OpenCPSNeedsSecret: strict})
		at := OpenCPSAt(server.URL, "h55") + "/dossiers/"
		const group = DefaultGroupID
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
			status, body := get(t, at+tt.path, "groupId", tt.group)
			refused := status == http.StatusNonAuthoritativeInfo && string(body) == "secretKey not success"
			if refused != tt.refused || !refused && status != http.StatusOK {
				t.Errorf("strict %v, %s as %q: %d %s", strict, tt.path, tt.group, status, body)
			}
		}
	}
}

func TestOpenCPSSteps(t *testing.T) {
	_, server := newServer(t, Options{})
	_, body := get(t, OpenCPSAt(server.URL, "")+"/dossiers/7/processstep", "groupId", DefaultGroupID)
	a := decode[struct {
		Total int           `json:"total"`
		Data  []opencpsStep `json:"data"`
	}](t, body)
	if a.Total != 3 || len(a.Data) != 3 || a.Data[0].At != "20/11/2026 08:12:00" || a.Data[2].Name != "Đang xử lý" || a.Data[2].User != officer {
		t.Errorf("%s", body)
	}
}

func TestHandOverPage(t *testing.T) {
	_, server := newServer(t, Options{})
	if status, body := get(t, server.URL+HandOverPath+"?code=H55.17.05-261120-0007"); status != http.StatusOK || !strings.Contains(string(body), "DỮ LIỆU MẪU") {
		t.Errorf("%d %s", status, body)
	}
}

// The numbers by which OpenCPS knows the samples are those of one each.
func TestOpenCPSNumbersAreUnique(t *testing.T) {
	seen := map[int]string{}
	for _, d := range dossiers {
		n := d.number()
		if n == 0 || seen[n] != "" {
			t.Errorf("%s has number %d, as %q has", d.code(), n, seen[n])
		}
		seen[n] = d.code()
		if len(d.secret()) != 4 {
			t.Errorf("%s: secret %q", d.code(), d.secret())
		}
	}
}
