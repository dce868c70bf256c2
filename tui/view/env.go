package view

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"motcua/client/workday"
	"motcua/tui/text"
)

// Env is what a sentence depends on apart from the answer itself.
type Env struct {
	Texts    *text.Texts
	Now      time.Time
	Calendar *workday.Calendar // nil: only weekends are skipped

	// Desk is whom to ask, in the operator's words ("Quầy hướng dẫn, tầng 1"). When it is
	// empty, people in a lobby are sent to the help desk and others to the one-stop desk.
	Desk string
	// Contact is how to reach this office, in the operator's words; may be empty.
	Contact string
	// Person: the reader stands in the lobby, where the desk is.
	Person bool
	// NoDossiers: no system is configured that answers about dossiers, so no sentence says that
	// they can be looked up.
	NoDossiers bool
	// Medium is the medium on which the sentences are read.
	Medium Medium
}

// Medium is the medium on which an answer is read. It decides how a sentence names what the
// reader does next.
type Medium int

// The media.
const (
	Keys    Medium = iota // a terminal: a hint names the key
	Ear                   // read aloud to somebody who presses keys
	Touch                 // a screen with buttons under the reader's fingers
	Paper                 // read elsewhere and later, without button or key
	Command               // a command line: a hint names what to add to the command
	Typed                 // the line mode: a hint names the line to type
)

// Opens reports whether a reader can open what only some need, such as explanations.
// Otherwise those are left to the official text.
func (m Medium) Opens() bool { return m == Keys || m == Ear || m == Touch }

// Whom is whom to ask about a dossier, as it stands inside a sentence.
func (e Env) Whom() string { return e.desk(e.Texts.Dossier.DeskOffice) }

// Counter is whom to ask before anything is handed in, as it stands inside a sentence.
func (e Env) Counter() string { return e.desk(e.Texts.Review.AnyDesk) }

// desk is the desk that is known, elsewhere otherwise.
func (e Env) desk(elsewhere string) string {
	switch {
	case e.Desk != "":
		return e.Desk
	case e.Person:
		return e.Texts.Dossier.DeskLobby
	default:
		return elsewhere
	}
}

// HowProof is how the reader gives the proof here.
func (e Env) HowProof() string {
	switch e.Medium {
	case Command:
		return e.Texts.Dossier.ProofCommand
	case Typed:
		return e.Texts.Dossier.ProofTyped
	case Paper:
		return e.Texts.Slip.Proving
	case Touch:
		return e.Texts.Lobby.Proving
	default:
		return e.Texts.Dossier.ProofKey
	}
}

// Sentences joins what is not empty, each with one full stop.
func Sentences(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		if p = strings.TrimSpace(p); p == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(stopped(p))
	}
	return b.String()
}

// stopped ends a sentence of an outside source once: "thiếu ảnh;" -> "thiếu ảnh."
// A link keeps its end: a full stop would be copied along with it.
func stopped(s string) string {
	s = strings.TrimRight(s, " ;,")
	r, _ := utf8.DecodeLastRuneInString(s)
	last := s[strings.LastIndexByte(s, ' ')+1:]
	if strings.ContainsRune(".:!?…", r) || strings.Contains(last, "://") || last == text.ExampleCode {
		return s
	}
	return s + "."
}

// OneLine is a text of several lines inside a sentence.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Capital begins a heading with a capital letter.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// Beside is what stands between short things on one line.
func (e Env) Beside() string {
	if e.Medium == Ear {
		return ", "
	}
	return " · "
}

// Dotted joins what is not empty, with beside between.
func (e Env) Dotted(parts ...string) string {
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return strings.Join(parts, e.Beside())
}
