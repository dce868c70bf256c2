package main

import (
	"reflect"
	"strings"
	"testing"
)

// serve and sandbox both have a flag --listen; only that of serve belongs to the
// configuration.
func TestListenBelongsToServe(t *testing.T) {
	for _, tc := range []struct {
		args string
		want map[string]string
	}{
		{"serve --listen :22 --metrics 127.0.0.1:1", map[string]string{"listen": ":22", "metrics": "127.0.0.1:1"}},
		{"--lang en serve --listen=:22", map[string]string{"lang": "en", "listen": ":22"}},
		{"sandbox --listen :22", map[string]string{}},
	} {
		if got := globalFlags(strings.Fields(tc.args)); !reflect.DeepEqual(got, tc.want) {
			t.Errorf("%q: got %v, want %v", tc.args, got, tc.want)
		}
	}
}
