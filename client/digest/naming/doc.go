// Package naming determines a paper's name in the source's own words: where it begins after
// articles, counts and kinds of copies, and which words of its clause distinguish it from other
// papers. Laws, forms, contents and ways of copying are left out.
//
// A name is a list of spans of its row, so that it contains nothing invented and the page can
// show where it was read.
package naming
