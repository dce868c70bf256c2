// Package find ranks the procedures of the catalogue by what people mean: the
// everyday words for them, abbreviations, text without diacritics, slips of the
// ear, mistyped letters, words run together, the raw keys of Telex and VNI,
// codes and parts of codes, whole sentences.
//
// An Engine compares a question with titles. A procedure has several: its
// official name, and the phrases that people say for it (words.txt). The best
// one counts; all their words together count a little less. The way of a
// question:
//
//	split      question.go, runon.go  into words, those run together taken apart
//	read       reading.go             what each word may mean, by slip.go and keys.go;
//	                                  neighbours decide between readings
//	carriers   question.go            "tôi muốn ... thì làm ở đâu" says little
//	rewrite    rewrite.go             "bằng lái" is "giấy phép lái xe"
//	rank       rank.go, score.go      how much of the question a title answers, how
//	                                  much of the title was asked, in which order,
//	                                  and how often the procedure is used
//	mark       mark.go                which words of the name were met
//
// # Quality
//
// testdata/queries.tsv holds more than seven hundred questions; TestQuality
// publishes the right answers among the first three by kind, beside a portal's
// substring box (7 % of them) and BM25 over folded words (39 %), and holds the
// floor of 95 %. Two thirds of the questions taught the words and the weights,
// so that the figure over all flatters. What tells more is how many of a round
// of new questions were found before anything was changed for them: 90.6 % of
// the first round's third that was kept aside, 95.8 % of short questions, 80 %
// of whole stories.
//
// # Why an index of our own
//
// The index is a map from syllables to titles, a hundred lines; the rest is
// knowledge of the language that any engine would need before or after it.
// Measured over the same 4,578 procedures and 646 questions, on two cores that
// others shared (find: go test -bench . ./client/find):
//
//	                     hit@3   per key, median   build    cold open, first answer
//	SQLite FTS5, words    40 %   3.6 ms             60 ms   1.3 ms
//	SQLite FTS5, trigram  33 %   0.9 ms            230 ms   1.7 ms
//	bleve v2              42 %   0.2 ms            320 ms   0.4 ms; 13 MB more program
//	bleve v2, 1 edit      10 %   3.0 ms
//	find, as tuned        99 %   0.25 ms            23 ms   23 ms (built in memory)
//
// Both libraries match words as they are indexed, one reading of a word at a
// time. That a syllable has a dozen readings with different costs, that
// neighbours choose among them and that a slot of the question counts once
// whichever reading a title holds, can only be said to them as an OR of all
// readings: slower than the budget with FTS5, and without the order and the
// neighbours that the ranking lives on. A fuzzy query that knows no Vietnamese
// makes it worse: every syllable is one letter away from twenty others.
package find
