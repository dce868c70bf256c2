package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"motcua/kiosk/config"
)

var (
	guideCommand = regexp.MustCompile("`motcua ([^`]+)`")
	guideKey     = regexp.MustCompile("`(\\[+[a-z]+\\]+)`((?:,? `[a-z_]+`)*)")
)

// The guide for offices names commands, flags and keys that exist.
func TestGuide(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join(moduleRoot(t), "kiosk", "deploy", "HUONG-DAN.md"))
	if err != nil {
		t.Fatal(err)
	}
	a := &session{console: console{in: strings.NewReader(""), out: io.Discard, err: io.Discard}}
	a.load([]string{"--config", filepath.Join(t.TempDir(), "none.toml")})
	root := a.root()
	commands := guideCommand.FindAllStringSubmatch(string(doc), -1)
	if len(commands) < 15 {
		t.Fatalf("%d commands were read", len(commands))
	}
	for _, m := range commands {
		words, _, _ := strings.Cut(m[1], " > ")
		cmd, rest, err := root.Find(strings.Fields(words))
		if err != nil || cmd == root {
			t.Errorf("%s: there is no such command: %v", m[0], err)
			continue
		}
		for _, w := range rest {
			name, isFlag := strings.CutPrefix(w, "--")
			if isFlag && cmd.Flags().Lookup(name) == nil && root.PersistentFlags().Lookup(name) == nil {
				t.Errorf("%s: there is no flag %s", m[0], w)
			}
		}
	}

	file := config.DefaultFile()
	keys := guideKey.FindAllStringSubmatch(string(doc), -1)
	if len(keys) < 8 {
		t.Fatalf("%d tables of the configuration were read", len(keys))
	}
	for _, m := range keys {
		_, section, found := strings.Cut(file, m[1]+"\n")
		if !found {
			t.Errorf("the configuration has no %s", m[1])
			continue
		}
		section, _, _ = strings.Cut(section, "\n[")
		for _, key := range regexp.MustCompile("[a-z_]+").FindAllString(m[2], -1) {
			if !regexp.MustCompile(`(?m)^(?:# )?` + key + ` = `).MatchString(section) {
				t.Errorf("%s has no key %s", m[1], key)
			}
		}
	}
}
