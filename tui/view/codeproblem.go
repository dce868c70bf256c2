package view

import (
	"fmt"
	"time"

	"motcua/client"
	"motcua/client/workday"
	"motcua/tui/text"
)

// CodeProblem says exactly what is wrong with a typed dossier code and how to
// mend it.
func CodeProblem(err *client.CodeError, e Env) string {
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
	case client.CodeEmpty:
		return sentences(t.CodeEmpty, example)
	case client.CodeNoAgency:
		return sentences(got(t.CodeBadAgency, t.CodeNoAgency), example)
	case client.CodeNoDate:
		return sentences(t.CodeNoDate, example)
	case client.CodeDateShort:
		return sentences(got(t.CodeDateShort, t.CodeNoDate), example)
	case client.CodeDateLong:
		return sentences(got(t.CodeDateLong, t.CodeNoDate), example)
	case client.CodeBadMonth:
		return sentences(fmt.Sprintf(t.CodeBadMonth, err.Got, err.Month), checkMiddle(err, e))
	case client.CodeBadDay:
		return sentences(fmt.Sprintf(t.CodeBadDay, err.Got, err.Month, err.Day), checkMiddle(err, e))
	case client.CodeFuture:
		return sentences(future(err, e), checkMiddle(err, e))
	case client.CodeNoSerial:
		return sentences(t.CodeNoSerial, example)
	case client.CodeSerialShort:
		return sentences(got(t.CodeSerialShort, t.CodeNoSerial), example)
	case client.CodeSerialLong:
		return sentences(got(t.CodeSerialLong, t.CodeNoSerial), example)
	case client.CodeIsProcedure:
		how := t.CodeOpenKey
		if e.Touch {
			how = e.Texts.Lobby.IsProcedure
		}
		if e.Command {
			// No full stop: the command is meant to be copied.
			return sentences(fmt.Sprintf(t.CodeIsProcedure, err.Got)) + " " + fmt.Sprintf(t.CodeOpenCommand, err.Got)
		}
		return sentences(fmt.Sprintf(t.CodeIsProcedure, err.Got), how)
	case client.CodeIsInsurance:
		return insurance(err, e)
	case client.CodeAmbiguous:
		return sentences(t.CodeAmbiguous, example)
	case client.CodeBadLetter:
		return sentences(got(t.CodeBadLetter, t.CodeBadLetterNone), example)
	default:
		return sentences(t.CodeUnreadable, example)
	}
}

// insurance says what the number is and which portal looks it up.
func insurance(err *client.CodeError, e Env) string {
	t := &e.Texts.Errors
	where := fmt.Sprintf(t.CodeInsuranceAt, client.InsurancePortal)
	if e.Touch {
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
func checkMiddle(err *client.CodeError, e Env) string {
	n := len(err.Got)
	if n != 8 {
		n = 6
	}
	return fmt.Sprintf(e.Texts.Errors.CodeCheckMiddle, n)
}

func future(err *client.CodeError, e Env) string {
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
