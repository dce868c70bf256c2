package page

import (
	"motcua/client"
)

// Intent is where a page wants to go. Pages do not know each other: the table of intents
// creates the page. What only one page opens, such as a row of its list, it makes itself.
type Intent interface{ intent() }

// Make makes a page that no other page opens.
type Make func(*Env) Page

// Intents on any terminal.

type (
	// Home is the first page.
	Home struct{}
	// Ask asks for a dossier's code. Code stands in the field at first; "" for none.
	Ask struct{ Code string }
	// Search searches procedures. Words stand in the field at first; "" for none.
	Search struct{ Words string }
	// Dossier looks a dossier up.
	Dossier struct{ Query client.DossierQuery }
	// Procedure looks a procedure up. Its name, which may be "", is shown until the answer
	// comes.
	Procedure struct{ Code, Name string }
	// Full shows a procedure's complete text.
	Full struct {
		Of client.Answer[client.Procedure]
	}
	// Forms lists the forms of a procedure.
	Forms struct {
		Of client.Answer[client.Procedure]
	}
	// Why shows how a procedure's page was read.
	Why struct {
		Of client.Answer[client.Procedure]
	}
	// Elsewhere shows the portal that looks up social insurance numbers.
	Elsewhere struct{ Number string }
	// Take offers something to take home, as a QR code or on paper.
	Take struct {
		Takeaway
		Paper bool
	}
	// Follow shows the list of dossiers that staff follow.
	Follow struct{}
	// Help says what can be done.
	Help struct{}
	// Status shows the state of the systems.
	Status struct{}
	// Decisions are those that publish procedures: of this year or, with Words, those with
	// them in number or title, or those with a Procedure, whose text names Number and Field.
	Decisions struct{ Words, Procedure, Number, Field string }
	// Topics shows what else can be asked.
	Topics struct{}
	// SiteMap shows all that can be done here.
	SiteMap struct{}
	// Places finds what an old place is called today. Words is a name to begin with.
	Places struct{ Words string }
	// Units lists the offices that take dossiers, or those that take a procedure.
	Units struct{ Procedure string }
	// Quality is how good the service of a unit is, by its code; "" is this place's province.
	Quality struct{ Unit string }
)

// Intents of a lobby.
type (
	// Listen asks how to read the screen aloud.
	Listen struct{}
	// PIN asks for the operator's PIN.
	PIN struct{}
	// Operator is the page for the person who maintains the kiosk.
	Operator struct{}
	// More shows the buttons that did not fit.
	More struct{}
)

func (Make) intent()      {}
func (Home) intent()      {}
func (Ask) intent()       {}
func (Search) intent()    {}
func (Dossier) intent()   {}
func (Procedure) intent() {}
func (Full) intent()      {}
func (Forms) intent()     {}
func (Why) intent()       {}
func (Elsewhere) intent() {}
func (Take) intent()      {}
func (Follow) intent()    {}
func (Help) intent()      {}
func (Status) intent()    {}
func (Topics) intent()    {}
func (SiteMap) intent()   {}
func (Decisions) intent() {}
func (Places) intent()    {}
func (Units) intent()     {}
func (Quality) intent()   {}
func (Listen) intent()    {}
func (PIN) intent()       {}
func (Operator) intent()  {}
func (More) intent()      {}

// Move is a step from one page to another.
type Move struct {
	To      Intent // nil: back to the previous page
	From    int    // the page that makes the move
	Instead bool   // it replaces that page
}
