package wire

import (
	"testing"

	"motcua/client"
	"motcua/client/code"
	"motcua/kiosk/config"
)

// A code gets the most specific page that is configured.
func TestDossierPages(t *testing.T) {
	dossierCode, err := code.ParseDossier("H55.17.05-261120-0007")
	if err != nil {
		t.Fatal(err)
	}
	c := config.Config{
		Systems: []config.System{
			{ID: "own", Kind: "igate", Keys: map[string]string{"page": "https://own.example/tra-cuu", "code_field": "ma"}},
			{ID: "bare", Kind: "integration"},
			{ID: "cps", Kind: "opencps", Keys: map[string]string{"page": "https://cps.example/tra-cuu?lang=vi", "code_field": "dossierNo"}},
			{ID: "over", Kind: "handover", Keys: map[string]string{"page": "https://over.example/"}},
		},
		Routes: []config.Route{
			{Match: "H55.*", Systems: []string{"bare", "over"}},
			{Match: "*", Systems: []string{"own"}},
		},
	}
	other, err := code.ParseDossier("G01-261120-0007")
	if err != nil {
		t.Fatal(err)
	}
	const portal = "https://portal.example/api/v1"
	for _, tt := range []struct {
		cfg    config.Config
		api    string
		code   code.Dossier
		source string
		want   string
	}{
		{c, portal, dossierCode, "own", "https://own.example/tra-cuu?ma=H55.17.05-261120-0007"},
		{c, portal, dossierCode, "cps", "https://cps.example/tra-cuu?lang=vi"},
		{c, portal, dossierCode, "bare", "https://over.example/"},
		{c, portal, dossierCode, "", "https://over.example/"},
		{c, portal, other, "", "https://own.example/tra-cuu?ma=G01-261120-0007"},
		{config.Config{}, portal, dossierCode, "national", "https://portal.example/tra-cuu-ho-so"},
		{config.Config{}, "", dossierCode, "", "https://dichvucong.gov.vn/tra-cuu-ho-so"},
	} {
		if got := dossierPages(tt.cfg, tt.api)(tt.code, client.SourceName{ID: tt.source}); got != tt.want {
			t.Errorf("%s by %q: %q, want %q", tt.code, tt.source, got, tt.want)
		}
	}
}
