// Package find ranks the procedures of the catalogue by what people mean. It
// understands everyday words for procedures, abbreviations, text without diacritics,
// spelling by ear, mistyped letters, words without blanks between them, the raw keys of
// Telex and VNI, codes and parts of codes, and whole sentences.
//
// An Engine compares a question with titles. A procedure has several: its official
// name, and the phrases that people use for it (words.txt, phrases). The best title counts; all
// words of the titles together count a little less. A question goes through these
// steps:
//
//	split      question.go, runon.go  into words; words without blanks are taken apart
//	read       reading.go             what each word may mean, by slip.go and keys.go;
//	                                  neighbours decide between readings
//	carriers   question.go            words of a request ("tôi muốn ... thì làm ở đâu")
//	                                  count little
//	rewrite    rewrite.go             "bằng lái" becomes "giấy phép lái xe"
//	rank       rank.go, score.go      by how much of the question a title answers, how
//	                                  much of the title was asked, in which order,
//	                                  and how often the procedure is used
//	mark       mark.go                the words of the name that matched
//
// # Quality
//
// testdata/queries.tsv holds more than seven hundred questions. TestQuality prints how
// many right answers are among the first three, by kind of question, and requires 95 %.
// For comparison, a portal's substring search finds 7 % and BM25 over folded words 39 %.
// The words and weights were tuned on two thirds of the questions, so the total is too
// good. More telling is how many new questions were found before anything was changed
// for them: 90.6 % of the third of the first round that was kept aside, 95.8 % of short
// questions, 80 % of whole stories.
//
// # Why an index of our own
//
// The index is a map from syllables to titles, a hundred lines; the rest is knowledge of
// the language that any engine would need before or after it. Measured over the same
// 4,578 procedures and 646 questions, on two cores that other work shared (find:
// go test -bench . ./client/find):
//
//	                     hit@3   per key, median   build    cold open, first answer
//	SQLite FTS5, words    40 %   3.6 ms             60 ms   1.3 ms
//	SQLite FTS5, trigram  33 %   0.9 ms            230 ms   1.7 ms
//	bleve v2              42 %   0.2 ms            320 ms   0.4 ms; 13 MB more program
//	bleve v2, 1 edit      10 %   3.0 ms
//	find, as tuned        99 %   0.25 ms            23 ms   23 ms (built in memory)
//
// Both libraries match words as they are indexed, one reading of a word at a time. Here
// a syllable has a dozen readings with different costs, neighbours choose among them,
// and a word of the question counts once whichever of its readings a title contains. A
// library can express that only as an OR of all readings, which is slower than the budget
// with FTS5 and loses the order and the neighbours that the ranking depends on. A fuzzy
// query that knows no Vietnamese is worse: every syllable is one letter away from
// twenty others.
package find
