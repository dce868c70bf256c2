// Package track is the command that looks dossiers up: one, several, whole lists of codes at
// a portal's pace, and --watch, which asks again until they are finished.
package track
