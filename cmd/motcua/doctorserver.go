package main

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"

	"motcua/kiosk/doctor"
	"motcua/kiosk/keyfile"
	"motcua/kiosk/staff"
)

// doctorServer is what the doctor tries of a server.
func (a *app) doctorServer(ctx context.Context) doctor.Server {
	dir := a.serverDir()
	account := keyfile.OwnerOf(dir)
	return doctor.Server{
		StateDir: dir, HostKey: hostKeyFile(a.cfg, dir), AuditKey: auditKeyFile(dir), Budgets: budgetsIn(dir), Account: account, Trace: os.Getenv("TEA_TRACE"),
		Free: func(addr string) error {
			l, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
			if err != nil {
				return err
			}
			return l.Close()
		},
		Writable: writable, Files: openFiles,
		Staff: func() []staff.Problem {
			s := a.cfg.Server
			return staff.ReadAs(account, staff.Files{Keys: s.StaffKeys, CAs: s.StaffCAs, Revoked: s.RevokedKeys}).Problems()
		},
	}
}

// writable tells whether a folder, or the nearest one above it that is there,
// can be written to. It leaves nothing behind.
func writable(dir string) error {
	for {
		f, err := os.CreateTemp(dir, ".motcua-*")
		if errors.Is(err, fs.ErrNotExist) && filepath.Dir(dir) != dir {
			dir = filepath.Dir(dir)
			continue
		}
		if err != nil {
			return err
		}
		return errors.Join(f.Close(), os.Remove(f.Name()))
	}
}
