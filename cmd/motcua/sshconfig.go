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
	"motcua/kiosk/deploy"
	"motcua/kiosk/keyfile"
	"motcua/kiosk/server"
	"motcua/tui/text/operator"
)

// sshConfigCommand returns `motcua ssh-config`, which prints a block for a client's
// configuration.
func sshConfigCommand(s *session) *cobra.Command {
	var c deploy.Client
	var known bool
	cmd := &cobra.Command{
		Use: "ssh-config", Short: operator.SSHConfigShort.In(s.lang), Long: operator.SSHConfigLong.In(s.lang),
		Example: "motcua ssh-config --host ssh.don-vi.example.gov.vn\nmotcua ssh-config --host ssh.don-vi.example.gov.vn --known-hosts",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := s.none(cmd, args); err != nil {
				return err
			}
			if s.cfgErr != nil {
				return s.cfgErr
			}
			host, port := reached(s)
			if c.Host == "" {
				c.Host = host
			}
			if !cmd.Flags().Changed("port") {
				c.Port = port
			}
			switch {
			case !deploy.GoodHost(c.Host):
				return s.usage(cmd, operator.SSHConfigBadHost.In(s.lang), clean.Line(c.Host))
			case c.Port < 1 || c.Port > 65535:
				return s.usage(cmd, operator.SSHConfigBadPort.In(s.lang), c.Port)
			}
			if len(s.cfg.Server.Guests) > 0 {
				c.User = s.cfg.Server.Guests[0]
			}
			var err error
			if c.HostKey, err = hostKeyLine(s); err != nil {
				return err
			}
			if known {
				_, err = fmt.Fprintln(s.out, c.KnownHosts())
			} else {
				_, err = fmt.Fprint(s.out, c.Block(s.lang))
			}
			return err
		},
	}
	cmd.Flags().StringVar(&c.Host, "host", "", operator.SSHConfigFlagHost.In(s.lang))
	cmd.Flags().IntVar(&c.Port, "port", 0, operator.SSHConfigFlagPort.In(s.lang))
	cmd.Flags().BoolVar(&known, "known-hosts", false, operator.SSHConfigFlagKnown.In(s.lang))
	return cmd
}

// reached returns host and port of the configured server, as far as this machine knows
// them.
func reached(s *session) (host string, port int) {
	host, name, err := net.SplitHostPort(s.cfg.Server.Listen)
	if err != nil {
		return "", 0
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host, _ = os.Hostname()
	}
	port, _ = strconv.Atoi(name)
	return host, port
}

// hostKeyLine reads the host key. It never creates one, because a key that the server does
// not use would be published.
func hostKeyLine(s *session) (string, error) {
	file := s.cfg.HostKeyFile(s.cfg.ServerState(s.maintained()))
	if file == "" {
		return "", s.fail("%s", operator.NoStateDir.In(s.lang))
	}
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return "", s.fail(operator.SSHConfigNoHostKey.In(s.lang), clean.Line(file))
	}
	key, err := server.ReadHostKey(file, keyfile.OwnerOf(filepath.Dir(file)))
	if err != nil {
		return "", s.fail(operator.SSHConfigBadHostKey.In(s.lang), s.fault(err))
	}
	return key.Line(), nil
}
