// Package decode holds what the readers of the dossier systems' answers share: dates
// in the forms that portals send, the names of the ten national states, and the removal
// of names and numbers of people from words that officials typed.
package decode
