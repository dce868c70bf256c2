package wire

import (
	"testing"

	"motcua/client/place"
	"motcua/kiosk/config"
)

// Without a configuration the sample's province is this place for all topics: places of other
// provinces once stood before its own.
func TestTheSamplesProvinceComesFirst(t *testing.T) {
	for env, want := range map[string]string{"": "H55", "H01": "H01"} {
		cfg, err := config.Load(config.Inputs{Getenv: func(name string) string {
			if name == "MOTCUA_PLACE_PROVINCE" {
				return env
			}
			return ""
		}})
		if err != nil {
			t.Fatal(err)
		}
		w := New(cfg, config.State(t.TempDir()), "test")
		t.Cleanup(w.Close)
		o, err := w.Open(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		a, err := o.Service.Places(t.Context(), place.Query{Words: "tan lap"})
		if err != nil || len(a.Value.Places) < 2 || a.Value.Places[0].NowAgency != want {
			t.Errorf("%q: %v, %+v", env, err, a.Value.Places[0])
		}
	}
}
