// Package integration reads dossiers from a province's integration adapter, the service
// through which an agency's account exchanges dossiers: a log-in, then TraCuuHoSo for
// one dossier and a progress service for its steps.
//
// The adapter's answers contain full personal data. What the code alone may show is
// decoded into a struct that has no field for anything else. The rest is decoded only
// when the asker brought a proof, and kept only when it was right. Names of officials are
// never kept.
package integration
