package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The interface crashes while it shows somebody's dossier, with a panic whose text contains
// all of it in lines that look like a stack and like our own log. None of it is stored.
func TestKioskCrashTellsNothing(t *testing.T) {
	long(t)
	t.Parallel()
	m := newMemory(t, 0)
	l := openLobbyIn(t, t.TempDir(), plantedConfig(plantingPortal(t), "integration")+"[kiosk]\n"+late, false, m.env())
	l.types("1")
	l.shows("Mã hồ sơ, in trên giấy hẹn")
	l.types(visitedCode + "\r")
	l.shows(visitedName)
	says := strings.Join([]string{
		"no room for " + visitedCode, "goroutine 1 [running]:", "main.show(" + plantedName + ")", "\t/tmp/" + plantedID + ".go:12 +0x1",
		"time=2026-11-25T07:00:00Z level=INFO msg=" + plantedProof, "panic: runtime error: " + plantedShop,
	}, "\n")
	if err := os.WriteFile(filepath.Join(m.dir, "said"), []byte(says), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(m.dir, "said"), filepath.Join(m.dir, fmt.Sprint("panic", drawing(l)))); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(30 * time.Second); !strings.Contains(l.log(), "interface died"); <-time.After(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("it does not die: %s", l.log())
		}
	}
	l.forgot(visitedCode, "261120", plantedName, "Ươm", plantedID, plantedProof, plantedShop, visitedName)
	if log := l.log(); !strings.Contains(log, "panic: (its text is not kept)") || !strings.Contains(log, "goroutine ") {
		t.Errorf("the log does not tell of the panic and where it was:\n%s", log)
	}
}
