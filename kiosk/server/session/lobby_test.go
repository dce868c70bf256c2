package session

import (
	"testing"
	"time"

	"motcua/client"
	"motcua/tui"
	"motcua/tui/device"
)

// A thin client does not get the devices at the server.
func TestKioskOptions(t *testing.T) {
	k := (&lobby{}).options(&tui.Kiosk{Idle: time.Minute, Restarts: 3, Operator: nobody{}}, func() {})
	if k.Idle != time.Minute || k.Restarts != 0 || k.Operator != nil || k.Printer != nil || k.Speaker != nil || k.Forget == nil {
		t.Errorf("got %+v", k)
	}
	var none *lobby
	none.ask(client.DossierQuery{})
	if none.options(&tui.Kiosk{}, nil) != nil {
		t.Error("a person's own terminal is no kiosk")
	}
	l := &lobby{}
	for range askedMost + 10 {
		l.ask(client.DossierQuery{})
	}
	if len(l.asked) != askedMost {
		t.Errorf("remembers %d", len(l.asked))
	}
}

type nobody struct{ device.Operator }
