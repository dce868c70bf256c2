// Package pin guards the page for staff of a lobby kiosk with a PIN: a few
// digits, kept as an argon2id hash, and pauses between wrong ones that grow.
//
// The hash alone does not protect six digits from somebody who has read it: a
// million tries are soon made. It keeps the PIN, which people use elsewhere too,
// from being read off the config at a glance; what keeps it from being guessed at
// the screen are the pauses (Guard), which outlive a restart.
package pin
