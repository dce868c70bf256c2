package doctor

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"motcua/kiosk/config"
	"motcua/kiosk/config/key"
	"motcua/tui/text"
)

// No finding contains a secret of any section: neither when it is valid nor when it is
// wrong, nor when others may read its file. The last two are reported.
func TestNoFindingRepeatsASecret(t *testing.T) {
	const value = "hunter2"
	var token key.Secret
	trial := key.Section{Name: "trial", Keys: []key.Key{
		key.Hide("token", &token, text.Say("mã", "a token"), func(s string) bool { return s == value }),
	}}
	for name, tc := range map[string]struct {
		written string
		mode    os.FileMode
		told    string
	}{
		"right":     {value, 0o600, ""},
		"wrong":     {value + "2", 0o600, "trial.token"},
		"in public": {value, 0o644, "chmod 600"},
	} {
		token = key.Secret{}
		file := filepath.Join(t.TempDir(), "config.toml")
		if err := os.WriteFile(file, []byte("[trial]\ntoken = \""+tc.written+"\"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(file, tc.mode); err != nil {
			t.Fatal(err)
		}
		e := sound(t)
		e.Config, e.ConfigErr = config.Load(config.Inputs{Flags: map[string]string{"config": file}, More: []key.Section{trial}})
		var told bytes.Buffer
		for _, e.Lang = range []text.Lang{text.VI, text.EN} {
			for _, tell := range []func(Finding) error{Plain(&told, e.Lang), JSON(&told)} {
				if _, err := Run(t.Context(), e, tell); err != nil {
					t.Fatal(err)
				}
			}
		}
		if out := told.String(); strings.Contains(out, value) || strings.Count(out, tc.told) < 4 && tc.told != "" || out == "" {
			t.Errorf("%s:\n%s", name, out)
		}
		if tc.told == "" && e.ConfigErr != nil {
			t.Errorf("%s: %v", name, e.ConfigErr)
		}
	}
}
