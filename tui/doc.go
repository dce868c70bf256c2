// Package tui is a person's own terminal: a root with a stack of pages, the frame around
// them, and the keys that work everywhere.
//
// The rooms below, from the bottom up:
//
//	text       all words, in both languages
//	parts      what pages are drawn with: buttons, fields, lists, sheets
//	typing, qr, input, device   leaves: ways of typing, codes, a scanner's keys, a kiosk's devices
//	view       answers as sentences, for any medium
//	page       what a page is: its contract, the session it looks at, intents, look-ups
//	handover   a link given to a phone
//	pages/*    a page each
//	tui        the root and the one table from intents to pages
//	kiosk      a shell around the root: the screen of a lobby
//	line       the same answers as lines of text and JSON
//
// A page says by an intent where it wants to go and knows no other page. Looking up
// happens in commands; an answer carries the number of the page that asked, and one for
// a page that the person left is dropped.
//
// A message changes pages. When the screen is needed next, for a key, a finger or a
// frame, it is laid once (Root.lay and Shell.lay, which call Page.Layout), and drawn from
// what was laid. Drawing changes nothing, which TestArchitectureOfDrawing holds.
package tui
