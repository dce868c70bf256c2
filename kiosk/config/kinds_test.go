package config

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"motcua/client/system"
	"motcua/kiosk/config/key"
	"motcua/tui/text"
)

// Every form of value has a description, and a key that is secret for one kind is secret
// for all, because its value has one place for all kinds.
func TestTheTable(t *testing.T) {
	takes := map[string]system.Takes{}
	for _, k := range system.Kinds() {
		for _, own := range k.Keys {
			if other, ok := takes[own.Name]; ok && (other == system.TakesSecret) != (own.Takes == system.TakesSecret) {
				t.Errorf("%s is a secret for one kind and none for another", own.Name)
			}
			takes[own.Name] = own.Takes
			if form := forms[own.Takes]; form.Want == (text.Said{}) {
				t.Errorf("no words for %q of %s", own.Takes, own.Name)
			}
		}
	}
}

// Every secret of every kind in the table, given in each of its four ways, is read, never
// shown, never repeated in a message, and known to be in the file or not.
func TestEverySecretOfTheTable(t *testing.T) {
	const value = "hunter2"
	kept := filepath.Join(t.TempDir(), "kept")
	if err := os.WriteFile(kept, []byte(value+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	inside := map[string]string{"X": value, envCredentials: filepath.Dir(kept)}
	seen := 0
	for _, k := range system.Kinds() {
		for _, own := range k.Keys {
			if own.Takes != system.TakesSecret {
				continue
			}
			seen++
			doc := "[[system]]\nid = \"s\"\nkind = \"" + k.Name + "\"\n"
			for _, s := range k.Sample("https://mau.example", "") {
				if s.Key != own.Name {
					doc += fmt.Sprintf("%s = %q\n", s.Key, s.Value)
				}
			}
			for form, given := range map[string]string{"": value, "_file": kept, "_env": "X", "_credential": "kept"} {
				cfg, err := Load(Inputs{Flags: map[string]string{"config": write(t, doc+fmt.Sprintf("%s%s = '%s'\n", own.Name, form, given))}, Getenv: env(inside)})
				if err != nil {
					t.Errorf("%s, %s%s: %v", k.Name, own.Name, form, err)
					continue
				}
				s := cfg.Systems[0]
				if s.Settings()(own.Name) != value || s.SecretKey() != own.Name+form || cfg.secretInFile != (form == "") {
					t.Errorf("%s, %s%s: %q by %s, in the file: %v", k.Name, own.Name, form, s.Settings()(own.Name), s.SecretKey(), cfg.secretInFile)
				}
				if s.WithSecrets(key.SecretOf("other")).Settings()(own.Name) != "other" || s.Settings()(own.Name) != value {
					t.Errorf("%s: %s cannot be replaced", k.Name, own.Name)
				}
				var shown strings.Builder
				if err := cfg.Write(&shown, text.VI); err != nil {
					t.Fatal(err)
				}
				j, err := json.Marshal(s)
				if err != nil {
					t.Fatal(err)
				}
				if all := shown.String() + string(j) + fmt.Sprintf("%+v %#v", s, s); strings.Contains(all, value) || !strings.Contains(all, "(ẩn)") {
					t.Errorf("%s, %s%s is shown: %s", k.Name, own.Name, form, all)
				}
			}
			for _, wrong := range []string{"19451975", "[\"19451975\"]", "{ a = \"19451975\" }"} {
				for _, said := range sentences(t, doc+own.Name+" = "+wrong+"\n", nil, text.VI) {
					if strings.Contains(said, "19451975") {
						t.Errorf("%s: a sentence repeats %s: %s", k.Name, own.Name, said)
					}
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no kind has a secret")
	}
}
