package view

import (
	"fmt"
	"time"

	"motcua/client/code"
	"motcua/client/workday"
	"motcua/tui/text"
)

// CodeProblem says exactly what is wrong with a typed dossier code and how to
// mend it.
func CodeProblem(err *code.Error, e Env) string {
	t := &e.Texts.Errors
	example := fmt.Sprintf(t.Example, text.ExampleCode)
	// got names the offending piece where there is one.
	got := func(with, without string) string {
		if err.Got == "" {
			return without
		}
		return fmt.Sprintf(with, quoted(err.Got))
	}
	switch err.Problem {
	case code.Empty:
		return sentences(t.CodeEmpty, example)
	case code.NoAgency:
		return sentences(got(t.CodeBadAgency, t.CodeNoAgency), example)
	case code.NoDate:
		return sentences(t.CodeNoDate, example)
	case code.DateShort:
		return sentences(got(t.CodeDateShort, t.CodeNoDate), example)
	case code.DateLong:
		return sentences(got(t.CodeDateLong, t.CodeNoDate), example)
	case code.BadMonth:
		return sentences(fmt.Sprintf(t.CodeBadMonth, err.Got, err.Month), checkMiddle(err, e))
	case code.BadDay:
		return sentences(fmt.Sprintf(t.CodeBadDay, err.Got, err.Month, err.Day), checkMiddle(err, e))
	case code.Future:
		return sentences(future(err, e), checkMiddle(err, e))
	case code.NoSerial:
		return sentences(t.CodeNoSerial, example)
	case code.SerialShort:
		return sentences(got(t.CodeSerialShort, t.CodeNoSerial), example)
	case code.SerialLong:
		return sentences(got(t.CodeSerialLong, t.CodeNoSerial), example)
	case code.IsProcedure:
		return isProcedure(err, e)
	case code.IsInsurance:
		return insurance(err, e)
	case code.Ambiguous:
		return sentences(t.CodeAmbiguous, example)
	case code.BadLetter:
		return sentences(got(t.CodeBadLetter, t.CodeBadLetterNone), example)
	default:
		return sentences(t.CodeUnreadable, example)
	}
}

// isProcedure says that the code is a procedure's and how to open it.
func isProcedure(err *code.Error, e Env) string {
	t := &e.Texts.Errors
	what := fmt.Sprintf(t.CodeIsProcedure, err.Got)
	switch e.Medium {
	case Touch:
		return sentences(what, e.Texts.Lobby.IsProcedure)
	case Typed:
		return sentences(what, fmt.Sprintf(t.CodeOpenTyped, err.Got))
	case Command:
		// No full stop: the command is meant to be copied.
		return sentences(what) + " " + fmt.Sprintf(t.CodeOpenCommand, err.Got)
	default:
		return sentences(what, t.CodeOpenKey)
	}
}

// insurance says what the number is and which portal looks it up.
func insurance(err *code.Error, e Env) string {
	t := &e.Texts.Errors
	where := fmt.Sprintf(t.CodeInsuranceAt, code.InsurancePortal)
	if e.Medium == Touch {
		where = t.CodeInsuranceKey
	}
	return sentences(fmt.Sprintf(t.CodeIsInsurance, err.Got), where)
}

// quoteMost bounds what is repeated of what was typed, in runes: 10 KB of junk
// would fill the screen and push away the sentence that helps.
const quoteMost = 20

func quoted(s string) string {
	if r := []rune(s); len(r) > quoteMost {
		return string(r[:quoteMost-1]) + "…"
	}
	return s
}

// checkMiddle points at the digits of the date, as many as were typed.
func checkMiddle(err *code.Error, e Env) string {
	n := len(err.Got)
	if n != 8 {
		n = 6
	}
	return fmt.Sprintf(e.Texts.Errors.CodeCheckMiddle, n)
}

func future(err *code.Error, e Env) string {
	layout := "060102"
	if len(err.Got) == 8 {
		layout = "20060102"
	}
	day, bad := time.ParseInLocation(layout, err.Got, workday.Zone)
	if bad != nil {
		return e.Texts.Errors.CodeNoDate
	}
	return fmt.Sprintf(e.Texts.Errors.CodeFuture, err.Got, e.Texts.Day(day))
}
