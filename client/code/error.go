package code

import "motcua/client/clean"

// Problem is what is wrong with a dossier code, so that the interface can tell the
// person exactly that.
type Problem int

// The problems, in the order in which a person types a code.
const (
	Unreadable  Problem = iota + 1 // contains no code at all
	Empty                          // nothing typed yet
	NoAgency                       // the agency part is missing or cannot be one
	NoDate                         // the date part is missing
	DateShort                      // the date part has too few digits
	DateLong                       // the date part has too many digits
	BadMonth                       // the month is not 1 to 12: Got holds it
	BadDay                         // that month has no such day: Got holds it
	Future                         // the date is in the future
	NoSerial                       // the number of the day is missing
	SerialShort                    // fewer than 4 digits
	SerialLong                     // more than 7 digits
	IsProcedure                    // a procedure's code: Got holds it, canonical
	BadLetter                      // a character that no code contains: Got holds it
	Ambiguous                      // dashes are missing and it is not clear which code is meant
	IsInsurance                    // a number of social insurance: Got holds it, as it is printed
)

var problemWords = [...]string{
	"no problem", "no code in it", "nothing typed", "agency missing or wrong", "date missing",
	"date too short", "date too long", "no such month", "no such day in that month", "date lies ahead",
	"number of the day missing", "number of the day too short", "number of the day too long",
	"a procedure's code", "a character that no code has", "two codes can be meant",
	"a number of social insurance",
}

// String is for logs.
func (p Problem) String() string {
	if p < 0 || int(p) >= len(problemWords) {
		return "unknown problem"
	}
	return problemWords[p]
}

// Part names a group of a dossier code.
type Part int

// The three parts; PartNone when the error is about the whole.
const (
	PartNone Part = iota
	PartAgency
	PartDate
	PartSerial
)

// Error says what is wrong with a typed code and where.
type Error struct {
	Problem Problem
	Part    Part
	Input   string // what was typed, sanitised
	Got     string // the wrong piece, e.g. "261320" or "1.004194"
	Month   int    // for BadMonth and BadDay
	Day     int    // for BadDay
}

// Error is for logs: it names the problem and repeats no part of the code.
func (e *Error) Error() string { return "dossier code: " + e.Problem.String() }

// about adds what was typed to a fault, made safe to show.
func (e *Error) about(typed string) *Error {
	e.Input = clean.Line(clip(typed, maxCodeInput))
	e.Got = clean.Line(e.Got)
	return e
}
