package session

import (
	"net/netip"
	"testing"

	tea "charm.land/bubbletea/v2"

	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
)

// A size is bounded whatever message brings it.
func TestSizesAreBoundedBeforeTheModel(t *testing.T) {
	g, err := limit.NewGate(ledger.NewMemory(ledger.Options{}), limit.Roomy(), nil)
	if err != nil {
		t.Fatal(err)
	}
	pass, _ := g.Admit(netip.Addr{})
	place, _ := pass.Session()
	x := &Session{Start: Start{Columns: 300, Rows: 100}, ended: make(chan struct{}), place: place}
	for in, want := range map[tea.WindowSizeMsg]tea.WindowSizeMsg{
		{Width: 80, Height: 24}:       {Width: 80, Height: 24},
		{Width: 9999, Height: 9999}:   {Width: 300, Height: 100},
		{Width: 80, Height: 1 << 30}:  {Width: 80, Height: 100},
		{Width: 1 << 30, Height: 100}: {Width: 300, Height: 100},
	} {
		if got := x.filterMessage(in); got != want {
			t.Errorf("%v becomes %v, want %v", in, got, want)
		}
	}
}
