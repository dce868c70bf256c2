package main

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/kiosk/config"
)

// downSource is a system that does not answer, or does.
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

// Three people find a system down, each in a process of their own, and the fourth finds
// it up: the log tells of one outage and its end, and the third is told since when.
func TestAnOutageIsToldOnceWhoeverComes(t *testing.T) {
	file := filepath.Join(t.TempDir(), "state", "outages.json")
	var log bytes.Buffer
	down := true
	now := time.Now()
	asked, err := code.ParseDossier("H55.17.05-261120-0007")
	if err != nil {
		t.Fatal(err)
	}
	person := func() error {
		cal, err := calendar(config.Calendar{})
		if err != nil {
			t.Fatal(err)
		}
		s := client.NewService(client.ServiceConfig{
			Routes: []client.Route{{Match: "*", Sources: []client.DossierSource{downSource{&down}}}}, Calendar: cal, Now: func() time.Time { return now },
		})
		keepOutages(s, slog.New(slog.NewTextHandler(&log, nil)), file)
		_, err = s.Track(t.Context(), client.DossierQuery{Code: asked})
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
