package main

import (
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"motcua/tui/text"
)

// Help and manual pages speak one language: nothing of cobra's own English is in the Vietnamese
// ones, each command and each flag says in Vietnamese what it is for, and none begins with a
// capital by accident ("Jsonl").
func TestHelpIsInOneLanguage(t *testing.T) {
	vi, en := commandsOf(neutralRoot(text.VI)), commandsOf(neutralRoot(text.EN))
	if len(vi) != len(en) || len(vi) < 20 {
		t.Fatalf("%d and %d commands", len(vi), len(en))
	}
	for i, c := range vi {
		helpWords(t, c, en[i])
	}
	for name, page := range manuals(text.VI) {
		if w := cobras.FindString(page); w != "" {
			t.Errorf("the manual page %s says %q", name, w)
		}
	}
}

func helpWords(t *testing.T, vi, en *cobra.Command) {
	t.Helper()
	path := vi.CommandPath()
	var help strings.Builder
	vi.SetOut(&help)
	if err := vi.Help(); err != nil || !strings.Contains(help.String(), "Cách dùng") && vi.HasParent() {
		t.Errorf("%s: help is %q, %v", path, help.String(), err)
	}
	for _, s := range []string{vi.Short, vi.Long, help.String()} {
		if w := cobras.FindString(s); w != "" {
			t.Errorf("%s: help says %q", path, w)
		}
	}
	for _, s := range []string{vi.Short, vi.Long} {
		if s != "" && s != vi.Name() && !viLetters.MatchString(s) {
			t.Errorf("%s: %q is not in Vietnamese", path, s)
		}
	}
	for _, s := range []string{en.Short, en.Long} {
		if w := viLetters.FindString(samples.ReplaceAllString(s, "")); w != "" {
			t.Errorf("%s: the English help says %q", path, w)
		}
	}
	vi.Flags().VisitAll(func(f *pflag.Flag) {
		switch first := []rune(f.Usage); {
		case f.Hidden:
		case len(first) == 0:
			t.Errorf("%s --%s says nothing", path, f.Name)
		case !viLetters.MatchString(f.Usage) && len(strings.Fields(f.Usage)) > 2:
			t.Errorf("%s --%s: %q is not in Vietnamese", path, f.Name, f.Usage)
		case strings.ToUpper(string(first[0])) == string(first[0]) && strings.ToLower(string(first[0])) != string(first[0]):
			t.Errorf("%s --%s: %q begins with a capital", path, f.Name, f.Usage)
		}
	})
}

var (
	viLetters = regexp.MustCompile(`[ăâđêôơưĂÂĐÊÔƠƯà-ỹÀ-Ỹ]`)
	// cobras matches the words that cobra writes where a program leaves its texts as they are.
	cobras = regexp.MustCompile(`(?i)\b(usage:|available commands|global flags|flags:|aliases:|help (for|about)|use "|generate[sd]? (the|man)|autocompletion script|disable completion|manpages?|additional help topics|version for)\b?`)
	// samples are Vietnamese words that English help shows as what a person types or reads.
	samples = regexp.MustCompile(`"[^"]*"|'[^']*'|“[^”]*”`)
)
