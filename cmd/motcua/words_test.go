package main

import (
	"reflect"
	"strings"
	"testing"
)

// Both languages say everything, with the same blanks to fill.
func TestWordsInBothLanguages(t *testing.T) {
	vi, en := reflect.ValueOf(wordsVI), reflect.ValueOf(wordsEN)
	for i := range vi.NumField() {
		name := vi.Type().Field(i).Name
		a, b := vi.Field(i).String(), en.Field(i).String()
		if a == "" || b == "" {
			t.Errorf("%s is empty in a language", name)
		}
		if strings.Count(a, "%") != strings.Count(b, "%") {
			t.Errorf("%s: %q and %q take different values", name, a, b)
		}
	}
}

// The words of kiosk and serve as well; each said has its own two.
func TestSaidInBothLanguages(t *testing.T) {
	for _, all := range []any{kioskWords, serveWords, configWords, papersWords} {
		v := reflect.ValueOf(all)
		for i := range v.NumField() {
			name, s := v.Type().Field(i).Name, said{v.Field(i).Field(0).String(), v.Field(i).Field(1).String()}
			if s.vi == "" || s.en == "" {
				t.Errorf("%s is empty in a language", name)
			}
			if strings.Count(s.vi, "%") != strings.Count(s.en, "%") {
				t.Errorf("%s: %q and %q take different values", name, s.vi, s.en)
			}
			if strings.Contains(s.vi, "vui lòng") || strings.Contains(s.vi, "không hợp lệ") {
				t.Errorf("%s: %q", name, s.vi)
			}
		}
	}
}

func TestGlobalFlags(t *testing.T) {
	for _, tc := range []struct {
		args string
		want map[string]string
	}{
		{"", map[string]string{}},
		{"track X --proof 4321 --lang en", map[string]string{"lang": "en"}},
		{"--config=a.toml track --theme dark X", map[string]string{"config": "a.toml", "theme": "dark"}},
		{"track --watch --lang=vi --json", map[string]string{"lang": "vi"}},
		{"search -- --lang en", map[string]string{}},
		{"track --lang", map[string]string{}},
		{"-h --lang en", map[string]string{"lang": "en"}},
		{"track --offline X --lang en --lang vi", map[string]string{"lang": "vi"}},
	} {
		if got := globalFlags(strings.Fields(tc.args)); !reflect.DeepEqual(got, tc.want) {
			t.Errorf("%q: got %v, want %v", tc.args, got, tc.want)
		}
	}
}
