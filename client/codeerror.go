package client

import "motcua/client/clean"

// CodeProblem is what is wrong with a dossier code, so that the interface can
// say exactly that.
type CodeProblem int

// The problems, in the order in which a person types a code.
const (
	CodeUnreadable  CodeProblem = iota + 1 // holds no code at all
	CodeEmpty                              // nothing typed yet
	CodeNoAgency                           // the agency part is missing or cannot be one
	CodeNoDate                             // the date part is missing
	CodeDateShort                          // the date part has too few digits
	CodeDateLong                           // the date part has too many digits
	CodeBadMonth                           // the month is not 1 to 12: Got holds it
	CodeBadDay                             // that month has no such day: Got holds it
	CodeFuture                             // the date lies ahead
	CodeNoSerial                           // the number of the day is missing
	CodeSerialShort                        // fewer than 4 digits
	CodeSerialLong                         // more than 7 digits
	CodeIsProcedure                        // a procedure's code: Got holds it, canonical
	CodeBadLetter                          // a character that no code has: Got holds it
	CodeAmbiguous                          // dashes are missing and it is not clear which code is meant
	CodeIsInsurance                        // a number of social insurance: Got holds it, as it is printed
)

var problemWords = [...]string{
	"no problem", "no code in it", "nothing typed", "agency missing or wrong", "date missing",
	"date too short", "date too long", "no such month", "no such day in that month", "date lies ahead",
	"number of the day missing", "number of the day too short", "number of the day too long",
	"a procedure's code", "a character that no code has", "two codes can be meant",
	"a number of social insurance",
}

// String is for logs.
func (p CodeProblem) String() string {
	if p < 0 || int(p) >= len(problemWords) {
		return "unknown problem"
	}
	return problemWords[p]
}

// CodePart names a group of a dossier code.
type CodePart int

// The three parts; PartNone when the error is about the whole.
const (
	PartNone CodePart = iota
	PartAgency
	PartDate
	PartSerial
)

// CodeError says what is wrong with a typed code and where.
type CodeError struct {
	Problem CodeProblem
	Part    CodePart
	Input   string // what was typed, sanitised
	Got     string // the offending piece, e.g. "261320" or "1.004194"
	Month   int    // for CodeBadMonth and CodeBadDay
	Day     int    // for CodeBadDay
}

// Error is for logs: it says what is wrong and repeats nothing of the code.
func (e *CodeError) Error() string { return "dossier code: " + e.Problem.String() }

// about completes a fault with what was typed, both safe to show.
func (e *CodeError) about(typed string) *CodeError {
	e.Input = clean.Line(clip(typed, maxCodeInput))
	e.Got = clean.Line(e.Got)
	return e
}
