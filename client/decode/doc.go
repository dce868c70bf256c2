// Package decode holds what the dossier systems have in common when their
// answers are read: dates in the forms that portals send, the names of the ten
// national states, and what must be taken out of words that officials typed.
package decode
