// Package store keeps the catalogue of procedures on this machine, in one SQLite
// file: the list as it was last read from the portal, details fetched so far,
// the state of a sync under way, and what changed since the last one. It answers
// searches and look-ups with no byte on the line.
//
// It holds public texts only. Dossiers are personal data and never come here.
package store
