// Package digest makes the short answer out of what a procedure's page says:
// which papers to bring and when, how long it takes, what it costs, where, and
// the day on which a result is due.
//
// # How a page is read
//
// A page is lists of rows. Each row is taken apart into tokens (token.go), these
// into sentences and the parts of lists (sentence.go), and a part into
// [condition] [duty] [papers] [condition]: conditions in front and behind have
// one grammar (condition.go), duties, lists and what belongs to a name another
// (clause.go), names are the source's own words without what tells no paper from
// another (name.go). Then the page is looked at as a whole: headings
// (heading.go), rows that hang on others, alternatives and repeats (relation.go),
// what an office makes (maker.go). Times (time.go) and fees (digest_fee.go) are
// read from the fields and the words and held against each other. The words that
// the reader knows stand in words.go.
//
// What is not read for sure is not told as a paper, a time or a sum: the row
// stands among Case.Close with the source's own words, TimeWords has the clauses
// on time that differ, a fee keeps its text. Every paper has the spans of its row
// that it was read from, a confidence and the rule that read it, and Digest.Rows
// tells the same row by row.
package digest
