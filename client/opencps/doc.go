// Package opencps reads dossiers from OpenCPS v2, the open source one-stop
// system of ministries and provinces (portal body: /o/rest/v2/dossiers).
//
// The proof is the secret of four characters that is printed on the receipt;
// the portal itself checks it. A wrong one is answered with HTTP 203 and a
// message. Without a secret the portal may answer or refuse: what it shows then
// is decoded into a struct that has no field for anything personal. A portal that
// takes any secret is found out, and then it has no secrets, see judging.go.
//
// Three things are left open by what is known of it:
//
//   - whether a dossier can be asked for by the code that is printed
//     (dossierNo). Known are its number in the database and its referenceUid.
//     By default the code stands in their place; Config.Path and
//     Config.CodeField send it elsewhere. Whatever comes back counts only when
//     it carries the code that was asked for.
//   - what an extendDate means. The appointment is the dueDate alone.
//   - the fields of a process step. Steps are asked for when the configuration
//     names them (Config.Steps); else the dossier's own dates are the time line.
package opencps
