// Package dossiers says a dossier in words: the appointment first and how the dossier stands
// to it, the state, what the person does now, and the time line.
package dossiers
