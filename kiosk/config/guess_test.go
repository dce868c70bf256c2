package config

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"motcua/kiosk/limit"
	"motcua/tui/text"
)

// The defaults of the file are the default budgets of package limit.
func TestGuessDefaultsAreThoseOfTheBudgets(t *testing.T) {
	got, want := Defaults().Lookups(), limit.DefaultLookups()
	got.Offices = nil
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestGuessFromTheFile(t *testing.T) {
	doc := `[limits]
offices = ["10.0.0.0/8"]
[guess]
public_own = "20:10/h"
public_unit_day = "6:12/d"
staff_own = "9000:2500"
alarm_in_order = 8
delay_first = "5s"
remember = "0s"
`
	cfg, err := Load(Inputs{
		Flags:  map[string]string{"config": write(t, doc)},
		Getenv: env(map[string]string{"MOTCUA_GUESS_PUBLIC_PROOF": "3:2/h"}),
	})
	if err != nil {
		t.Fatal(err)
	}
	l := cfg.Lookups()
	if err := l.Check(); err != nil {
		t.Error(err)
	}
	if l.Public.Own != (limit.Bucket{Burst: 20, Hourly: 10}) || l.Public.UnitDay != (limit.Bucket{Burst: 6, Hourly: .5}) || l.Public.Proof != (limit.Bucket{Burst: 3, Hourly: 2}) ||
		l.Staff.Own != (limit.Bucket{Burst: 9000, Hourly: 2500}) || l.Alarms.InOrder != 8 || l.DelayFirst != 5*time.Second || l.Remember != 0 || len(l.Offices) != 1 {
		t.Errorf("%+v", l)
	}
	var b strings.Builder
	if err := cfg.Write(&b, text.EN); err != nil {
		t.Fatal(err)
	}
	again, err := Load(Inputs{Flags: map[string]string{"config": write(t, b.String())}})
	if err != nil {
		t.Fatalf("%v\n%s", err, &b)
	}
	if !reflect.DeepEqual(again.Guess, cfg.Guess) {
		t.Errorf("shown and read again: %+v", again.Guess)
	}
}

func TestGuessProblems(t *testing.T) {
	for _, tc := range []struct{ name, line, want string }{
		{"one number", `public_own = "8"`, `key "guess.public_own" takes points and how many come back such as "8:4/h" (an hour) or "5:5/d" (a day), at least 2 points, but it is "8".`},
		{"no number", `public_own = "8:many"`, `key "guess.public_own" takes points`},
		{"below zero", `public_own = "8:-4"`, `key "guess.public_own" takes points`},
		{"endless", `public_own = "1e9:4"`, `key "guess.public_own" takes points`},
		{"too many", `staff_own = "9999999:4"`, `key "guess.staff_own" takes points`},
		{"not enough for one dossier", `office_unit_day = "2:4"`, `at least 3 points, but it is "2:4".`},
		{"nothing comes back", `public_proof = "4:0"`, `key "guess.public_proof" takes points`},
		{"by the week", `public_own = "8:4/w"`, `key "guess.public_own" takes points`},
		{"a number", `public_own = 8`, `key "guess.public_own" takes points`},
		{"an alarm too late", `alarm_in_order = 65`, `key "guess.alarm_in_order" takes a whole number from 4 to 64, but it is "65".`},
		{"delays that fall", `delay_most = "10s"`, `key "guess.delay_most" takes a time not shorter than guess.delay_first, but it is "10s".`},
		{"days to remember", `remember = "72h"`, `key "guess.remember" takes a time from "0s" to "48h", but it is "72h0m0s".`},
		{"misspelt", `public_won = "8:4"`, `Did you mean`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, err := Load(Inputs{Flags: map[string]string{"config": write(t, "[guess]\n"+tc.line+"\n")}})
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("error %v", err)
			}
			if got := strings.Join(e.Sentences(text.EN), "\n"); !strings.Contains(got, ", line 2: ") || !strings.Contains(got, tc.want) {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}

// Shared buckets may be empty: then nobody gets more than their own budget.
func TestNothingShared(t *testing.T) {
	doc := "[guess]\npublic_shared_all = \"0:0\"\npublic_shared_unit_day = \"0:0\"\npublic_shared_proof = \"0:0\"\n"
	cfg, err := Load(Inputs{Flags: map[string]string{"config": write(t, doc)}})
	if err != nil {
		t.Fatal(err)
	}
	if err := cfg.Lookups().Check(); err != nil {
		t.Error(err)
	}
}
