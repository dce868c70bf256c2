package lobby

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/opencps"
	"motcua/kiosk/config/calendar"
	"motcua/kiosk/pin"
	"motcua/kiosk/supervise"
	"motcua/kiosk/wire"
)

// downSource is a system that is down while *down is true.
type downSource struct{ down *bool }

func (downSource) Source() client.SourceName {
	return client.SourceName{ID: "h55", Name: "Một cửa"}
}

func (d downSource) Dossier(context.Context, client.DossierQuery) (client.Dossier, error) {
	if *d.down {
		return client.Dossier{}, &client.UnavailableError{Source: d.Source(), Cause: client.CauseTimeout, Err: errors.New("no answer")}
	}
	return client.Dossier{}, client.ErrNotFound
}

// handedOver returns the notes as they arrive after the parent passed them on.
func handedOver(t *testing.T, notes map[string]any) map[string]json.RawMessage {
	t.Helper()
	got := map[string]json.RawMessage{}
	for name, note := range notes {
		text, err := json.Marshal(note)
		if err != nil {
			t.Fatal(err)
		}
		got[name] = text
	}
	return got
}

// Three people find a system down, each in a process of their own, and the fourth finds it
// up: the log has one outage and one end, and the third person sees since when it lasts.
func TestAnOutageIsToldOnceWhoeverComes(t *testing.T) {
	var notes map[string]json.RawMessage
	var log bytes.Buffer
	down := true
	now := time.Now()
	asked, err := code.ParseDossier("H55.17.05-261120-0007")
	if err != nil {
		t.Fatal(err)
	}
	person := func() error {
		cal, err := wire.Calendar(calendar.Config{})
		if err != nil {
			t.Fatal(err)
		}
		s := client.NewService(client.ServiceConfig{
			Routes: []client.Route{{Match: "*", Sources: []client.DossierSource{downSource{&down}}}}, Calendar: cal, Now: func() time.Time { return now },
		})
		src := &wire.Sources{Asked: []wire.Asked{{Source: downSource{}.Source(), URL: "http://127.0.0.1:1"}}}
		k := screen{src: src, service: s, log: slog.New(slog.NewTextHandler(&log, nil)), shown: supervise.Shown{Notes: notes}}
		k.recall()
		_, err = s.Track(t.Context(), client.DossierQuery{Code: asked})
		notes = handedOver(t, k.notes())
		return err
	}
	first := person()
	now = now.Add(2 * time.Minute)
	_ = person()
	now = now.Add(2 * time.Minute)
	third := person()
	var why1, why3 *client.UnavailableError
	if !errors.As(first, &why1) || !errors.As(third, &why3) || !why3.Since.Equal(why1.Since) {
		t.Errorf("since %v at first, %v at last", first, third)
	}
	down = false
	now = now.Add(2 * time.Minute)
	_ = person()
	_ = person()
	if n, m := strings.Count(log.String(), "does not answer"), strings.Count(log.String(), "answers again"); n != 1 || m != 1 {
		t.Errorf("told %d and %d times:\n%s", n, m, &log)
	}
}

// The next process knows what one process found out about a system's secrets.
func TestWhatASystemJudgesIsHandedOver(t *testing.T) {
	until := time.Now().Add(time.Hour).Round(0)
	source := func() *opencps.Source {
		var c opencps.Config
		c.Rest.BaseURL, c.Rest.Source = "http://127.0.0.1:1", client.SourceName{ID: "h55"}
		s, err := opencps.New(c)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	run := func(s *opencps.Source, notes map[string]json.RawMessage) *screen {
		src := &wire.Sources{
			Systems: map[string]client.DossierSource{"h55": s, "other": downSource{new(bool)}},
			Asked:   []wire.Asked{{Source: s.Source(), URL: "http://127.0.0.1:1"}},
		}
		return &screen{src: src, service: client.NewService(client.ServiceConfig{}), log: slog.New(slog.DiscardHandler), shown: supervise.Shown{Notes: notes}}
	}
	for _, any := range []bool{true, false} {
		before, after := source(), source()
		if _, known := before.Judged(); known {
			t.Error("known before anybody asked")
		}
		before.Judge(opencps.Judged{TakesAny: any, Until: until})
		run(after, handedOver(t, run(before, nil).notes())).recall()
		if j, known := after.Judged(); !known || j.TakesAny != any || !j.Until.Equal(until) {
			t.Errorf("takes any %v: %+v, %v", any, j, known)
		}
	}
	forever := source()
	forever.Judge(opencps.Judged{Until: time.Now().AddDate(1, 0, 0)})
	if j, _ := forever.Judged(); time.Until(j.Until) > 25*time.Hour {
		t.Errorf("believed until %v", j.Until)
	}
}

// Each process reads the configuration again. When an ID then names another server, nothing
// learnt about the first one is used for it.
func TestNothingIsHandedOverToAnotherSystem(t *testing.T) {
	at := func(url string, notes map[string]json.RawMessage) (*screen, *opencps.Source) {
		var c opencps.Config
		c.Rest.BaseURL, c.Rest.Source = url, client.SourceName{ID: "h55"}
		s, err := opencps.New(c)
		if err != nil {
			t.Fatal(err)
		}
		src := &wire.Sources{
			Systems: map[string]client.DossierSource{"h55": s}, Asked: []wire.Asked{{Source: s.Source(), System: "h55", URL: url}},
		}
		return &screen{src: src, service: client.NewService(client.ServiceConfig{}), log: slog.New(slog.DiscardHandler), shown: supervise.Shown{Notes: notes}}, s
	}
	const first, second = "http://127.0.0.1:1", "http://127.0.0.1:2"
	before, judges := at(first, nil)
	judges.Judge(opencps.Judged{Until: time.Now().Add(time.Hour)})
	before.service.Resume([]client.Outage{{Source: judges.Source(), Cause: client.CauseTimeout, Since: time.Now(), Failed: time.Now(), Rest: time.Minute}})
	notes := handedOver(t, before.notes())
	for url, want := range map[string]bool{first: true, second: false} {
		k, s := at(url, notes)
		k.recall()
		if _, known := s.Judged(); known != want {
			t.Errorf("%s: judged %v, want %v", url, known, want)
		}
		if down := len(k.service.Outages()) > 0; down != want {
			t.Errorf("%s: down %v, want %v", url, down, want)
		}
	}
}

// A note of another version of the program, which may be installed while a kiosk runs, or a
// damaged note, is ignored and does not keep the interface from starting.
func TestNotesOfAnotherVersion(t *testing.T) {
	for _, text := range []string{"", "null", "{", "7", `"x"`, `[{"source":{"ID":"h55"}}]`, `{"h55":{"takes_any":true,"until":"2099-01-01T00:00:00Z"}}`} {
		var c opencps.Config
		c.Rest.BaseURL, c.Rest.Source = "http://127.0.0.1:1", client.SourceName{ID: "h55"}
		s, err := opencps.New(c)
		if err != nil {
			t.Fatal(err)
		}
		src := &wire.Sources{
			Systems: map[string]client.DossierSource{"h55": s}, Asked: []wire.Asked{{Source: s.Source(), URL: "http://127.0.0.1:1"}},
		}
		notes := map[string]json.RawMessage{noteOutages: json.RawMessage(text), noteJudged: json.RawMessage(text)}
		k := &screen{src: src, service: client.NewService(client.ServiceConfig{}), log: slog.New(slog.DiscardHandler), shown: supervise.Shown{Notes: notes}}
		k.recall()
		if _, known := s.Judged(); known || len(k.service.Outages()) > 0 {
			t.Errorf("%s is believed", text)
		}
	}
}

// The next process continues the count of wrong PINs, even where it cannot be saved.
func TestWrongPINsAreHandedOver(t *testing.T) {
	hashed, err := pin.Hash("480213")
	if err != nil {
		t.Fatal(err)
	}
	var kept []byte
	guard := func(note []byte) *pin.Guard {
		g, err := pin.NewGuard(hashed, keeping{pinNote{note: note, file: pin.File("/nonexistent/pin.json")}, &kept}, nil)
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
	for range 3 {
		if g := guard(kept); g.Wait() > 0 {
			t.Fatal("it waits before the free tries are used up")
		} else if ok, _ := g.Try("000000"); ok {
			t.Fatal("a wrong PIN opens")
		}
	}
	if guard(kept).Wait() == 0 {
		t.Error("the wrong tries of the processes before are forgotten")
	}
}

// keeping passes on what a pinNote stores, as the parent does.
type keeping struct {
	pinNote
	kept *[]byte
}

func (k keeping) Save(body []byte) error {
	*k.kept = body
	return k.pinNote.Save(body)
}
