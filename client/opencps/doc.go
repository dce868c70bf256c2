// Package opencps reads dossiers from OpenCPS v2, the open source one-stop
// system of ministries and provinces (portal body: /o/rest/v2/dossiers).
//
// The proof is the secret of four characters on the receipt. The portal itself checks
// it and answers a wrong one with HTTP 203 and a message. Without a secret the portal may
// answer or refuse; what it shows then is decoded into a struct that has no field for
// anything personal. A portal that accepts any secret is detected and treated as one
// without secrets, see judging.go.
//
// Three things about it are not known:
//
//   - whether a dossier can be asked for by the code that is printed (dossierNo).
//     Known are its number in the database and its referenceUid. By default the
//     code is sent in their place; Config.Path and Config.CodeField send it
//     elsewhere. An answer counts only when it carries the code asked for.
//   - what an extendDate means. Only the dueDate is used as the appointment.
//   - the fields of a process step. Steps are asked for when the configuration
//     names them (Config.Steps); else the dossier's own dates are the time line.
package opencps
