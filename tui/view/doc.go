// Package view turns answers into words of one language, without styling or
// layout. The interface, the commands, the line mode, the ear and the paper slip
// draw the same words, so they always say the same thing.
//
// A dossier is a Document: blocks in reading order, each of a kind (the plate with
// the appointment, the state, a list, the time line), with a key, a tone, and a mark
// where only a proof opened it. A block's sentences are spans, so that a medium finds
// a date, a name or a code by what it is and never by searching the words:
//
//	screen   the plate large, a sign in its tone, the time line in columns
//	ear      the plate's day as one says it, codes letter by letter
//	paper    no person's name; moments with their date in full
//	line     as much as a slow line has room for, oldest steps left out first
//	typed    the line mode: no sign that stands for a word
//	table    a Row
//
// What is in a document does not depend on the medium, but for the hints that name
// what the reader does next (Env.Medium). JSON reads the model and not the document.
//
// A procedure is still a model of finished sentences (ProcedureView).
package view
