package main

import (
	"reflect"
	"strings"
	"testing"
)

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
