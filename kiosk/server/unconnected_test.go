package server

import (
	"fmt"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/facts"
	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
)

// A code without a route gets that answer over SSH. It costs no points, and the answer reveals
// nothing beyond the route table.
func TestWhatNoRouteTakesCostsNoGuess(t *testing.T) {
	v := newVault()
	r := start(t, func(_ *Config, d *Deps) {
		d.Service = client.NewService(client.ServiceConfig{
			Routes: []client.Route{{Match: "H55.*", Sources: []client.DossierSource{v}}}, AgencyName: facts.AgencyName,
		})
		budget, err := limit.NewLookups(ledger.NewMemory(ledger.Options{}), limit.DefaultLookups(), limit.LookupOptions{})
		if err != nil {
			t.Fatal(err)
		}
		d.Budget = budget
	})
	c := r.dial(anyone())
	for n := range 3 * guesses {
		command := fmt.Sprintf("track H56.01-261120-%04d", n)
		if n%2 == 0 {
			command += " --proof 1234"
		}
		got := r.trackOn(c, command)
		if got.code != 3 || !strings.Contains(got.err, "Mã này là của UBND tỉnh Thanh Hóa.") || !strings.Contains(got.err, "18001096") {
			t.Fatalf("%s: exit code %d, %s%s", command, got.code, got.out, got.err)
		}
	}
	if got := r.trackOn(c, "track H56.01-261120-0001 --json"); got.code != 3 || !strings.Contains(got.out, `"found":false`) || !strings.Contains(got.out, `"kind":"not_connected"`) {
		t.Errorf("JSON: %d %s", got.code, got.out)
	}
	if got := r.trackOn(c, "track "+knownCode+" --proof "+rightProof); !strings.Contains(got.out, "Đang xử lý") {
		t.Errorf("after %d of them a dossier of ours: %s%s", 3*guesses, got.out, got.err)
	}
}
