package tui

import "motcua/tui/page"

// Options and what belongs to them stand in package page, whose pages read them.
type Options = page.Options

// The parts of Options.
type (
	// Kiosk is what a lobby adds.
	Kiosk = page.Kiosk
	// Service answers look-ups.
	Service = page.Service
	// Sample is a dossier code to try.
	Sample = page.Sample
	// Changed is what one reading of the portal's list brought.
	Changed = page.Changed
	// ChangedProcedure is one procedure of it.
	ChangedProcedure = page.ChangedProcedure
)
