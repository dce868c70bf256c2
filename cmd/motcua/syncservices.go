package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"motcua/client/clean"
	"motcua/kiosk/deploy"
)

// varLib is where systemd makes the folders of services (systemd.exec(5),
// StateDirectory=).
const varLib = "/var/lib"

// tellServices says which catalogue a sync fills where a service of this machine
// has one of its own: somebody who logged in as root would look in vain for what
// was brought.
func (s *syncRun) tellServices(base string) {
	own := s.store().Path()
	if own == "" || s.cfg.Store.Dir != "" || s.cfg.UsesSample() || s.json {
		return
	}
	for _, u := range servicesBeside(base, filepath.Dir(own)) {
		s.tell(fmt.Sprintf(configWords.otherStore.in(s.lang), clean.Line(filepath.Dir(own)), u.Name, u.State(base), u.Run(thisProgram(), nil, "sync")))
	}
}

// servicesBeside are the services of an installation whose folder is there and is
// another one than own. One that this account may not look into is there too.
func servicesBeside(base, own string) []deploy.Unit {
	var list []deploy.Unit
	for _, u := range deploy.Units() {
		dir := u.State(base)
		_, err := os.Stat(dir)
		if err != nil && !errors.Is(err, fs.ErrPermission) || sameFolder(dir, own) {
			continue
		}
		list = append(list, u)
	}
	return list
}

// sameFolder follows links: the folder of a service whose account is made when it
// starts is one to /var/lib/private.
func sameFolder(a, b string) bool {
	x, errX := filepath.EvalSymlinks(a)
	y, errY := filepath.EvalSymlinks(b)
	return a == b || errX == nil && errY == nil && x == y
}
