package limit_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
)

// hashed is a keyed hash with a fixed key.
func hashed(name string) string {
	h := hmac.New(sha256.New, []byte("a key of a test"))
	h.Write([]byte(name))
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// openLedger opens the ledger in the file at path.
func openLedger(t *testing.T, path string) *ledger.File {
	t.Helper()
	l, damaged, err := ledger.Open(path, ledger.FileOptions{Options: ledger.Options{Name: hashed}})
	if err != nil || damaged != 0 {
		t.Fatalf("%v, damaged %d", err, damaged)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

// The file contains no address, code or fingerprint of a key, and nobody else may read it.
func TestALedgersFileNamesNobody(t *testing.T) {
	path := filepath.Join(t.TempDir(), "budgets")
	l := openLedger(t, path)
	b, err := limit.NewLookups(l, limit.DefaultLookups(), limit.LookupOptions{Hash: hashed})
	if err != nil {
		t.Fatal(err)
	}
	for _, who := range []limit.Asker{{Addr: addr("203.0.113.7")}, {Addr: addr("2001:db8:7:8::1")}, {Key: "SHA256:fingerprint"}, {Kiosk: "lobby"}} {
		q := from("203.0.113.7", someDay, 7)
		q.Asker, q.Proof = who, limit.TypedProof
		if wait := asked(b, q, limit.Miss); wait > 0 {
			t.Fatal(wait)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, piece := range []string{"203.0", "2001:db8", "fingerprint", "lobby", "H55", "261120", hashed(someDay), hashed(someDay + "-0007")} {
		if strings.Contains(string(body), piece) {
			t.Errorf("the file holds %q", piece)
		}
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

// spender names the file for the process of the next test, which tries proofs of one dossier as
// fast as it may and reports each on its output.
const spender = "MOTCUA_TEST_SPENDER"

func TestMain(m *testing.M) {
	if path := os.Getenv(spender); path != "" { //nolint:forbidigo // a process of this test
		spend(path)
	}
	os.Exit(m.Run())
}

func spend(path string) {
	l, _, err := ledger.Open(path, ledger.FileOptions{Options: ledger.Options{Name: hashed}})
	if err != nil {
		panic(err)
	}
	b, err := limit.NewLookups(l, limit.DefaultLookups(), limit.LookupOptions{Hash: hashed})
	if err != nil {
		panic(err)
	}
	for {
		q := from("203.0.113.7", someDay, 7)
		q.Proof = limit.TypedProof
		done, limited := b.Ask(q)
		if limited == nil {
			done(limit.Miss)
			fmt.Println("tried") //nolint:forbidigo // a process of this test
			continue
		}
		if limited.Why != client.LimitProof && limited.Why != client.LimitShared {
			panic(limited.Why)
		}
		fmt.Println("refused")             //nolint:forbidigo // a process of this test
		time.Sleep(200 * time.Millisecond) //nolint:forbidigo // a process of this test
	}
}

// Killing the server again and again gives an attacker no more proofs than one server without
// kills: a kill loses only the last moment's charges, and by then the budget is used up.
func TestKillsGiveNoBudgetBack(t *testing.T) {
	clienttest.Long(t, "plays hours of an attack in virtual time")
	t.Parallel() // mostly waiting
	path := filepath.Join(t.TempDir(), "budgets")
	tried := 0
	for range 4 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), spender+"="+path) //nolint:forbidigo // a process of this test
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		var said strings.Builder
		buf := make([]byte, 256)
		// Five refusals take a second, so the charges before them are in the file.
		for strings.Count(said.String(), "refused") < 6 {
			n, err := out.Read(buf)
			if err != nil {
				t.Fatal(err)
			}
			said.Write(buf[:n])
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		tried += strings.Count(said.String(), "tried")
	}
	if most := int(limit.DefaultLookups().Public.Proof.Burst) + 2; tried < 1 || tried > most {
		t.Errorf("four processes, three of them killed, tried %d proofs, want up to %d", tried, most)
	}
}
