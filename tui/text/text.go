// Package text holds every word that motcua says, in Vietnamese and in English.
//
// One struct a topic, one file a topic; a test walks both languages by
// reflection and fails on an empty field. Words are a person's at a counter:
// "ông/bà" for the person, no jargon, no "không hợp lệ".
package text

// Lang is a language of the interface.
type Lang string

// The two languages. Vietnamese is the default.
const (
	VI Lang = "vi"
	EN Lang = "en"
)

// Parse reads a language from a flag, a config value or a locale name such as
// "vi_VN.UTF-8". Anything that does not begin with "en" is Vietnamese.
func Parse(s string) Lang {
	if len(s) >= 2 && (s[0]|0x20) == 'e' && (s[1]|0x20) == 'n' {
		return EN
	}
	return VI
}

// Other is the language that the switch leads to.
func (l Lang) Other() Lang {
	if l == EN {
		return VI
	}
	return EN
}

// Texts are all texts of one language.
type Texts struct {
	Lang Lang
	Dates
	Dossier   Dossier
	Procedure Procedure
	Errors    Errors
	Line      Line
	Screen    Screen
	Batch     Batch
	Follow    Follow
	Slip      Slip
	Spoken    Spoken
	Hold      Hold
	Lobby     Lobby
	Typing    Typing
	Changes   Changes
	Causes    Causes
	Review    Review
	Manual    Manual
}

// For gives the texts of a language; they are shared and must not be changed.
func For(l Lang) *Texts {
	if l == EN {
		return &english
	}
	return &vietnamese
}

var (
	vietnamese = Texts{
		Lang: VI, Dates: datesVI, Dossier: dossierVI, Procedure: procedureVI,
		Errors: errorsVI, Line: lineVI, Screen: screenVI, Batch: batchVI, Follow: followVI, Slip: slipVI, Spoken: spokenVI, Hold: holdVI, Lobby: lobbyVI, Typing: typingVI, Changes: changesVI, Causes: causesVI, Review: reviewVI, Manual: manualVI,
	}
	english = Texts{
		Lang: EN, Dates: datesEN, Dossier: dossierEN, Procedure: procedureEN,
		Errors: errorsEN, Line: lineEN, Screen: screenEN, Batch: batchEN, Follow: followEN, Slip: slipEN, Spoken: spokenEN, Hold: holdEN, Lobby: lobbyEN, Typing: typingEN, Changes: changesEN, Causes: causesEN, Review: reviewEN, Manual: manualEN,
	}
)
