// Package daemon runs the SSH server as a process: it builds the server from a
// configuration, reloads and stops on signals, and has the metrics, the log and the memory
// limit.
//
// Package server answers connections and knows no configuration. In this package new.go
// builds the server, run.go waits for signals, and reload.go applies either everything that
// a new configuration may change or nothing.
package daemon
