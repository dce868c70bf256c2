package view

import (
	"strconv"
	"time"

	"motcua/client/code"
	"motcua/client/workday"
	"motcua/tui/text"
)

// CodeProblem says exactly what is wrong with a typed dossier code and how to
// mend it.
func CodeProblem(err *code.Error, e Env) string {
	return Block{Lines: CodeProblemSaid(err, e)}.String()
}

// ExampleKey is the sentence with an example of a code.
const ExampleKey = "error-example"

// CodeProblemSaid is CodeProblem in sentences; what was typed is a code in them.
func CodeProblemSaid(err *code.Error, e Env) []Sentence {
	t := &e.Texts.Errors
	example := say(ExampleKey, t.Example, plain(text.ExampleCode))
	// got names the offending piece where there is one.
	got := func(key, with, without string) []Sentence {
		if err.Got == "" {
			return paragraph(say(key+"-none", without), example)
		}
		return paragraph(say(key, with, typedCode(quoted(err.Got))), example)
	}
	switch err.Problem {
	case code.Empty:
		return paragraph(say("error-code-empty", t.CodeEmpty), example)
	case code.NoAgency:
		return got("error-code-bad-agency", t.CodeBadAgency, t.CodeNoAgency)
	case code.NoDate:
		return paragraph(say("error-code-no-date", t.CodeNoDate), example)
	case code.DateShort:
		return got("error-code-date-short", t.CodeDateShort, t.CodeNoDate)
	case code.DateLong:
		return got("error-code-date-long", t.CodeDateLong, t.CodeNoDate)
	case code.BadMonth:
		bad := say("error-code-bad-month", t.CodeBadMonth, typedCode(err.Got), number(err.Month))
		return paragraph(bad, checkMiddle(err, e))
	case code.BadDay:
		bad := say("error-code-bad-day", t.CodeBadDay, typedCode(err.Got), number(err.Month), number(err.Day))
		return paragraph(bad, checkMiddle(err, e))
	case code.Future:
		return paragraph(future(err, e), checkMiddle(err, e))
	case code.NoSerial:
		return paragraph(say("error-code-no-serial", t.CodeNoSerial), example)
	case code.SerialShort:
		return got("error-code-serial-short", t.CodeSerialShort, t.CodeNoSerial)
	case code.SerialLong:
		return got("error-code-serial-long", t.CodeSerialLong, t.CodeNoSerial)
	case code.IsProcedure:
		return isProcedure(err, e)
	case code.IsInsurance:
		return insurance(err, e)
	case code.Ambiguous:
		return paragraph(say("error-code-ambiguous", t.CodeAmbiguous), example)
	case code.BadLetter:
		return got("error-code-bad-letter", t.CodeBadLetter, t.CodeBadLetterNone)
	default:
		return paragraph(say("error-code-unreadable", t.CodeUnreadable), example)
	}
}

func typedCode(s string) Text { return span(SpanCode, s) }
func number(n int) Text       { return plain(strconv.Itoa(n)) }

// isProcedure says that the code is a procedure's and how to open it.
func isProcedure(err *code.Error, e Env) []Sentence {
	t := &e.Texts.Errors
	what := say("error-code-is-procedure", t.CodeIsProcedure, typedCode(err.Got))
	switch e.Medium {
	case Touch:
		return paragraph(what, say("lobby-is-procedure", e.Texts.Lobby.IsProcedure))
	case Typed:
		return paragraph(what, say("error-code-open-typed", t.CodeOpenTyped, typedCode(err.Got)))
	case Command:
		// No full stop: the command is meant to be copied.
		return append(paragraph(what), say("error-code-open-command", t.CodeOpenCommand, typedCode(err.Got)))
	default:
		return paragraph(what, say("error-code-open-key", t.CodeOpenKey))
	}
}

// insurance says what the number is and which portal looks it up.
func insurance(err *code.Error, e Env) []Sentence {
	t := &e.Texts.Errors
	where := say("error-code-insurance-at", t.CodeInsuranceAt, plain(code.InsurancePortal))
	if e.Medium == Touch {
		where = say("error-code-insurance-key", t.CodeInsuranceKey)
	}
	return paragraph(say("error-code-is-insurance", t.CodeIsInsurance, typedCode(err.Got)), where)
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
func checkMiddle(err *code.Error, e Env) Sentence {
	n := len(err.Got)
	if n != 8 {
		n = 6
	}
	return say("error-code-check-middle", e.Texts.Errors.CodeCheckMiddle, number(n))
}

func future(err *code.Error, e Env) Sentence {
	layout := "060102"
	if len(err.Got) == 8 {
		layout = "20060102"
	}
	day, bad := time.ParseInLocation(layout, err.Got, workday.Zone)
	if bad != nil {
		return say("error-code-no-date", e.Texts.Errors.CodeNoDate)
	}
	return say("error-code-future", e.Texts.Errors.CodeFuture, typedCode(err.Got), date(e.Texts.Day(day), day))
}
