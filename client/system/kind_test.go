package system

import (
	"net/http/httptest"
	"regexp"
	"slices"
	"testing"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/sandbox"
	"motcua/client/sandbox/fault"
)

// Each kind is opened with the settings that the help of the sample portal prints,
// and is answered there. Open panics for a key that the table does not have, so no
// value reaches a system that the configuration neither checks nor hides.
func TestKindsAnswerTheSampleSettings(t *testing.T) {
	portal, err := sandbox.New(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(portal.Handler())
	t.Cleanup(server.Close)
	asked, err := code.ParseDossier("H55.17.05-261120-0007")
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range Kinds() {
		settings := k.Sample(server.URL, "")
		for _, s := range settings {
			if _, ok := k.Key(s.Key); !ok {
				t.Errorf("%s: the sample sets %q, which is no key", k.Name, s.Key)
			}
		}
		for _, key := range k.Keys {
			if key.Required && SettingsOf(settings)(key.Name) == "" {
				t.Errorf("%s: the sample leaves out %s", k.Name, key.Name)
			}
		}
		src, err := k.Open(Reach{Source: client.SourceName{ID: "mau"}, Retries: -1}, SettingsOf(settings), Hooks{})
		if err != nil {
			t.Errorf("%s: %v", k.Name, err)
			continue
		}
		if c, ok := src.(interface{ Close() }); ok {
			t.Cleanup(c.Close)
		}
		if _, err := src.Dossier(t.Context(), client.DossierQuery{Code: asked}); (err == nil) != k.Asked {
			t.Errorf("%s: %v", k.Name, err)
		}
		if len(k.SampleURLs(server.URL)) == 0 || k.VI == "" || k.EN == "" {
			t.Errorf("%s: nobody is told of it", k.Name)
		}
	}
}

// A value that opens something, by its name, is a secret or the table says here why
// it is none.
func TestSecretsAreCalledSecrets(t *testing.T) {
	secret := regexp.MustCompile(`(?i)pass|secret|token|key|pin$|credential`)
	public := []string{"token_path"} // a path
	for _, k := range Kinds() {
		for _, key := range k.Keys {
			if secret.MatchString(key.Name) && key.Takes != TakesSecret && !slices.Contains(public, key.Name) {
				t.Errorf("%s: %s sounds like a secret and is none", k.Name, key.Name)
			}
		}
	}
}

// Every part of the sample portal that can fail is that of one kind, but for the
// portals that know no dossiers.
func TestEveryScopeIsThatOfOneKind(t *testing.T) {
	want := []fault.Scope{sandbox.ScopeNational, sandbox.ScopeReporting, sandbox.ScopeLegacy}
	for _, k := range Kinds() {
		if k.Asked != (k.Scope != "") {
			t.Errorf("%s is asked: %v, and fails as %q", k.Name, k.Asked, k.Scope)
		}
		if k.Scope != "" {
			want = append(want, k.Scope)
		}
	}
	got := sandbox.Scopes()
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("scopes %q, want %q", got, want)
	}
}
