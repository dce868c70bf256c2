package main

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"

	"motcua/client/clean"
	"motcua/kiosk/config"
	"motcua/kiosk/deploy"
	"motcua/kiosk/keyfile"
	"motcua/kiosk/server"
)

// sshConfigCommand is `motcua ssh-config`: what a client writes into its own
// configuration.
func (a *app) sshConfigCommand() *cobra.Command {
	w := serveWords
	var c deploy.Client
	var known bool
	cmd := &cobra.Command{
		Use: "ssh-config", Short: w.sshShort.in(a.lang), Long: w.sshLong.in(a.lang),
		Example: "motcua ssh-config --host ssh.don-vi.example.gov.vn\nmotcua ssh-config --host ssh.don-vi.example.gov.vn --known-hosts",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.none(cmd, args); err != nil {
				return err
			}
			if a.cfgErr != nil {
				return a.cfgErr
			}
			host, port := a.reached()
			if c.Host == "" {
				c.Host = host
			}
			if !cmd.Flags().Changed("port") {
				c.Port = port
			}
			switch {
			case !deploy.GoodHost(c.Host):
				return a.usage(cmd, w.badHost.in(a.lang), clean.Line(c.Host))
			case c.Port < 1 || c.Port > 65535:
				return a.usage(cmd, w.badPort.in(a.lang), c.Port)
			}
			if len(a.cfg.Server.Guests) > 0 {
				c.User = a.cfg.Server.Guests[0]
			}
			var err error
			if c.HostKey, err = a.hostKeyLine(); err != nil {
				return err
			}
			if known {
				_, err = fmt.Fprintln(a.out, c.KnownHosts())
			} else {
				_, err = fmt.Fprint(a.out, c.Block(a.lang))
			}
			return err
		},
	}
	cmd.Flags().StringVar(&c.Host, "host", "", w.flagHost.in(a.lang))
	cmd.Flags().IntVar(&c.Port, "port", 0, w.flagPort.in(a.lang))
	cmd.Flags().BoolVar(&known, "known-hosts", false, w.flagKnown.in(a.lang))
	return cmd
}

// reached is where the configured server is reached, as far as this machine
// knows.
func (a *app) reached() (host string, port int) {
	host, name, err := net.SplitHostPort(a.cfg.Server.Listen)
	if err != nil {
		return "", 0
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host, _ = os.Hostname()
	}
	port, _ = strconv.Atoi(name)
	return host, port
}

// hostKeyName is the host key's file in the folder of the server, as OpenSSH
// calls it.
const hostKeyName = "ssh_host_ed25519_key"

// hostKeyFile is where the server's key lies, empty when nothing names a place.
func hostKeyFile(c config.Config, dir string) string {
	switch {
	case c.Server.HostKey != "":
		return c.Server.HostKey
	case dir == "":
		return ""
	default:
		return filepath.Join(dir, hostKeyName)
	}
}

// auditKeyFile is where the key of the audit log lies.
func auditKeyFile(dir string) string {
	if dir == "" {
		return ""
	}
	return filepath.Join(dir, "audit.key")
}

// hostKeyLine reads the host key. It makes none: one that the server does not
// use would be published.
func (a *app) hostKeyLine() (string, error) {
	file := hostKeyFile(a.cfg, a.serverDir())
	if file == "" {
		return "", a.fail("%s", serveWords.noStateDir.in(a.lang))
	}
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return "", a.fail(serveWords.noHostKey.in(a.lang), clean.Line(file))
	}
	key, err := server.ReadHostKey(file, keyfile.OwnerOf(filepath.Dir(file)))
	if err != nil {
		return "", a.fail(serveWords.badHostKey.in(a.lang), a.fault(err))
	}
	return key.Line(), nil
}
