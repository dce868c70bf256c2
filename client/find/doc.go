// Package find ranks the procedures of the catalogue by what people mean: the
// everyday words for them, abbreviations, text without diacritics, slips of the
// ear, mistyped letters, words run together, the raw keys of Telex and VNI,
// codes and parts of codes, whole sentences.
//
// An Engine compares a question with titles. A procedure has several: its
// official name, and the phrases that people say for it (words.txt). The best
// one counts. The way of a question:
//
//	split      text.go, runon.go    into words, those run together taken apart
//	read       reading.go           what each word may mean, by slip.go and keys.go;
//	                                neighbours decide between readings
//	carriers   question.go          "tôi muốn ... thì làm ở đâu" says little
//	rewrite    rewrite.go           "bằng lái" is "giấy phép lái xe"
//	rank       rank.go, score.go    how much of the question a title answers, how
//	                                much of the title was asked, in which order,
//	                                and how often the procedure is used
//	mark       mark.go              which words of the name were met
package find
