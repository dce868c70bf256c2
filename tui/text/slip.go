package text

// Slip holds the words of what a person takes home: the page with a QR code and
// the paper slip.
type Slip struct {
	// The page with the code.
	KeyQR       string
	TitleQR     string
	HowToScan   string
	OnlyThere   string // the system answers on its own page alone
	Insurance   string // a number of social insurance, looked up on a portal of its own
	LeadsTo     string // above the link in letters
	TooSmallFor string // the window has no room for the code
	TooLong     string // no code takes the link

	// Printing.
	KeyPrint    string
	KeyPrintNew string // after a failure
	TitlePrint  string
	Printing    string
	Printed     string
	Instead     string // the code in the place of the slip
	Absent      string
	Paper       string
	Cover       string
	Jam         string
	Busy        string
	Failed      string // for none of these reasons

	// On the paper.
	Proving   string // how the reader gives the proof, back at the kiosk, before "to see ..."
	AsPrinted string // %s: the moment; heading of how things stood then
	PrintedAt string // %s: the moment
	Code      string
	WhatNow   string
	NoDate    string
	Bring     string
	Show      string
	OnlyIf    string // %s: the condition
	OtherCase string // %d more cases
	Hours     string
	ScanHere  string // beside the code on the paper
	NoNames   string // that there is no name on it
}
