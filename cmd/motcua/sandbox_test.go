package main

import (
	"strings"
	"testing"

	"motcua/tui/text"
)

func TestBadFaultNamesThePiece(t *testing.T) {
	got := badFault(text.VI, "national:latency=2s, nonsense ,hang")
	if !strings.Contains(got, "“nonsense”") || strings.Contains(got, "want") || !strings.Contains(got, "latency=2s") {
		t.Errorf("got %q", got)
	}
}
