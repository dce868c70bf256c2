package config

import (
	"strings"
	"testing"

	"motcua/tui/text"
)

// A file of a newer version is read by a server all but its unknown keys, each of which is
// told once; any other reader refuses it, and so does a server where a known key is wrong.
func TestUnknownKeysOfANewerFile(t *testing.T) {
	const doc = "[server]\nlisten = \":2022\"\nqueue = 3\n[satellite]\ndish = 1\n[[system]]\nid = \"a\"\nkind = \"integration\"\nurl = \"https://a.example\"\nusername = \"u\"\npassword_env = \"PW\"\ncolour = \"red\"\n"
	inputs := func(doc string, lenient bool) Inputs {
		return Inputs{Flags: map[string]string{"config": write(t, doc)}, Getenv: env(map[string]string{"PW": "x"}), Lenient: lenient}
	}
	cfg, err := Load(inputs(doc, true))
	if err != nil {
		t.Fatal(err)
	}
	if cfg.Server.Listen != ":2022" || len(cfg.Systems) != 1 {
		t.Errorf("the known keys: %q, %v", cfg.Server.Listen, cfg.Systems)
	}
	var got []string
	for _, p := range cfg.Skipped() {
		got = append(got, p.Sentence(text.EN))
	}
	for i, want := range []string{`there is no section [satellite].`, `line 3: there is no key "server.queue".`, `line 12: there is no key "system.colour".`} {
		if len(got) != 3 || !strings.Contains(got[i], want) {
			t.Fatalf("got %q, want %q", got, want)
		}
	}
	strict, err := Load(inputs(doc, false))
	if err == nil || strings.Count(err.Error(), "there is no") != 3 || len(strict.Skipped()) != 0 {
		t.Errorf("a check: %v, %v", err, strict.Skipped())
	}
	if _, err := Load(inputs("[server]\nlisten = 3\nqueue = 3\n", true)); err == nil || strings.Contains(err.Error(), "queue") {
		t.Errorf("a wrong value of a known key: %v", err)
	}
}
