// Package reading reads one row of a procedure's list of papers: which papers it names, who
// needs them, and what in it a person must read.
//
// A row consists of sentences, and a sentence of [condition] [duty] [papers] [condition].
// Official texts often follow no grammar: a row without a verb, three bullets in one row, a
// condition in brackets about the copy. So the rules are our own. Of tries them in a fixed
// order, and each records in Why what it recognised. What can be read in two ways is not given:
// the row becomes ClassClose, or has spans to read closely. Relations between rows are handled
// by package digest.
//
// The files in the best order to read:
//
//	row.go          a row, and the order in which it is tried
//	clause.go       a clause, and conditions on several papers
//	further.go      the parts behind a semicolon
//	contents.go     what a paper has to contain
//	duty.go         sentences with a subject, and those behind the first one
//	consequence.go  what follows a condition in front
//	list.go         lists in a row
//	paper.go        one paper, alone or joined to others
//	limited.go      a paper for some people only
//	advice.go       sentences about papers
//	judge.go        the class of a row, and what in it is to be read closely
package reading
