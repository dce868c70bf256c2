// Package token splits the text of a procedure's page: a row into words, numbers and marks with
// the depth of their brackets, and these into sentences and parts of lists. It also finds
// phrases of several words in them.
//
// The rules name words and not patterns, because conditions, duties and papers begin with
// phrases of one to eight words, and of hundreds the longest must be found. A Lexicon finds it
// by its first word. A Token keeps its position in the row, so that results use the source's
// own letters.
//
// It is our own because libraries for Vietnamese join syllables into words with dictionaries or
// models. Here syllables are enough: only the phrases of our own rules must be found.
package token
