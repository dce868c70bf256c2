package wire

import (
	"strings"
	"testing"
	"time"

	"motcua/kiosk/config"
	"motcua/tui"
	"motcua/tui/text"
)

// The line on a lobby's first page stands there when the operator wants it, and drawing does
// not wait for it.
func TestTheStripOfALobby(t *testing.T) {
	cfg, err := config.Load(config.Inputs{Getenv: func(string) string { return "" }})
	if err != nil {
		t.Fatal(err)
	}
	w := New(cfg, config.State(t.TempDir()), "test")
	t.Cleanup(w.Close)
	o, err := w.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	lobby := func() *tui.Kiosk {
		var opts tui.Options
		Lobby(cfg, &opts)
		o.Post(t.Context(), cfg, &opts)
		return opts.Kiosk
	}
	if lobby().Quality != nil {
		t.Error("it stands there unasked")
	}
	cfg.Kiosk.Quality = true
	k := lobby()
	tick, end := time.NewTicker(20*time.Millisecond), time.After(20*time.Second)
	defer tick.Stop()
	for k.Quality(text.VI) == "" {
		select {
		case <-tick.C:
		case <-end:
			t.Fatal("there is no line")
		}
	}
	for l, want := range map[text.Lang]string{text.VI: "Chất lượng phục vụ: UBND tỉnh Thái Nguyên được 61,48 trên 100 điểm", text.EN: "Quality of service: UBND tỉnh Thái Nguyên has 61.48 of 100 points"} {
		if got := k.Quality(l); !strings.HasPrefix(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if again := lobby(); again.Quality(text.VI) == "" {
		t.Error("another session looks it up anew")
	}
}
