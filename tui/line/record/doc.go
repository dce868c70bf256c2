// Package record formats the answers as data for programs: one JSON object a line, with
// fixed keys in a fixed order, null for absent values, and times in RFC 3339 with Vietnam's
// offset.
//
// Lists are null when their content is unknown: missing and fees of a dossier while only a
// proof would show them, and the lists of a procedure of which only the heading is known.
//
// A script that counts lines must not miss one, so an input without an answer is an object
// with the same keys, all null, followed by an error. found is null when nobody knows;
// false is the answer that nothing matches.
package record
