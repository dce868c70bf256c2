// Package pin protects a kiosk's operator page with a PIN: a few digits, stored as an
// argon2id hash, and growing pauses after wrong ones.
//
// The hash does not protect six digits against somebody who has it, because a million tries
// take little time. It only keeps people from reading the PIN, which may be in use
// elsewhere, in the configuration. The pauses (Guard), which survive a restart, prevent
// guessing at the screen.
package pin
