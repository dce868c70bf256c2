// Package rest holds the only HTTP client of motcua: every call to a portal goes through
// Client.Do, so that time-outs, retries, the body limit, the content check, the
// User-Agent and the byte count are the same for all of them.
//
// Every failure is a *client.UnavailableError with the source and one cause. Neither
// errors nor statistics contain a body, a query or a code: a dossier's code is personal
// data.
//
// The package also holds the tolerant JSON types (Line, Text, Number, Flag, Millis, List)
// for the portals' bodies. They sanitise each string once, where it is decoded.
//
// # Why the retry loop is ours
//
// resty makes the requests, limits their bodies, and calls hooks before they are sent. Its
// retries (v2.17.2: SetRetryCount, a condition, SetRetryAfter) were tried instead of the loop
// in Do. By themselves they violate three requirements, each of which has a test that fails:
//   - They start a wait that exceeds the deadline of the call (TestDeadlineWins).
//   - They do not call the condition for an attempt that the deadline ended, so the part of
//     its answer that arrived is not examined (TestFaults, "hang in the body").
//   - A call that ends during a wait returns the answer of the attempt before as its result
//     (TestCancelWhileWaiting, "in the back-off").
//
// With additional code all tests pass, but that is longer, 59 lines instead of 22: a condition
// for each call, a callback of the whole client that returns the wait and finds its call in
// the context, and a second examination after the last attempt.
package rest
