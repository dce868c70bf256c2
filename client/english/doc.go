// Package english holds what the program can say in English about procedures whose texts are
// Vietnamese: the titles of procedures (titles/*.txt) and what people call them
// (phrases.txt), the names of their fields (fields.txt), what they do (verbs.txt), and the
// names of common papers (papers.txt).
//
// All of it is a help to read the official words, never a replacement for them: screens
// show it above or beside these. Package wish finds procedures by these words.
package english
