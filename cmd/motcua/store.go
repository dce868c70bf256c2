package main

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"motcua/client/national"
	"motcua/client/store"
)

// store is the catalogue on this machine. Its file is opened when it is first
// asked: a look-up of one dossier does without.
func (a *app) store() *store.Store {
	if a.kept == nil {
		opts := store.Options{FreshFor: a.cfg.Store.Refresh, Portal: national.DefaultSource, Name: store.FileName("national", a.cfg.National.URL), Panicked: a.reports.panicked}
		if a.cfg.UsesSample() {
			// Made-up answers never mix with real ones.
			opts.Portal, opts.Name = samplePortal, "sample"
			// The portal is in this process: asking it costs nothing, and it
			// changes with the program.
			opts.FreshFor = time.Nanosecond
		}
		dir := a.cfg.Store.Dir
		if dir == "" {
			dir = stateDir(os.Getenv)
		}
		a.kept = store.Later(dir, opts)
		a.closeLater(func() { _ = a.kept.Close() })
	}
	return a.kept
}

// stateDir is where the program keeps what lasts: the folder that systemd made
// for its service, the state folder of the XDG base directories, or the local
// application data of Windows. It is empty when the environment names none.
func stateDir(getenv func(string) string) string {
	// systemd.exec(5): several folders are separated by colons.
	if dir, _, _ := strings.Cut(getenv("STATE_DIRECTORY"), ":"); filepath.IsAbs(dir) {
		return dir
	}
	for _, place := range []struct {
		env   string
		below string
	}{
		{"XDG_STATE_HOME", ""},
		{"LocalAppData", ""},
		{"HOME", filepath.Join(".local", "state")},
	} {
		// A relative path counts as none (XDG Base Directory Specification).
		if dir := getenv(place.env); filepath.IsAbs(dir) {
			return filepath.Join(dir, place.below, "motcua")
		}
	}
	return ""
}
