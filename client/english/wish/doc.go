// Package wish finds procedures by what people ask for in English. It is a small index over
// the English names of procedures: words in lower case, light stems, words that mean the
// same (wishes.txt), mistyped letters, and the beginning of the last word.
//
//	glossary.go  the knowledge of English: words that mean the same, phrases, carriers
//	stem.go      forms and spellings of one word
//	index.go     which names contain a word, and what a word of a question may mean
//	gate.go      whether a question is English at all: most of those who ask are not
//	search.go    how well a name answers
//
// A question in Vietnamese, also one typed without marks, must never come here: "the" is thẻ,
// "to khai" is tờ khai, "can cuoc" is căn cước. The gate lets through what cannot be
// Vietnamese only.
package wish
