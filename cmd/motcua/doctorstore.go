package main

import (
	"errors"
	"os"
	"path/filepath"

	"motcua/kiosk/doctor"
)

// doctorStore is what the doctor looks at of the catalogue on this machine.
func (a *app) doctorStore() doctor.Store {
	return doctor.Store{
		Inspect: a.store().Inspect, Writable: writable,
		Room: func(dir string) (uint64, bool) { return room(nearest(dir)) },
	}
}

// nearest is the folder, or the first one above it that is there.
func nearest(dir string) string {
	for {
		_, err := os.Stat(dir)
		up := filepath.Dir(dir)
		if err == nil || !errors.Is(err, os.ErrNotExist) || up == dir {
			return dir
		}
		dir = up
	}
}
