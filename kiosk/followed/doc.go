// Package followed keeps the list of dossiers that a member of staff follows in a file, if and
// how that person chose it. Without a choice nothing is written.
//
// Codes alone are a plain text with a code a line, which `track --file` reads too; the mode of
// the file (0600) is all that protects it. A sealed list also has what the rows showed last, so
// that a change since the last session is news. It is an age file (age-encryption.org/v1) with a
// passphrase that only the person knows: its key is derived by scrypt, and it is written
// nowhere. `age -d` opens it without this program.
//
// A sealed list is safe from whoever gets the file: a stolen disk, a backup, another
// administrator, the operator of a server that is not in use at that moment. It is not safe from
// somebody who controls the machine while the list is open, who reads memory and keys; it is as
// weak as its passphrase; and its size and times tell how many dossiers are followed and when.
// After a change from codes to a sealed list the disk may still hold the old blocks.
//
// Over SSH each key has a file of its own, so a person finds the list again on every computer
// with that key, and nobody else's. Sessions of one person at the same time add and remove
// independently: each writes only what it changed itself. Every write is a new file that takes
// the old one's name, so a crash leaves the one or the other. A file that cannot be read is
// renamed and never deleted.
package followed
