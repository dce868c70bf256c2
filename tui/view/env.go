package view

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"motcua/client/workday"
	"motcua/tui/text"
)

// Env is what a sentence depends on beside the answer itself.
type Env struct {
	Texts    *text.Texts
	Now      time.Time
	Calendar *workday.Calendar // nil: only weekends are skipped

	// Desk is whom to ask, in the operator's words ("Quầy hướng dẫn, tầng 1").
	// When empty, people in a lobby are sent to the help desk and others to the
	// one-stop desk.
	Desk string
	// Person: the reader stands in the lobby, where that desk is.
	Person bool
	// Medium is on what the sentences are read.
	Medium Medium
}

// Medium is on what an answer is read, which decides how a sentence names what the
// reader does next.
type Medium int

// The media. What is read aloud is for somebody who presses keys.
const (
	Keys    Medium = iota // a terminal: a hint names the key
	Touch                 // a screen with buttons under the reader's fingers
	Paper                 // read elsewhere and later, without button or key
	Command               // a command line: a hint names what to add to the command
	Typed                 // the line mode: a hint names the line to type
)

// desk is whom to ask, as it stands inside a sentence.
func (e Env) desk() string {
	switch {
	case e.Desk != "":
		return e.Desk
	case e.Person:
		return e.Texts.Dossier.DeskLobby
	default:
		return e.Texts.Dossier.DeskOffice
	}
}

// howProof is how the reader gives the proof here.
func (e Env) howProof() string {
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

// sentences joins what is not empty, each with one full stop.
func sentences(parts ...string) string {
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

// oneLine is a text of several lines inside a sentence.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// capital begins a heading with a capital letter.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
