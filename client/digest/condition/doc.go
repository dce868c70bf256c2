// Package condition reads for whom a paper is required: "Trường hợp X thì nộp Y" before it,
// "giấy Y đối với X" and "giấy Y (nếu có)" after it. It distinguishes the beginning of a
// condition from the same words in a name or a law's title, and keeps the source's words.
//
// A When that is not sure is never shown as a condition: a person must read its row.
package condition
