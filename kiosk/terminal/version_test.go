package terminal

import (
	"os"
	"strings"
	"testing"
)

// proved is the version of Bubble Tea that this package was tested with.
const proved = "v2.1.1"

// This package depends on how the renderer writes, which the library does not document. When
// its version changes, check the following before changing the number here:
//
//   - still.go: a frame is one Write; a new window title makes the renderer write a frame
//     although the picture is as it was; tea.WithFilter sees a message before the event
//     loop does; a list of commands is a type that converts to []tea.Cmd.
//   - thrift.go: a frame is between hiding and showing the cursor, or between the marks
//     of synchronized output, and the cursor's place is its last move.
//   - paced.go: the view is asked for after every message, and sizes and colours come as
//     messages.
//   - plain.go: the key modifier options come before the first letter of a screen.
//
// The tests of these files and those of kiosk/server (TestThriftDrawsTheInterface,
// BenchmarkWire) show what has changed.
func TestTheRendererIsTheOneThatWasProved(t *testing.T) {
	gomod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	if want := "charm.land/bubbletea/v2 " + proved + "\n"; !strings.Contains(string(gomod), want) {
		t.Errorf("go.mod does not ask for %sLook at what the comment above lists", want)
	}
}
