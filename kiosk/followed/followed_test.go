package followed

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/code"
	"motcua/client/follow"
)

const pass = "mật khẩu dài"

func TestMain(m *testing.M) {
	workFactor = 10
	os.Exit(m.Run())
}

func entry(t *testing.T, n int) follow.Entry {
	t.Helper()
	c, err := code.ParseDossier(fmt.Sprintf("H55.17.05-261120-%04d", n))
	if err != nil {
		t.Fatal(err)
	}
	return follow.Entry{Code: c}
}

func entries(t *testing.T, numbers ...int) (list []follow.Entry) {
	t.Helper()
	for _, n := range numbers {
		list = append(list, entry(t, n))
	}
	return list
}

func numbers(list []follow.Entry) string {
	var out []string
	for _, e := range list {
		out = append(out, strings.TrimLeft(e.Code.Serial(), "0"))
	}
	return strings.Join(out, " ")
}

// kept starts a list that is kept.
func kept(t *testing.T, path string, how follow.Keeping, list []follow.Entry) *List {
	t.Helper()
	l := New(path)
	if _, err := l.Open(""); err != nil {
		t.Fatal(err)
	}
	l.Put(list)
	if err := l.Change(how, pass); err != nil {
		t.Fatal(err)
	}
	return l
}

func opened(t *testing.T, path, with string) (*List, string) {
	t.Helper()
	l := New(path)
	list, err := l.Open(with)
	if err != nil {
		t.Fatal(err)
	}
	return l, numbers(list)
}

// Nothing is written until the person chooses it, and nothing stays when they choose otherwise.
func TestNothingIsKeptUnasked(t *testing.T) {
	dir := t.TempDir()
	l := OfKey(dir, "SHA256:abc/+")
	if list, err := l.Open(""); err != nil || list != nil {
		t.Fatal(list, err)
	}
	l.Put(entries(t, 7))
	if _, err := l.Flush(); err != nil {
		t.Fatal(err)
	}
	if l.Keeping() != follow.KeepNothing {
		t.Error("it is kept")
	}
	if err := l.Change(follow.KeepCodes, ""); err != nil || l.Keeping() != follow.KeepCodes {
		t.Fatal(err)
	}
	body, err := os.ReadFile(l.path)
	if err != nil || string(body) != "# motcua\nH55.17.05-261120-0007\n" {
		t.Errorf("%q, %v", body, err)
	}
	if other := OfKey(dir, "SHA256:other"); other.Keeping() != follow.KeepNothing {
		t.Error("another key has it too")
	}
	if err := l.Change(follow.KeepNothing, ""); err != nil || l.Keeping() != follow.KeepNothing {
		t.Fatal(err)
	}
	if _, err := os.Stat(l.path); err == nil {
		t.Error("the file is still there")
	}
}

// A sealed file shows neither codes nor states, only its owner can read it, and what was seen
// comes back with it: the same answer is no news, another one is.
func TestASealedList(t *testing.T) {
	path := filepath.Join(t.TempDir(), "list")
	cal, now := clienttest.Calendar(t), time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	e := entry(t, 7)
	a := client.Answer[client.Dossier]{AsOf: now, Value: client.Dossier{Code: e.Code, Status: client.StatusProcessing, ProcedureCode: "1.004194", ProcedureName: "Đăng ký tạm trú"}}
	d := follow.New(now, nil)
	d.Take(a, nil, cal, now)
	e.Seen = d.Memory(&a)
	kept(t, path, follow.KeepSealed, []follow.Entry{e, entry(t, 8)})

	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"H55", "0007", "261120", "tạm trú", pass} {
		if bytes.Contains(body, []byte(words)) {
			t.Errorf("the file says %s", words)
		}
	}
	if info, _ := os.Stat(path); info.Mode().Perm()&0o077 != 0 {
		t.Errorf("mode %v", info.Mode())
	}
	l := New(path)
	for _, wrong := range []string{"", "mật khẩu dàI"} {
		if _, err := l.Open(wrong); !errors.Is(err, follow.ErrPassphrase) {
			t.Errorf("%q: %v", wrong, err)
		}
	}
	if now, _ := os.ReadFile(path); !bytes.Equal(now, body) {
		t.Error("a wrong passphrase changed the file")
	}
	list, err := l.Open(pass)
	if err != nil || numbers(list) != "7 8" || list[1].Seen != nil {
		t.Fatal(list, err)
	}
	for s, want := range map[client.Status]follow.Outcome{client.StatusProcessing: follow.Same, client.StatusFinished: follow.Changed} {
		resumed, row := follow.Resume(list[0], now, nil)
		if row == nil || row.Value.ProcedureName != "Đăng ký tạm trú" || row.Value.ProcedureCode != "1.004194" {
			t.Fatalf("row %+v", row)
		}
		next := a
		next.Value.Status = s
		if got := resumed.Take(next, nil, cal, now); got != want {
			t.Errorf("%v: %d, want %d", s, got, want)
		}
	}
}

// Two sessions of one person: what each added and removed counts, whatever the other wrote.
func TestTwoSessionsAtOnce(t *testing.T) {
	for _, how := range []follow.Keeping{follow.KeepCodes, follow.KeepSealed} {
		path := filepath.Join(t.TempDir(), "list")
		a := kept(t, path, how, entries(t, 1, 2, 3))
		b, _ := opened(t, path, pass)
		a.Put(entries(t, 2, 3, 4)) // without 1, with 4
		b.Put(entries(t, 1, 2, 5)) // without 3, with 5
		if list, err := a.Flush(); err != nil || numbers(list) != "2 3 4" {
			t.Fatal(numbers(list), err)
		}
		if list, err := b.Flush(); err != nil || numbers(list) != "2 4 5" {
			t.Fatal(numbers(list), err)
		}
		a.Put(entries(t, 2, 3, 4))
		if list, err := a.Flush(); err != nil || numbers(list) != "2 4 5" {
			t.Fatal(numbers(list), err)
		}
		if _, got := opened(t, path, pass); got != "2 4 5" {
			t.Errorf("the file has %s", got)
		}
	}
}

// A session that has not taken over yet what another one added does not remove it by its next
// writing. Once it has, it can remove it, and add what the other one removed.
func TestWhatIsNotTakenOverYet(t *testing.T) {
	path := filepath.Join(t.TempDir(), "list")
	a := kept(t, path, follow.KeepCodes, entries(t, 1, 2))
	b, _ := opened(t, path, "")
	b.Put(entries(t, 2, 9)) // without 1, with 9
	if _, err := b.Flush(); err != nil {
		t.Fatal(err)
	}
	for i, tt := range []struct {
		put  []follow.Entry
		want string
	}{
		{entries(t, 1, 2, 3), "2 9 3"},
		{entries(t, 1, 2, 3, 4), "2 9 3 4"}, // the person was faster than the result
		{entries(t, 2, 9, 3, 4), "2 9 3 4"}, // taken over
		{entries(t, 2, 3, 4, 1), "2 3 4 1"}, // without 9, with 1 again
	} {
		a.Put(tt.put)
		if list, err := a.Flush(); err != nil || numbers(list) != tt.want {
			t.Errorf("%d: %s, %v; want %s", i, numbers(list), err, tt.want)
		}
	}
}

// Whoever chooses how the list is kept does not overwrite what another session wrote meanwhile.
func TestAChoiceKeepsWhatOthersWrote(t *testing.T) {
	for name, tt := range map[string]struct {
		late  bool // this session opened before there was a file
		how   follow.Keeping
		other string // the passphrase of the other session
		to    follow.Keeping
		want  string
		aside bool
	}{
		"codes, then sealed":        {how: follow.KeepCodes, to: follow.KeepSealed, want: "1 9 2"},
		"sealed, then codes":        {how: follow.KeepSealed, other: pass, to: follow.KeepCodes, want: "1 9 2"},
		"both begin with codes":     {late: true, how: follow.KeepCodes, to: follow.KeepCodes, want: "1 9 2"},
		"both seal, one passphrase": {late: true, how: follow.KeepSealed, other: pass, to: follow.KeepSealed, want: "1 9 2"},
		"both seal, two passphrases": {late: true, how: follow.KeepSealed, other: "một mật khẩu khác",
			to: follow.KeepSealed, want: "1 2", aside: true},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "list")
			a := New(path)
			if !tt.late {
				a = kept(t, path, tt.how, entries(t, 1))
			}
			b, _ := opened(t, path, tt.other)
			b.Put(entries(t, 1, 9))
			write := func() error { _, err := b.Flush(); return err }
			if tt.late {
				write = func() error { return b.Change(tt.how, tt.other) }
			}
			if err := write(); err != nil {
				t.Fatal(err)
			}
			a.Put(entries(t, 1, 2))
			if err := a.Change(tt.to, pass); err != nil {
				t.Fatal(err)
			}
			if _, got := opened(t, path, pass); got != tt.want {
				t.Errorf("the file has %s, want %s", got, tt.want)
			}
			if _, err := os.Stat(path + ".old-1"); (err == nil) != tt.aside {
				t.Errorf("set aside: %v", err == nil)
			}
			a.Put(entries(t, 1, 2))
			if list, err := a.Flush(); err != nil || numbers(list) != tt.want {
				t.Errorf("the next writing has %s, %v; want %s", numbers(list), err, tt.want)
			}
		})
	}
}

// Many sessions add at the same moment, and none is lost.
func TestNoneIsLost(t *testing.T) {
	path := filepath.Join(t.TempDir(), "list")
	kept(t, path, follow.KeepCodes, entries(t, 100))
	var sessions []*List
	for n := range 8 {
		l, _ := opened(t, path, "")
		l.Put(entries(t, 100, n+1))
		sessions = append(sessions, l)
	}
	var all sync.WaitGroup
	for _, l := range sessions {
		all.Go(func() {
			if _, err := l.Flush(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if _, got := opened(t, path, ""); len(strings.Fields(got)) != 9 {
		t.Errorf("the file has %s", got)
	}
}

// Another session chose to keep the list otherwise: this one writes nothing more.
func TestKeptOtherwiseElsewhere(t *testing.T) {
	for name, change := range map[string]func(*List) error{
		"sealed":             func(l *List) error { return l.Change(follow.KeepSealed, pass) },
		"another passphrase": func(l *List) error { return l.Change(follow.KeepSealed, "một mật khẩu khác") },
		"deleted":            func(l *List) error { return l.Change(follow.KeepNothing, "") },
	} {
		path := filepath.Join(t.TempDir(), "list")
		how := follow.KeepCodes
		if name == "another passphrase" {
			how = follow.KeepSealed
		}
		a := kept(t, path, how, entries(t, 1))
		b, _ := opened(t, path, pass)
		if err := change(b); err != nil {
			t.Fatal(err)
		}
		before, _ := os.ReadFile(path)
		a.Put(entries(t, 1, 2))
		if _, err := a.Flush(); !errors.Is(err, follow.ErrElsewhere) {
			t.Errorf("%s: %v", name, err)
		}
		if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
			t.Errorf("%s: the file was changed", name)
		}
	}
}

// A damaged file is kept aside, what can be read of it goes on, and the person is told.
func TestADamagedList(t *testing.T) {
	for name, tt := range map[string]struct {
		how   follow.Keeping
		spoil func([]byte) []byte
		reads string
	}{
		"a code is cut off": {follow.KeepCodes, func(b []byte) []byte { return b[:len(b)-3] }, "1"},
		"no list at all":    {follow.KeepCodes, func([]byte) []byte { return []byte("\x00\x01") }, ""},
		"empty":             {follow.KeepCodes, func([]byte) []byte { return nil }, ""},
		"a bit is another":  {follow.KeepSealed, func(b []byte) []byte { b[len(b)-5] ^= 1; return b }, ""},
		"half of it":        {follow.KeepSealed, func(b []byte) []byte { return b[:len(b)-20] }, ""},
		"half of the head":  {follow.KeepSealed, func(b []byte) []byte { return b[:40] }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "list")
			kept(t, path, tt.how, entries(t, 1, 2))
			body, _ := os.ReadFile(path)
			body = tt.spoil(body)
			if err := os.WriteFile(path, body, 0o600); err != nil {
				t.Fatal(err)
			}
			l := New(path)
			list, err := l.Open(pass)
			var damaged *follow.DamagedError
			if !errors.As(err, &damaged) || numbers(list) != tt.reads {
				t.Fatalf("%s, %v", numbers(list), err)
			}
			if aside, _ := os.ReadFile(damaged.Aside); !bytes.Equal(aside, body) {
				t.Errorf("aside is %q", aside)
			}
			l.Put(append(list, entry(t, 9)))
			if _, err := l.Flush(); err != nil {
				t.Fatal(err)
			}
			if _, got := opened(t, path, pass); got != strings.TrimSpace(tt.reads+" 9") {
				t.Errorf("afterwards it has %s", got)
			}
		})
	}
}

// A forgotten passphrase: the file is set aside, and a new list begins.
func TestAForgottenPassphrase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "list")
	kept(t, path, follow.KeepSealed, entries(t, 1))
	first, err := New(path).Aside()
	if err != nil {
		t.Fatal(err)
	}
	kept(t, path, follow.KeepSealed, entries(t, 2))
	second, err := New(path).Aside()
	if err != nil || first == second {
		t.Fatal(first, second, err)
	}
	for name, want := range map[string]string{first: "1", second: "2"} {
		if _, got := opened(t, name, pass); got != want {
			t.Errorf("%s has %s", name, got)
		}
	}
}

// A crash while a list is written leaves the old one, and what it left is written over.
func TestACrashInTheMiddle(t *testing.T) {
	path := filepath.Join(t.TempDir(), "list")
	kept(t, path, follow.KeepCodes, entries(t, 1))
	if err := os.WriteFile(path+".new", []byte("# motcua\nH55"), 0o600); err != nil {
		t.Fatal(err)
	}
	l, got := opened(t, path, "")
	if got != "1" {
		t.Fatal(got)
	}
	l.Put(entries(t, 1, 2))
	if _, err := l.Flush(); err != nil {
		t.Fatal(err)
	}
	if _, got := opened(t, path, ""); got != "1 2" {
		t.Error(got)
	}
	if _, err := os.Stat(path + ".new"); err == nil {
		t.Error("the new file is still there")
	}
}

// A folder that cannot be written is an error, and the list stays in memory.
func TestADiskThatTakesNothing(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	l := New(filepath.Join(dir, "file", "list"))
	l.Put(entries(t, 1))
	if err := l.Change(follow.KeepCodes, ""); err == nil {
		t.Error("no error")
	}
	if list, err := l.Flush(); err != nil || numbers(list) != "1" {
		t.Error(list, err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("# motcua\nH55.17.05-261120-0007\n"))
	f.Add([]byte(sealedHead + "\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30\nAAAA\n--- AAAA\n"))
	f.Fuzz(func(t *testing.T, body []byte) {
		list, err := decode(body, pass)
		if err == nil && keepingOf(body) == follow.KeepCodes {
			again, err := encode(list, follow.KeepCodes, "")
			if err != nil {
				t.Fatal(err)
			}
			if back, err := decode(again, ""); err != nil || numbers(back) != numbers(list) {
				t.Errorf("%q: %v", again, err)
			}
		}
	})
}
