// Package igate plays VNPT iGate: the public settings, the log-in server and the search
// for a dossier.
package igate
