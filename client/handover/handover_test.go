package handover

import (
	"errors"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/code"
)

func TestHandOver(t *testing.T) {
	dossierCode, err := code.ParseDossier("H55.17.05-261120-0007")
	if err != nil {
		t.Fatal(err)
	}
	name := client.SourceName{ID: "h01", Name: "Cổng tỉnh"}
	for _, tt := range []struct{ page, field, want string }{
		{"https://dvc.example.vn/tra-cuu", "", "https://dvc.example.vn/tra-cuu"},
		{" https://dvc.example.vn/tra-cuu ", "code", "https://dvc.example.vn/tra-cuu?code=H55.17.05-261120-0007"},
		{"https://dvc.example.vn/?a=1&ma=x#top", "ma", "https://dvc.example.vn/?a=1&ma=H55.17.05-261120-0007#top"},
	} {
		s, err := New(Config{Source: name, Page: tt.page, CodeField: tt.field})
		if err != nil {
			t.Fatal(err)
		}
		for range 2 { // the first look-up leaves nothing behind for the second
			d, err := s.Dossier(t.Context(), client.DossierQuery{Code: dossierCode, Proof: "1007"})
			var over *client.HandOverError
			if !errors.As(err, &over) || !errors.Is(err, client.ErrHandOver) || over.URL != tt.want || !d.Code.IsZero() {
				t.Errorf("%s: %v, want %s", tt.page, err, tt.want)
			}
			if over != nil && strings.Contains(over.URL, "1007") {
				t.Errorf("the page is told the proof: %s", over.URL)
			}
		}
		if s.Source() != name {
			t.Errorf("source %v", s.Source())
		}
		if _, err := s.Dossier(t.Context(), client.DossierQuery{}); !errors.Is(err, client.ErrNotFound) {
			t.Errorf("no code: %v", err)
		}
	}
}

func TestConfigIsChecked(t *testing.T) {
	for _, page := range []string{"", "dvc.example.vn", "ftp://dvc.example.vn", "https://", "https://u:p@dvc.example.vn", "http://[::1"} {
		if _, err := New(Config{Page: page}); err == nil {
			t.Errorf("%q: nothing wrong was found", page)
		}
	}
}
