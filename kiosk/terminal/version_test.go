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
//   - living.go, wake.go: a program sends itself ownMessages when it starts; the filter sees them, and
//     one that it drops changes nothing; an error of the input ends the program after all keys
//     before it; a program that was let go leaves no goroutine. TestASleeperShowsWhatTheOthersDo
//     and TestASleeperHangsUp in kiosk/server show it.
//   - curtain.go: a frame is one Write; the first one enters the alternate screen and has all of
//     the view, the last write leaves it; the renderer leaves the cursor where the view has it,
//     and the style plain; each look writes what tea.Raw was given first, and then a frame of
//     the newest view.
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
