// Package ledger keeps the numbers behind limits, each under a key: held places, token
// buckets, penalties that decrease with time. Whose they are and how large they may be is
// package limit's.
//
// [Memory] keeps them with bounded size. [File] keeps buckets and penalties in a file too, so
// that neither a restart of the server nor the change of processes at a kiosk gives them
// back. [Table] is what bounds both.
//
// # Why it is ours
//
// golang.org/x/time/rate has one bucket without a name, a price that is given back, a limit
// on how many there are, or a file. Here a hundred thousand attackers leave 65,536 penalties
// and as many buckets, which take 19 MiB (TestMemoryIsBounded), and an offence among them
// takes half a microsecond (BenchmarkBlame). A database was tried for the file: bbolt 1.4.3
// ends the process on a truncated file, see [File]. What several servers of one province
// share goes through the interface [Ledger], see package shared.
package ledger
