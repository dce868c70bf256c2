// Package sandbox is the sample portal: an HTTP server that speaks the national
// portal's procedure API and the dossier APIs of the integration adapter, of
// VNPT iGate and of OpenCPS v2, with the envelopes, fields, dates and oddities
// of the real ones, so that the clients run against it unchanged. The same
// sample dossiers stand behind all three.
//
// The program starts it in its own process when no portal is configured, and
// `motcua sandbox` runs it alone. Its procedures are the real catalogue; its
// dossiers are made up, dated relative to today, and listed by Samples. It can
// be told to fail: see Fault.
package sandbox
