// Package rest is the one HTTP path of motcua: every call to a portal goes
// through Client.Do, so that time-outs, retries, the body limit, the content
// check, the User-Agent and the byte count are the same for all of them.
//
// Every failure is a *client.UnavailableError that names the source and one
// cause. Neither errors nor statistics hold a body, a query or a code: a
// dossier's code is personal data.
//
// The package also holds the tolerant JSON types (Line, Text, Number, Flag,
// Millis, List) that the portals' bodies are decoded with. They clean each
// string once, where it is decoded.
package rest
