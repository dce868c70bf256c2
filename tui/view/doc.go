// Package view turns answers into words of one language, without styling or layout. The
// interface, the commands, the line mode, the voice and the paper slip show the same words,
// so they always say the same thing.
//
// This package has the Document and what it is built from: blocks, sentences, spans, the
// reader's Env, a portal's texts as lines, and the line that names the source. Its
// subpackages make the documents: dossiers and procedures; why for staff; failure when there
// is no answer. They import this package, and why also procedures.
//
// A dossier and a procedure are Documents: blocks in reading order, each of a kind (the
// plate with the appointment, the state, a checklist of papers, the time line), with a
// key and a tone. A block's sentences are spans, so that a medium finds a date, a name
// or a code by its kind and never by searching the words:
//
//	screen   the plate large, a sign in its tone, the time line and papers in columns;
//	         what only some need folded; one case of a procedure at a time
//	ear      spoken dates, codes letter by letter, and the same folds and cases
//	paper    what to do, without a person's name; times with their full date
//	line     as much as a slow line has room for; the oldest steps are left out first
//	typed    the line mode: no sign that stands for a word
//	table    a Row; a procedure has none, because a table lists what one person follows
//
// The content of a document does not depend on the medium, with two exceptions
// (Env.Medium): hints that name what the reader does next, and what a medium has no use
// for: explanations where nothing can be opened, a day counted from today on paper. JSON
// is made from the model and not from the document.
//
// Papers are the portal's words and numbers, and have no spans. Nor have amounts, because a
// voice must write out those in portals' own texts anyway.
package view
