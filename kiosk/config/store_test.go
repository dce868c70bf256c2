package config

import (
	"testing"
	"time"
)

func TestRefreshAndStaff(t *testing.T) {
	for _, tc := range []struct {
		doc   string
		env   map[string]string
		want  time.Duration
		staff bool
	}{
		{"", nil, 24 * time.Hour, false},
		{"[store]\nrefresh = \"0s\"\n[interface]\nstaff = true\n", nil, 0, true},
		{"[store]\nrefresh = \"6h\"\n", nil, 6 * time.Hour, false},
		{"[store]\nrefresh = \"6h\"\n", map[string]string{"MOTCUA_STORE_REFRESH": "168h"}, 168 * time.Hour, false},
	} {
		cfg, err := Load(Inputs{Flags: map[string]string{"config": write(t, tc.doc)}, Getenv: env(tc.env)})
		if err != nil || cfg.Store.Refresh != tc.want || cfg.Interface.Staff != tc.staff {
			t.Errorf("%q %v: refresh %v, staff %v, %v", tc.doc, tc.env, cfg.Store.Refresh, cfg.Interface.Staff, err)
		}
	}
}
