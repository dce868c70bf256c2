package server

import (
	"context"
	"strings"
	"testing"
	"time"

	"motcua/client"
)

// bombedSource panics with the code that it was asked for, like a parser on an unexpected body.
type bombedSource struct{ secret string }

func (b bombedSource) Source() client.SourceName {
	return client.SourceName{ID: "h55", Name: "Hệ thống một cửa mẫu"}
}
func (b bombedSource) AsOf() time.Time { return time.Time{} }

func (b bombedSource) Dossier(context.Context, client.DossierQuery) (client.Dossier, error) {
	panic(b.secret)
}

func (b bombedSource) Search(context.Context, client.Query) (client.SearchResult, error) {
	panic(b.secret)
}

func (b bombedSource) Procedure(context.Context, string) (client.Procedure, error) {
	panic(b.secret)
}

// A panic while reading a portal's body fails one look-up. It is counted and logged without its
// value, and its session and all others continue.
func TestAPanicOverABodyEndsNoSession(t *testing.T) {
	const secret = "Nguyễn Văn A"
	for _, ask := range []client.Ask{client.AskFirst, client.AskAll} {
		t.Run(string(ask), func(t *testing.T) {
			bomb := bombedSource{secret}
			good := newVault()
			r := start(t, func(_ *Config, d *Deps) {
				d.Service = client.NewService(client.ServiceConfig{
					Procedures: []client.ProcedureSource{bomb},
					Routes: []client.Route{
						{Match: "G01.*", Sources: []client.DossierSource{bomb, good}, Ask: ask},
						{Match: "*", Sources: []client.DossierSource{bomb}, Ask: ask},
					},
				})
			})
			polite := r.sit(anyone())
			c := r.dial(anyone())
			for _, tt := range []struct {
				command, says string
				code          int
			}{
				{"track H55.17.05-261120-0007", "máy không đọc được", 4},
				{"track H55.17.05-261120-0007 --proof 1234", "máy không đọc được", 4},
				{"search khai sinh", "máy không đọc được", 4},
				{"show 1.001193", "máy không đọc được", 4},
			} {
				if got := r.trackOn(c, tt.command); got.code != tt.code || !strings.Contains(got.out+got.err, tt.says) {
					t.Errorf("%s: %d %s%s", tt.command, got.code, got.out, got.err)
				}
			}
			if got := r.count("motcua_panics_total"); got != 4 {
				t.Errorf("%v panics counted, want 4", got)
			}
			// Another system that has the dossier answers all the same.
			if got := r.trackOn(c, "track G01"+strings.TrimPrefix(knownCode, "H55.17.05")); got.code != 0 {
				t.Errorf("beside one that panics: %d %s%s", got.code, got.out, got.err)
			}
			// The interface says so too, and continues.
			polite.press("1")
			polite.waitFor("H55.17.05")
			polite.press("H55.17.05-261120-0007\r")
			polite.waitFor("máy không đọc được")
			polite.press("\x1b")
			polite.waitFor("H55.17.05")

			r.logged("look-up panicked", `"panic":"string"`)
			if log := r.log.String(); strings.Contains(log, secret) || !strings.Contains(log, "bombedSource") || strings.Contains(log, `"reason":"panic"`) {
				t.Errorf("the log says\n%s", log)
			}
		})
	}
}
