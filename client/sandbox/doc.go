// Package sandbox is the sample portal: an HTTP server with the national portal's
// procedure API and the API of each kind of dossier system. It has the envelopes, fields,
// dates and oddities of the real ones, so that the clients run against it unchanged. All
// dossier APIs serve the same sample dossiers.
//
// The program starts it in its own process when no portal is configured, and
// `motcua sandbox` runs it alone. Its procedures are the real catalogue. Its dossiers are
// made up and dated relative to today. It can be told to fail: see package fault.
//
// This package puts the parts together, as its table parts says: what each is called when
// faults are set, its path and who serves it. Each part is a package that says its calls
// in one table, Routes:
//
//   - national: the procedures of the national portal, and what of them is online
//   - reporting: its reports, with the units that take procedures
//   - one for each kind of dossier system, such as igate
//   - legacy: the national portal's older gateway, for decisions
//
// They share dossiers (the samples, and who finds them), login (who may ask), httpjson
// (requests and answers), fault (what fails), details and pagefile (procedures in full), units (the directory).
// None of them knows another part, nor this package.
package sandbox
