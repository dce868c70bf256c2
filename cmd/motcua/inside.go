package main

import (
	"os"
	"path/filepath"

	"motcua/kiosk/config"
	"motcua/kiosk/deploy"
)

// inside is the command line by which root runs a command of this program as the
// service does that the configuration in use is for: with its account, its folder
// and its credentials.
func (a *app) inside(args ...string) string {
	units := deploy.Units()
	unit := units[0]
	for _, u := range units {
		if u.Config == a.cfg.File {
			unit = u
		}
	}
	if file, err := filepath.Abs(a.cfg.File); a.cfg.File != "" && err == nil {
		unit.Config = file
	}
	var credentials []string
	for _, s := range a.cfg.Systems {
		credentials = append(credentials, s.Credentials()...)
	}
	return unit.Run(thisProgram(), credentials, args...)
}

// needsSecrets tells what keeps systems from being asked: secrets that are there
// inside the service alone.
func (a *app) needsSecrets() error {
	if outside := a.cfg.Outside(); len(outside) > 0 && !a.cfg.UsesSample() {
		return &config.Error{Problems: outside}
	}
	return nil
}

// thisProgram is where it lies, for a command line.
func thisProgram() string {
	if name, err := os.Executable(); err == nil {
		return name
	}
	return "motcua"
}
