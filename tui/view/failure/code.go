package failure

import (
	"time"

	"motcua/client/code"
	"motcua/client/workday"
	"motcua/tui/text"
	"motcua/tui/view"
)

// Code says exactly what is wrong with a typed dossier code and how to correct it.
func Code(err *code.Error, e view.Env) string {
	return view.Block{Lines: CodeSaid(err, e)}.String()
}

// ExampleKey is the key of the sentence with an example of a code.
const ExampleKey = "error-example"

// CodeSaid is Code as sentences, with what was typed as a code span.
func CodeSaid(err *code.Error, e view.Env) []view.Sentence {
	t := &e.Texts.Errors
	example := view.Say(ExampleKey, t.Example, view.Plain(text.ExampleCode))
	// got names the offending piece where there is one.
	got := func(key, with, without string) []view.Sentence {
		if err.Got == "" {
			return view.Paragraph(view.Say(key+"-none", without), example)
		}
		return view.Paragraph(view.Say(key, with, typedCode(quoted(err.Got))), example)
	}
	switch err.Problem {
	case code.Empty:
		return view.Paragraph(view.Say("error-code-empty", t.CodeEmpty), example)
	case code.NoAgency:
		return got("error-code-bad-agency", t.CodeBadAgency, t.CodeNoAgency)
	case code.NoDate:
		return view.Paragraph(view.Say("error-code-no-date", t.CodeNoDate), example)
	case code.DateShort:
		return got("error-code-date-short", t.CodeDateShort, t.CodeNoDate)
	case code.DateLong:
		return got("error-code-date-long", t.CodeDateLong, t.CodeNoDate)
	case code.BadMonth:
		bad := view.Say("error-code-bad-month", t.CodeBadMonth, typedCode(err.Got), view.Number(err.Month))
		return view.Paragraph(bad, checkMiddle(err, e))
	case code.BadDay:
		bad := view.Say("error-code-bad-day", t.CodeBadDay, typedCode(err.Got), view.Number(err.Month), view.Number(err.Day))
		return view.Paragraph(bad, checkMiddle(err, e))
	case code.Future:
		return view.Paragraph(future(err, e), checkMiddle(err, e))
	case code.NoSerial:
		return view.Paragraph(view.Say("error-code-no-serial", t.CodeNoSerial), example)
	case code.SerialShort:
		return got("error-code-serial-short", t.CodeSerialShort, t.CodeNoSerial)
	case code.SerialLong:
		return got("error-code-serial-long", t.CodeSerialLong, t.CodeNoSerial)
	case code.IsProcedure:
		return isProcedure(err, e)
	case code.IsInsurance:
		return insurance(err, e)
	case code.Ambiguous:
		return view.Paragraph(view.Say("error-code-ambiguous", t.CodeAmbiguous), example)
	case code.BadLetter:
		return got("error-code-bad-letter", t.CodeBadLetter, t.CodeBadLetterNone)
	default:
		return view.Paragraph(view.Say("error-code-unreadable", t.CodeUnreadable), example)
	}
}

func typedCode(s string) view.Text { return view.SpanOf(view.SpanCode, s) }

// isProcedure says that the code is a procedure's and how to open it.
func isProcedure(err *code.Error, e view.Env) []view.Sentence {
	t := &e.Texts.Errors
	what := view.Say("error-code-is-procedure", t.CodeIsProcedure, typedCode(err.Got))
	switch e.Medium {
	case view.Touch:
		return view.Paragraph(what, view.Say("lobby-is-procedure", e.Texts.Lobby.IsProcedure))
	case view.Typed:
		return view.Paragraph(what, view.Say("error-code-open-typed", t.CodeOpenTyped, typedCode(err.Got)))
	case view.Command:
		// No full stop: the command is meant to be copied.
		return append(view.Paragraph(what), view.Say("error-code-open-command", t.CodeOpenCommand, typedCode(err.Got)))
	default:
		return view.Paragraph(what, view.Say("error-code-open-key", t.CodeOpenKey))
	}
}

// insurance says what the number is and which portal looks it up.
func insurance(err *code.Error, e view.Env) []view.Sentence {
	t := &e.Texts.Errors
	where := view.Say("error-code-insurance-at", t.CodeInsuranceAt, view.Plain(code.InsurancePortal))
	if e.Medium == view.Touch {
		where = view.Say("error-code-insurance-key", t.CodeInsuranceKey)
	}
	return view.Paragraph(view.Say("error-code-is-insurance", t.CodeIsInsurance, typedCode(err.Got)), where)
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
func checkMiddle(err *code.Error, e view.Env) view.Sentence {
	n := len(err.Got)
	if n != 8 {
		n = 6
	}
	return view.Say("error-code-check-middle", e.Texts.Errors.CodeCheckMiddle, view.Number(n))
}

func future(err *code.Error, e view.Env) view.Sentence {
	layout := "060102"
	if len(err.Got) == 8 {
		layout = "20060102"
	}
	day, bad := time.ParseInLocation(layout, err.Got, workday.Zone)
	if bad != nil {
		return view.Say("error-code-no-date", e.Texts.Errors.CodeNoDate)
	}
	return view.Say("error-code-future", e.Texts.Errors.CodeFuture, typedCode(err.Got), view.Date(e.Texts.Day(day), day))
}
