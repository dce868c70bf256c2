//go:build !windows

package contract

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	_ "time/tzdata" // zones, even where the machine has none

	"motcua/client/clienttest"
)

// The dates as seen from other time zones. On Windows the variable TZ does not set the zone
// of a process, so no second zone can be tested.

// zoneOffset is the offset from UTC, in seconds, that TestInOtherZones expects of
// the process that it starts; absent in any other run.
var zoneOffset = flag.Int("zone-offset", -1, "fail unless the machine's zone is this many seconds east of UTC")

func TestMain(m *testing.M) {
	flag.Parse()
	if _, offset := tuesday.Local().Zone(); *zoneOffset != -1 && offset != *zoneOffset {
		fmt.Fprintf(os.Stderr, "the zone is %d seconds east of UTC, want %d\n", offset, *zoneOffset)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// The dates once more in processes with another time zone: the zone is a global variable,
// so each zone needs a process of its own.
func TestInOtherZones(t *testing.T) {
	clienttest.Long(t, "asks every sample once more")
	want := 0
	for _, b := range everyWay() {
		if _, left := NotApplicable(b)["midnight"]; !left {
			want++
		}
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for zone, offset := range map[string]int{"UTC": 0, "Pacific/Pago_Pago": -11 * 3600, "Pacific/Kiritimati": 14 * 3600} {
		t.Run(zone, func(t *testing.T) {
			cmd := exec.CommandContext(t.Context(), exe, "-test.v", "-test.run=^TestContract$/./^midnight$", fmt.Sprint("-zone-offset=", offset))
			cmd.Env = append(cmd.Environ(), "TZ="+zone)
			out, err := cmd.CombinedOutput()
			if ran := strings.Count(string(out), "/midnight ("); err != nil || ran != want {
				t.Errorf("%d back ends ran, want %d; %v\n%s", ran, want, err, out)
			}
		})
	}
}
