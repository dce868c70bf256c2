// Package dossier is the page of a dossier: the appointment first, then whether it is
// early, on time or late, then what to do, then the timeline; and the field for the proof
// that the dossier is the person's own.
package dossier
