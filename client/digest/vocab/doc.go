// Package vocab has the words that several rules use: nouns of papers, beginnings of
// conditions, duties, people and offices. A word that only one rule uses is next to that rule.
package vocab
