package key

import (
	"encoding/json"
	"fmt"
	"net/netip"
	"reflect"
	"strings"
	"testing"
	"time"

	"motcua/tui/text"
	"motcua/tui/text/operator"
)

type mode string

// room is a struct with a key of each kind.
type room struct {
	At    string
	Mode  mode
	Idle  time.Duration
	Age   time.Duration
	Most  int
	On    bool
	Who   []string
	From  []netip.Prefix
	Token Secret
}

func (r *room) keys() []Key {
	return []Key{
		Text("at", &r.At, "127.0.0.1:22", Address).NeedsRestart().ByFlag("at").Says("Nghe ở đâu.", "Where it listens."),
		Choice("mode", &r.Mode, "auto", "auto", "on", "off"),
		Duration("idle", &r.Idle, time.Minute, Span{From: time.Second, To: time.Hour}).
			Must(NotOver(&r.Idle, &r.Age, text.Say("không quá %s", "not over %s"))),
		Duration("age", &r.Age, time.Hour, Span{From: time.Hour, To: 720 * time.Hour, Never: text.Say(", hoặc 0s", ", or 0s")}),
		Int("most", &r.Most, 4, 1, 64),
		Switch("on", &r.On, false),
		Names("who", &r.Who, []string{"guest"}),
		Prefixes("from", &r.From),
		Hide("token", &r.Token, text.Say("mật khẩu", "a password"), func(s string) bool { return len(s) > 3 }),
	}
}

// The values that each kind accepts and refuses, and how accepted ones are shown.
func TestKinds(t *testing.T) {
	for _, tc := range []struct {
		key   string
		given any
		want  string // the output, or the words of the message and the value it repeats
	}{
		{"at", ":2222", `":2222"`},
		{"at", ":2222\x1b", "but :2222�"},
		{"at", int64(2), "an integer"},
		{"mode", "on", `"on"`},
		{"mode", "onn", `"auto", "on" or "off" but onn, on?`},
		{"idle", "90s", `"1m30s"`},
		{"idle", "2h", `a time from "1s" to "1h" but 2h0m0s`},
		{"idle", "soon", `a time from "1s" to "1h" but soon`},
		{"idle", int64(90), "an integer"},
		{"age", "0s", `"0s"`},
		{"age", int64(0), `"0s"`}, // zero needs no unit
		{"idle", int64(0), "an integer"},
		{"age", "5m", `a time from "1h" to "720h", or 0s but 5m0s`},
		{"most", int64(64), "64"},
		{"most", int64(65), "a whole number from 1 to 64 but 65"},
		{"most", "5", "a whole number from 1 to 64 but 5"},
		{"most", "\x1b[31m", "but �[31m"},
		{"most", 2.5, "a decimal number"},
		{"on", true, "true"},
		{"on", "yes", "true or false but yes"},
		{"who", []any{"a", "b@c"}, `["a", "b@c"]`},
		{"who", []any{}, "[]"},
		{"who", []any{"a b"}, "but a b"},
		{"who", []any{int64(1)}, "another kind of list"},
		{"who", "a", "but a"},
		{"from", []any{"10.0.0.7", "10.1.2.3/8"}, `["10.0.0.7", "10.0.0.0/8"]`},
		{"from", []any{"lobby"}, "but lobby"},
		{"token", "hunter2", `"(ẩn)"`},
		{"token", "h2", "a password"},
		{"token", int64(1234), "an integer"},
		{"token", []any{"hunter2"}, "a password"},
		{"token", map[string]any{"a": "hunter2"}, "a password"},
		{"token", time.Time{}, "a date without quotes"},
	} {
		var r room
		rows := r.keys()
		Defaults(rows)
		k, ok := Find(rows, tc.key)
		if !ok {
			t.Fatalf("no key %s", tc.key)
		}
		before, got := k.TOML(), ""
		if w := k.Take(tc.given); w == nil {
			got = k.TOML()
		} else {
			if k.TOML() != before {
				t.Errorf("%s: %v is wrong and changed the value to %s", tc.key, tc.given, k.TOML())
			}
			got = w.Want.In(text.EN)
			switch {
			case w.What == operator.KeyWrongType:
				got = w.Kind.In(text.EN)
			case w.What == operator.KeyBadValue:
				got += " but " + w.Got
			}
			if w.Suggest != "" {
				got += ", " + w.Suggest + "?"
			}
			if w.What.In(text.VI) == "" || w.Want.In(text.VI) == "" {
				t.Errorf("%s: %v: nothing in Vietnamese", tc.key, tc.given)
			}
		}
		if !strings.HasSuffix(got, tc.want) {
			t.Errorf("%s: %v: got %s, want %s", tc.key, tc.given, got, tc.want)
		}
	}
}

// A variable accepts the same text as the file, and numbers as well.
func TestRead(t *testing.T) {
	var r room
	rows := r.keys()
	for name, s := range map[string]string{"most": "7", "idle": "5s", "mode": "off", "token": "hunter2"} {
		k, _ := Find(rows, strings.ToUpper(name)) // as in the TOML decoder, case does not matter
		if w := k.Read(s); w != nil {
			t.Errorf("%s: %+v", name, w)
		}
	}
	if r.Most != 7 || r.Idle != 5*time.Second || r.Mode != "off" || r.Token.Reveal() != "hunter2" {
		t.Errorf("read %d %v %s %q", r.Most, r.Idle, r.Mode, r.Token.Reveal())
	}
	k, _ := Find(rows, "most")
	if w := k.Read("many"); w == nil || w.Got != "many" || r.Most != 7 {
		t.Errorf("got %+v", w)
	}
}

func TestDefaultsAndFill(t *testing.T) {
	r := room{Most: 9}
	Fill(r.keys())
	if r.Most != 9 || r.Idle != time.Minute || !reflect.DeepEqual(r.Who, []string{"guest"}) {
		t.Errorf("filled %+v", r)
	}
	none := room{Who: []string{}}
	if Fill(none.keys()); len(none.Who) != 0 {
		t.Errorf("no names are a decision: %q", none.Who)
	}
	Defaults(r.keys())
	var other room
	rows := other.keys()
	Defaults(rows)
	if r.Most != 4 {
		t.Errorf("most %d", r.Most)
	}
	for i, k := range r.keys() {
		if !k.Same(rows[i]) || k.Check() != nil {
			t.Errorf("%s differs from itself, or is wrong by default", k.Name)
		}
	}
	other.Token, other.Idle, other.Age = SecretOf("x"), 2*time.Hour, time.Hour
	var changed []string
	for i, k := range r.keys() {
		if !k.Same(rows[i]) {
			changed = append(changed, k.Name)
		}
	}
	if !reflect.DeepEqual(changed, []string{"idle", "token"}) {
		t.Errorf("changed: %q", changed)
	}
	if k, _ := Find(rows, "idle"); k.Check() == nil || k.Check().Want.In(text.EN) != "not over 1h" || k.Check().Got != "2h0m0s" {
		t.Errorf("idle over age: %+v", k.Check())
	}
}

func TestSecretHides(t *testing.T) {
	r := room{Token: SecretOf("hunter2")}
	k, _ := Find(r.keys(), "token")
	if !k.HoldsSecret() {
		t.Error("the secret is not known")
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d"} {
		for _, v := range []any{r, &r, r.Token} {
			if out := fmt.Sprintf(verb, v); strings.Contains(out, "hunter2") || strings.Contains(strings.ToLower(out), "68756e7465723") {
				t.Errorf("%s shows %s", verb, out)
			}
		}
	}
	j, err := json.Marshal([]any{r, k.JSON(), k.TOML()})
	if err != nil || strings.Contains(string(j), "hunter2") || strings.Count(string(j), Hidden) != 3 {
		t.Errorf("%s %v", j, err)
	}
	if SecretOf("").String() != "" {
		t.Error("no secret is shown as one")
	}
}

func TestWords(t *testing.T) {
	w := Or("a", "b", "c")
	if w.In(text.VI) != `"a", "b" hoặc "c"` || w.In(text.EN) != `"a", "b" or "c"` {
		t.Errorf("got %+v", w)
	}
}

func FuzzParsePrefix(f *testing.F) {
	for _, s := range []string{"10.0.0.7", "10.0.0.0/8", "2001:db8::/32", "fe80::1%eth0", "::ffff:10.0.0.1", "::ffff:10.0.0.0/104", "x", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, ok := ParsePrefix(s)
		if ok != p.IsValid() {
			t.Fatalf("%q: %v, %v", s, p, ok)
		}
		if ok && (!p.Contains(p.Addr()) || p.Addr().Is4In6()) {
			t.Errorf("%q gives %v, which does not hold its own address", s, p)
		}
		if again, _ := ParsePrefix(writePrefix(p)); ok && again != p {
			t.Errorf("%v is written %s", p, writePrefix(p))
		}
	})
}
