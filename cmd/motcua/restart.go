package main

import (
	"reflect"

	"motcua/kiosk/config"
)

// needRestart names what changed between two configurations that a server at
// work cannot change: where it listens, its own keys, and what it asks.
func needRestart(was, is config.Config) []string {
	var list []string
	for _, c := range []struct {
		key     string
		was, is any
	}{
		{"server.listen", was.Server.Listen, is.Server.Listen},
		{"server.metrics", was.Server.Metrics, is.Server.Metrics},
		{"server.state_dir", was.Server.StateDir, is.Server.StateDir},
		{"server.host_key", was.Server.HostKey, is.Server.HostKey},
		{"server.handshake_timeout", was.Server.HandshakeTimeout, is.Server.HandshakeTimeout},
		{"server.log_format", was.Server.LogFormat, is.Server.LogFormat},
		{"national", was.National, is.National},
		{"store", was.Store, is.Store},
		{"sample", was.UsesSample(), is.UsesSample()},
		{"calendar", was.Calendar, is.Calendar},
		{"system", was.Systems, is.Systems},
		{"route", was.EffectiveRoutes(), is.EffectiveRoutes()},
	} {
		if !reflect.DeepEqual(c.was, c.is) {
			list = append(list, c.key)
		}
	}
	return list
}
