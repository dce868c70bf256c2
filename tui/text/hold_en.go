package text

var holdEN = Hold{
	StillThere: "Are you still there?",
	Seconds:    "seconds until the screen is wiped, so that nobody else sees your dossier.",
	StillHow:   "Touch the screen or press any key to go on.",
	Stay:       "I am still here",

	ScanUnknown:   "The code was read, but it is not a dossier's code. Hold the code on your receipt to the scanner, or type it.",
	ScanWorks:     "The scanner reads well. To see this dossier or procedure, close the page and scan again.",
	ScanBroken:    "The code was not read to its end. Hold the paper still in front of the scanner a little longer.",
	ScanTooLong:   "This code holds more text than the kiosk can read, so it is not a dossier's code. Hold the code on your receipt to the scanner, or type it.",
	CardKept:      "Your identity card was read. Only its last 4 digits are kept, for 2 minutes. Now scan your receipt or type the dossier's code.",
	CardNotNeeded: "This dossier needs no identity card.",

	PINTitle:    "For staff",
	PINLabel:    "PIN of the staff",
	PINHelp:     "This page is for whoever looks after the machine. Everyone else: touch Back.",
	PINErase:    "Erase",
	PINOpen:     "Open",
	PINChecking: "Checking the PIN",
	PINWrong:    "That is not the PIN.",
	PINWait:     "Not accepted. The next try is possible in %s.",

	OperatorTitle: "Looking after the machine",
	Parts:         "This machine",
	Looking:       "Looking at the devices",
	NoParts:       "There are no devices to look at.",
	Restarts:      "The interface had to be started again %s times.",
	RestartsNone:  "The interface has never had to be started again.",
	SyncBegun:     "The update begins",
	SyncAt:        "%s of %s",
	SyncDone:      "Updated at %s.",
	SyncFailed:    "At %s the update failed.",

	SyncNow:       "Update now",
	Restart:       "Restart",
	RestartSure:   "Really restart",
	LeaveKiosk:    "Close down",
	LeaveSure:     "Really close",
	CloseOperator: "Done",
}
