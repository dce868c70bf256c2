package text

// Screen holds the words of the interface's own pages: titles, targets, field
// labels, footers, waiting and help.
type Screen struct {
	OtherLanguage string // what the language switch shows: the other one's name
	SampleBadge   string

	// Home.
	AskDossier     string
	AskProcedure   string
	ShortDossier   string // the same on a narrow screen
	ShortProcedure string
	ShortHint      string
	DossierHint    string
	CatalogueOf    string // %s: how many procedures
	HomeHint       string
	OftenAsked     string

	// Asking for a dossier.
	DossierTitle string
	CodeLabel    string
	CodeExample  string
	GroupAgency  string
	GroupDate    string
	GroupSerial  string
	CodeReady    string // said aloud when the code is whole
	CodeWhole    string // stands below the field from the start
	CodeParts    string

	// A dossier.
	Missing    string
	FeesDue    string
	ProofLabel string
	ProofHelp  string
	ProofShow  string

	// What a scanner typed.
	ScanUnknown string
	ScanTooLong string
	ScanCard    string // an identity card where no dossier asks for one

	// Searching.
	SearchTitle   string
	SearchLabel   string
	SearchExample string
	Found         string // %s hits
	FoundOne      string
	FoundNone     string   // %s: the words
	FoundNear     string   // %s: the words; the nearest follow
	NearSoFar     string   // the same, of what is on this machine
	AskingToo     string   // behind whose catalogue it is: the portal is asked as well
	AskedToo      string   // the same when it gave no answer
	Levels        []string // all levels, then each of client.Level
	IsDossier     string   // %s: a dossier code typed into the search
	ShowingFirst  string   // %s: how many are listed

	// A procedure.
	HandIn     string
	ShowPapers string
	OnlyIf     string
	NotesFold  string // %d notes
	NotesOne   string
	Time       string
	Cost       string
	Place      string
	Channels   string
	CaseOf     string // %d of %d
	NoPapers   string
	MoreBelow  string
	FullTitle  string

	// Waiting and errors.
	DossierSystems string // the systems that keep dossiers, while it is not known which
	Portal         string // the portal of procedures
	SamplePortal   string
	WaitingFor     string // %s: the source
	WaitedSince    string // %d seconds
	WaitingSlow    string
	TooSmall       string // %d %d now, %d %d needed

	// The state of things.
	StateTitle    string
	StatePortals  string
	StateAnswered string // %s: when
	StateDown     string // %s: since when
	StateWhy      string // %s: StateDown, why in a few words
	StateNotAsked string
	StateTraffic  string // %s received, %s sent, %s requests
	StateSession  string
	StateBytes    string // %s to the person, %s from them
	StateAsked    string
	StateCopy     string

	// Keys in the footer.
	KeyState    string
	KeyChoose   string
	KeyOpen     string
	KeyLookUp   string
	KeyBack     string
	KeyStop     string
	KeyHelp     string
	KeyTheme    string
	KeyQuit     string
	KeyFullText string
	KeyProof    string
	KeyScroll   string
	KeySection  string
	KeyCase     string
	KeyAgain    string
	KeyProc     string

	ThemeNow string // %s: its name

	// Help.
	HelpTitle   string
	HelpDossier []string
	HelpCode    []string
	HelpKeys    [][2]string
	HelpSample  string
	HelpWhat    string
	HelpWhere   string
	HelpPress   string
	HelpPadded  string // when the client pads its keystrokes
	HelpPadding string // what for, and that the lines below stop it
}
