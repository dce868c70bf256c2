// Package shared lets several servers behind one balancer count as one: it keeps the budgets
// against guessing, the penalties and the sessions of an address in a Valkey or Redis.
//
// [Ledger] is a [ledger.Ledger]. The spaces that servers share go to the store, all others
// to the server's own ledger. A look-up pays all its buckets in one script, which takes all
// or nothing (pay.lua). The arithmetic is that of [ledger.Memory], and the numbers of the
// buckets come with each call from package limit, so they stand in one place.
//
// # Time
//
// The store's clock counts, by the command TIME. The servers' clocks differ and step, and a
// server whose clock stands an hour ahead would give back an hour of points at its first
// look-up. A step of the store's clock affects all servers alike.
//
// # What the store sees
//
// Keys are HMAC-SHA-256 of what they name, with a secret that the servers share and the store
// does not know. Values are moments and counts, and everything has a lifetime. No code, name,
// proof, answer or address leaves the process (TestTheStoreLearnsNothing).
//
// # Without the store
//
// Each server charges its own ledger as well, where every bucket is divided by the number of
// servers, but holds at least the points of one look-up. So when the store is gone, slow or
// full, a server continues with its share of what is left, and all together give little more
// than one would. Look-ups of procedures are not charged and notice nothing.
//
// A call waits at most for Timeout, on the goroutine of its look-up or connection. The first
// call that fails turns to the server's own ledger, and later calls do not ask the store. A
// goroutine asks it every second and returns after three good answers, or at once when the
// server starts. If the store was emptied, the server first tells it what was spent, and notes
// that in its own ledger: a server that restarts does not tell it again.
//
// A call that timed out may have been carried out. The look-up is then paid from the server's
// share, and what the store may have taken is not given back. So it is paid at least once, and
// an owner loses at most the highest cost of the look-ups that were in flight: two points of
// their own, three of the day, one of the proof. What is given back goes only to where it was
// taken.
package shared
