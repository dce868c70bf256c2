// Package text contains the texts for citizens and staff, in Vietnamese and in English. Its
// sub-packages are topic with the words about what can be asked besides the two questions,
// dates, which formats days, numbers and money, command with the words of the look-up
// commands, staff with words that only staff see, and operator with the texts for the
// people who run the program.
//
// A screen knows its language, so its words are [Texts], or topic.Both for what is asked
// besides the two questions: a struct and a file for each subject, with a value for each
// language. A text that is written before the reader's
// language is known is a [Said]. One test checks both kinds in the whole program: neither
// language is empty, both have the same placeholders, tone marks follow one style, no word
// is from the other language, and no capital is inside a sentence. The words are those that
// people use at a counter: "ông/bà" for the person, no jargon, no "không hợp lệ".
package text

import (
	"motcua/tui/text/command"
	"motcua/tui/text/dates"
	"motcua/tui/text/staff"
)

// Lang is a language of the interface.
type Lang string

// The two languages. Vietnamese is the default.
const (
	VI Lang = "vi"
	EN Lang = "en"
)

// Other returns the language to which the switch changes.
func (l Lang) Other() Lang {
	if l == EN {
		return VI
	}
	return EN
}

// ParseLang reads a language.
func ParseLang(s string) (Lang, bool) {
	switch l := Lang(s); l {
	case VI, EN:
		return l, true
	default:
		return "", false
	}
}

// Texts contains all texts of one language.
type Texts struct {
	Lang Lang
	dates.Dates

	// What is answered.
	Dossier   Dossier
	Procedure Procedure
	Errors    Errors

	// Around an answer: screens, the lobby, its slips and its voice.
	Screen Screen
	Hold   Hold
	Lobby  Lobby
	Typing Typing
	Slip   Slip
	Spoken Spoken

	Line   command.Line
	Batch  command.Batch
	Mode   command.Mode
	Manual command.Manual

	Follow  staff.Follow
	Changes staff.Changes
	Causes  staff.Causes
	Review  staff.Review
}

// Language returns the language as a [topic.Reader] does.
func (t *Texts) Language() string { return string(t.Lang) }

// For returns the texts of a language; they are shared and must not be changed.
func For(l Lang) *Texts {
	if l == EN {
		return &english
	}
	return &vietnamese
}

var (
	vietnamese = Texts{
		Lang: VI, Dates: dates.VI,
		Dossier: dossierVI, Procedure: procedureVI, Errors: errorsVI,
		Screen: screenVI, Hold: holdVI, Lobby: lobbyVI, Typing: typingVI, Slip: slipVI, Spoken: spokenVI,
		Line: command.LineVI, Batch: command.BatchVI, Mode: command.ModeVI, Manual: command.ManualVI,
		Follow: staff.FollowVI, Changes: staff.ChangesVI, Causes: staff.CausesVI, Review: staff.ReviewVI,
	}
	english = Texts{
		Lang: EN, Dates: dates.EN,
		Dossier: dossierEN, Procedure: procedureEN, Errors: errorsEN,
		Screen: screenEN, Hold: holdEN, Lobby: lobbyEN, Typing: typingEN, Slip: slipEN, Spoken: spokenEN,
		Line: command.LineEN, Batch: command.BatchEN, Mode: command.ModeEN, Manual: command.ManualEN,
		Follow: staff.FollowEN, Changes: staff.ChangesEN, Causes: staff.CausesEN, Review: staff.ReviewEN,
	}
)
