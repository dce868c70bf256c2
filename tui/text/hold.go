package text

// Hold are the words of what a lobby's interface says beside its pages: the
// question whether somebody is still there, what a scanner read, and the pages for
// staff behind the PIN.
type Hold struct {
	StillThere string // the question, in large
	Seconds    string // below the number
	StillHow   string // how to stay
	Stay       string // the button

	ScanUnknown   string // a text that is nothing of ours
	ScanWorks     string // one of ours, on the operator's page
	ScanBroken    string // it broke off half-way
	ScanTooLong   string // more than any receipt holds
	CardKept      string // an identity card before there is a dossier
	CardNotNeeded string // a dossier is shown that needs no card

	PINTitle    string
	PINLabel    string
	PINHelp     string
	PINErase    string // on a key of nine columns
	PINOpen     string // on a key of nine columns
	PINChecking string
	PINWrong    string
	PINWait     string // %s: a time; a PIN that came too early was not looked at

	OperatorTitle string
	Parts         string // heading: what the kiosk is made of
	Looking       string
	NoParts       string
	Restarts      string // %s: how often
	RestartsNone  string
	SyncBegun     string
	SyncAt        string // %s of %s
	SyncDone      string // %s: clock
	SyncFailed    string // %s: clock; why follows

	// On buttons of 24 columns.
	SyncNow       string
	Restart       string
	RestartSure   string
	LeaveKiosk    string
	LeaveSure     string
	CloseOperator string
}
