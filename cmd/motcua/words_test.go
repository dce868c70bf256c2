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
		if vi.Field(i).Kind() == reflect.Struct {
			continue // see TestManualInBothLanguages
		}
		a, b := vi.Field(i).String(), en.Field(i).String()
		if a == "" || b == "" {
			t.Errorf("%s is empty in a language", name)
		}
		if strings.Count(a, "%") != strings.Count(b, "%") {
			t.Errorf("%s: %q and %q take different values", name, a, b)
		}
	}
}

func TestManualInBothLanguages(t *testing.T) {
	vi, en := reflect.ValueOf(manVI), reflect.ValueOf(manEN)
	for i := range vi.NumField() {
		name, a, b := vi.Type().Field(i).Name, vi.Field(i), en.Field(i)
		if a.Len() == 0 || b.Len() == 0 || a.Kind() == reflect.Slice && a.Len() != b.Len() {
			t.Errorf("%s: %d and %d", name, a.Len(), b.Len())
			continue
		}
		for j := 0; a.Kind() == reflect.Slice && j < a.Len(); j++ {
			if a.Index(j).Index(0).String() != b.Index(j).Index(0).String() || a.Index(j).Index(1).Len() == 0 || b.Index(j).Index(1).Len() == 0 {
				t.Errorf("%s: %v and %v", name, a.Index(j), b.Index(j))
			}
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
