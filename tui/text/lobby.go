package text

// Lobby holds the words of a screen that people touch: buttons, the keyboard,
// and what the first page says.
type Lobby struct {
	// Buttons.
	Finish  string
	Back    string
	Help    string
	Size    string
	Colours string
	Aloud   string
	State   string
	Again   string // reads the screen once more
	More    string
	Results string // puts the keyboard away, so that the list has the screen
	Type    string // brings it back
	Before  string // the section before, of the full text
	After   string
	Up      string
	Down    string

	// Keys of the keyboard.
	Space   string
	Delete  string
	Digits  string
	Two     string // the digits, on the narrowest key
	Letters string

	Sizes [3]string // said when the size of the text changes

	MoreTitle string
	Scan      string // where a receipt may be scanned
	First     string // below the first question: what to do
	Second    string // below the second one

	Proving     string // how a finger gives the proof, before "to see ..."
	IsDossier   string // %s: a dossier's code typed into the search
	Phone       string // that the portal's page can be taken to a telephone
	IsProcedure string // what to touch to see the procedure whose code was typed

	Touch     []string // how to use the screen
	TouchHead string
	What      []string // the two things to do here
	Code      []string // what a code is
	CodeReady string
	Proof     string // label of the field for the proof, on one line
	Slow      string // that the system is slow; %s: the button that stops
	Where     string // %d of %d pages
}
