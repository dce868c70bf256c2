package form

import (
	"fmt"
	"slices"
)

// Most is the largest file that is fetched, in bytes. The one that was seen had 170 KB.
const Most = 10 << 20

// File is a form's file, checked and not opened.
type File struct {
	Name string // as it can be kept, see SafeName
	Kind Kind
	Data []byte
}

// Reason is why a file was refused, as a word of the JSON.
type Reason string

// The reasons.
const (
	Empty    Reason = "empty"
	TooLarge Reason = "too_large" // over Most
	Macro    Reason = "macro"     // an office file that holds programs
	Program  Reason = "program"   // the machine would run it
	WebPage  Reason = "web_page"  // HTML or XML
	Mismatch Reason = "mismatch"  // the name says another kind
	Broken   Reason = "broken"    // an archive that cannot be read
	Unknown  Reason = "unknown"   // none of the kinds
)

// Refused is the error for a file that is not handed on.
type Refused struct {
	Why Reason
	// Named and Is are the kinds by name and by content, for a Mismatch.
	Named, Is Kind
}

func (e *Refused) Error() string {
	return fmt.Sprintf("the file of a form is refused (%s %s %s)", e.Why, e.Named, e.Is)
}

// New checks what a portal sent under a name. The error is a *Refused.
func New(name string, data []byte) (File, error) {
	ending := endingOf(name)
	named := endings[ending]
	switch {
	case len(data) > Most:
		return File{}, &Refused{Why: TooLarge}
	case slices.Contains(withMacros, ending):
		return File{}, &Refused{Why: Macro}
	case slices.Contains(programs, ending):
		return File{}, &Refused{Why: Program}
	case slices.Contains(pages, ending):
		return File{}, &Refused{Why: WebPage}
	}
	is, why := kindOf(data, named)
	switch {
	case why != "":
		return File{}, &Refused{Why: why}
	case named != "" && readBy[named] != readBy[is]:
		return File{}, &Refused{Why: Mismatch, Named: named, Is: is}
	}
	return File{Name: SafeName(name, is), Kind: is, Data: data}, nil
}
