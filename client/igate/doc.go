// Package igate reads dossiers from VNPT iGate, the one-stop system of many
// provinces: a token for the operator's own account, then a search by code
// (portal body: dossier-search/dvc).
//
// The answer of a search contains full personal data. What the code alone may
// show is decoded into a struct that has no field for anything else. The rest
// is decoded only when the asker brought a proof, and kept, masked, only when
// the proof was right.
//
// Three things about iGate are not known: which states exist beside two, in what
// form dates are written, and the keys of its settings file. So a state is shown in
// the portal's own words unless those are one of the ten official names, dates are read
// in every unambiguous form, and the addresses come from the configuration: the settings
// file only helps an operator to check them, see Source.Unlisted.
package igate
