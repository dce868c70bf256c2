package doctor

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/text"
)

const table = `[[system]]
id = "h55"
kind = "opencps"
url = "https://h55.example/o/rest/v2"
[[system]]
id = "g01"
kind = "opencps"
url = "https://g01.example/o/rest/v2"
[[system]]
id = "page"
kind = "handover"
page = "https://portal.example/tra-cuu"
[[route]]
match = "H55.*"
systems = ["h55", "g01"]
ask = "all"
timeout = "3s"
[[route]]
match = "G01.*"
systems = ["g01", "page"]
[[route]]
match = "000.00.53.H48"
systems = ["g01"]
[[route]]
match = "*"
systems = ["page"]
`

// walked returns the doctor's findings about the routes in table.
func walked(t *testing.T, l text.Lang, says map[string]error) (findings, asked []string) {
	t.Helper()
	cfg, err := load(t, table)
	if err != nil {
		t.Fatal(err)
	}
	e := Env{Lang: l, Config: cfg, Look: func(ctx context.Context, id string, dossierCode code.Dossier) error {
		asked = append(asked, id+" "+dossierCode.String())
		if _, bound := ctx.Deadline(); bound != (dossierCode.Agency() == "H55") {
			t.Errorf("%s %s: bound by a time: %v, want as the route says", id, dossierCode, bound)
		}
		return says[id]
	}}
	// The catch-all route's code also matches H55, and only the page is asked for it.
	says["page"] = &client.HandOverError{URL: "https://portal.example/tra-cuu"}
	cfg.Routes[3].Timeout = cfg.Routes[0].Timeout
	for _, f := range checkRoutes(t.Context(), &e) {
		findings = append(findings, string(f.State)+" "+f.Sentence)
		if (f.State == StateOK) != (f.WhatToDo == "") {
			t.Errorf("%s %q: what to do is %q", f.State, f.Sentence, f.WhatToDo)
		}
	}
	return findings, asked
}

func TestWalk(t *testing.T) {
	down := &client.UnavailableError{Cause: client.CauseNetwork, Err: errors.New("dial")}
	for _, tc := range []struct {
		name     string
		h55, g01 error
		want     []string
		asked    string
	}{
		{
			"all answer", client.ErrNotFound, client.ErrNotFound, []string{
				"ok codes H55.* go at the same time to h55 (correctly finds nothing for a made-up code), g01 (correctly finds nothing for a made-up code).",
				"ok codes G01.* go to g01 (correctly finds nothing for a made-up code), page (opens the page https://portal.example/tra-cuu).",
				"ok codes 000.00.53.H48 go to g01 (correctly finds nothing for a made-up code).",
				"ok codes * go to page (opens the page https://portal.example/tra-cuu).",
			},
			"h55 H55-260101-0000|g01 H55-260101-0000|g01 G01-260101-0000|page G01-260101-0000|g01 000.00.53.H48-260101-0000|page H55-260101-0000",
		},
		{
			"one is down", client.ErrNotFound, down, []string{
				"warn codes H55.* go at the same time to h55 (correctly finds nothing for a made-up code), g01 (no answer: no connection).",
				"warn codes G01.* go to g01 (no answer: no connection), page (opens the page https://portal.example/tra-cuu).",
				"fail codes 000.00.53.H48 go to g01 (no answer: no connection).",
				"ok codes * go to page (opens the page https://portal.example/tra-cuu).",
			},
			"h55 H55-260101-0000|g01 H55-260101-0000|page G01-260101-0000|page H55-260101-0000", // a system that is down is asked once
		},
		{
			"one makes dossiers up", nil, client.ErrNotFound, []string{
				"warn codes H55.* go at the same time to h55 (has an application for a made-up code), g01 (correctly finds nothing for a made-up code).",
				"ok codes G01.* go to g01 (correctly finds nothing for a made-up code), page (opens the page https://portal.example/tra-cuu).",
				"ok codes 000.00.53.H48 go to g01 (correctly finds nothing for a made-up code).",
				"ok codes * go to page (opens the page https://portal.example/tra-cuu).",
			},
			"h55 H55-260101-0000|g01 H55-260101-0000|g01 G01-260101-0000|page G01-260101-0000|g01 000.00.53.H48-260101-0000|page H55-260101-0000",
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, asked := walked(t, text.EN, map[string]error{"h55": tc.h55, "g01": tc.g01})
			if !reflect.DeepEqual(got, tc.want) {
				t.Errorf("got  %q\nwant %q", got, tc.want)
			}
			if s := strings.Join(asked, "|"); s != tc.asked {
				t.Errorf("asked %q, want %q", s, tc.asked)
			}
			vi, _ := walked(t, text.VI, map[string]error{"h55": tc.h55, "g01": tc.g01})
			for i, s := range vi {
				if strings.Contains(s, "%") || strings.Contains(s, "codes") || s[:2] != tc.want[i][:2] {
					t.Errorf("%q", s)
				}
			}
		})
	}
}

// A table without "*" has codes that no route matches; the doctor reports that.
func TestATableWithoutARest(t *testing.T) {
	for _, tc := range []struct {
		table string
		warns bool
	}{
		{table, false},
		{strings.Replace(table, `match = "*"`, `match = "G09.*"`, 1), true},
	} {
		cfg, err := load(t, tc.table)
		if err != nil {
			t.Fatal(err)
		}
		e := &Env{Config: cfg, Lang: text.EN}
		warned := false
		for _, f := range checkRoutes(t.Context(), e) {
			if strings.Contains(f.Sentence, "fall to no [[route]]") {
				warned = f.State == StateWarn && strings.Contains(f.WhatToDo, `match = "*"`)
			}
		}
		if warned != tc.warns {
			t.Errorf("warned %v, want %v for\n%s", warned, tc.warns, tc.table)
		}
	}
}

// The search for a code would never end with a pattern that no code matches.
func TestPatternOfNoCode(t *testing.T) {
	cfg, err := load(t, strings.Replace(table, `"H55.*"`, `"17.05.*"`, 1))
	if err != nil {
		t.Fatal(err)
	}
	e := Env{Lang: text.EN, Config: cfg}
	if f := checkRoutes(t.Context(), &e)[0]; f.State != StateWarn || f.Sentence != "[[route]] 17.05.*: no application code begins like that." {
		t.Errorf("%+v", f)
	}
}

// Hosts that are missing in a system's public settings are reported, because the account
// would be sent there.
func TestUnlistedHosts(t *testing.T) {
	for _, tc := range []struct {
		hosts []string
		err   error
		want  string
	}{
		{nil, nil, ""},
		{[]string{"sso.example", "api.example"}, nil, "the public settings of Một cửa Thái Nguyên do not contain sso.example, api.example."},
		{nil, errors.New("404"), "the public settings of Một cửa Thái Nguyên cannot be read."},
	} {
		e := sound(t)
		e.Portals[0].Unlisted = func(context.Context) ([]string, error) { return tc.hosts, tc.err }
		got, good := run(t, e)
		said := strings.Contains(strings.Join(got, "\n"), "warn portal h55: the public settings")
		if !good || said != (tc.want != "") || !strings.Contains(strings.Join(got, "\n"), tc.want) {
			t.Errorf("%v %v: %q", tc.hosts, tc.err, got)
		}
	}
}
