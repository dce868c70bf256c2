// Package wire builds what a configuration names: the catalogue on this machine, the
// systems that know dossiers and the routes to them, the service that answers from both,
// and their hooks for log and metrics.
//
// Every command, the SSH server and the kiosk start from a [Wiring]; those that show
// answers open it, which gives an [Opened]. The package decides nothing beyond the
// configuration and sends no request by itself: the catalogue's file is opened and the
// sample portal started at their first use.
package wire
