package config

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"motcua/client/system"
	"motcua/tui/text"
)

// Every field of a system is the key of a kind or of all kinds, and is a Secret
// exactly when the table says so: what the table leaves out, or calls text, does not
// reach a system as a plain string.
func TestFieldsAreAsTheTableSays(t *testing.T) {
	takes := map[string]system.Takes{}
	for _, k := range system.Kinds() {
		for _, key := range k.Keys {
			if other, ok := takes[key.Name]; ok && (other == system.TakesSecret) != (key.Takes == system.TakesSecret) {
				t.Errorf("%s is a secret for one kind and none for another", key.Name)
			}
			takes[key.Name] = key.Takes
			if wants[key.Takes].vi == "" || wants[key.Takes].en == "" {
				t.Errorf("no words for %q of %s", key.Takes, key.Name)
			}
			for _, form := range []string{"_file", "_env", "_credential"} {
				if key.Takes == system.TakesSecret {
					takes[key.Name+form] = system.TakesText
				}
			}
		}
	}
	for _, name := range []string{"id", "name", "kind"} {
		takes[name] = system.TakesText
	}
	for i := range reflect.TypeFor[System]().NumField() {
		f := reflect.TypeFor[System]().Field(i)
		name := f.Tag.Get("toml")
		if name == "proxy" || name == "timeout" || name == "ca_file" { // of all kinds that are asked
			continue
		}
		key, listed := takes[name]
		if !listed {
			t.Errorf("%s is a field and in no kind's table", name)
		}
		if isSecret := f.Type == reflect.TypeFor[Secret](); isSecret != (key == system.TakesSecret) || !isSecret && f.Type.Kind() != reflect.String {
			t.Errorf("%s has the type %s and takes %q", name, f.Type, key)
		}
		delete(takes, name)
	}
	for name := range takes {
		t.Errorf("%s is a key without a field", name)
	}
}

// Every secret of the table, of every kind, by each of its four forms: it is read,
// shown nowhere, repeated by no sentence, and known to stand in the file or not.
func TestEverySecretOfTheTable(t *testing.T) {
	const value = "hunter2"
	kept := filepath.Join(t.TempDir(), "kept")
	if err := os.WriteFile(kept, []byte(value+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	inside := map[string]string{"X": value, envCredentials: filepath.Dir(kept)}
	seen := 0
	for _, k := range system.Kinds() {
		for _, key := range k.Keys {
			if key.Takes != system.TakesSecret {
				continue
			}
			seen++
			doc := "[[system]]\nid = \"s\"\nkind = \"" + k.Name + "\"\n"
			for _, s := range k.Sample("https://mau.example", "") {
				if s.Key != key.Name {
					doc += fmt.Sprintf("%s = %q\n", s.Key, s.Value)
				}
			}
			for form, given := range map[string]string{"": value, "_file": kept, "_env": "X", "_credential": "kept"} {
				cfg, err := Load(Inputs{Flags: map[string]string{"config": write(t, doc+fmt.Sprintf("%s%s = '%s'\n", key.Name, form, given))}, Getenv: env(inside)})
				if err != nil {
					t.Errorf("%s, %s%s: %v", k.Name, key.Name, form, err)
					continue
				}
				s := cfg.Systems[0]
				if s.Settings()(key.Name) != value || s.SecretKey() != key.Name+form || cfg.HasPlainSecret() != (form == "") {
					t.Errorf("%s, %s%s: %q by %s, in the file: %v", k.Name, key.Name, form, s.Settings()(key.Name), s.SecretKey(), cfg.HasPlainSecret())
				}
				if s.WithSecrets(SecretOf("other")).Settings()(key.Name) != "other" || s.Settings()(key.Name) != value {
					t.Errorf("%s: %s cannot be replaced", k.Name, key.Name)
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
					t.Errorf("%s, %s%s is shown: %s", k.Name, key.Name, form, all)
				}
			}
			for _, wrong := range []string{"19451975", "[\"19451975\"]", "{ a = \"19451975\" }"} {
				for _, said := range sentences(t, doc+key.Name+" = "+wrong+"\n", nil, text.VI) {
					if strings.Contains(said, "19451975") {
						t.Errorf("%s: a sentence repeats %s: %s", k.Name, key.Name, said)
					}
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no kind has a secret")
	}
}
