package sandbox

import (
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"

	"motcua/client/sandbox/adapter"
)

// A dossier that exists must not take longer than one that does not, not even
// the first time: to unpack the catalogue takes a tenth of a second and megabytes.
// Memory is measured, for a clock is no test, and in a process of its own, for
// here another test may have unpacked it already.
func TestTheFirstDossierUnpacksNothing(t *testing.T) {
	const child = "in-a-process-of-its-own"
	if flag.Arg(0) != child {
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestTheFirstDossierUnpacksNothing$", child)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	s, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	asked := func(code string) *http.Request {
		body := fmt.Sprintf(`{"session":%q,"service":%q,"mahoso":%q}`, s.sessions.Open(), TrackService, code)
		r := httptest.NewRequest(http.MethodPost, AdapterPath+adapter.CallPath, strings.NewReader(body))
		r.Header.Set("dstcode", DefaultDstCode)
		return r
	}
	cost := func(code, want string) uint64 {
		answer := httptest.NewRecorder()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		s.Handler().ServeHTTP(answer, asked(code))
		runtime.ReadMemStats(&after)
		if !strings.Contains(answer.Body.String(), want) {
			t.Fatalf("%s: %s", code, answer.Body)
		}
		return after.TotalAlloc - before.TotalAlloc
	}
	unknown := cost("H55.17.05-261120-9999", `"result":[]`)
	if found := cost("H55.17.05-261120-0007", `"MaHoSo":"H55.17.05-261120-0007"`); found > unknown+64<<10 {
		t.Errorf("a found code takes %d bytes, an unknown one %d", found, unknown)
	}
}
