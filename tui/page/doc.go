// Package page defines what a page is and holds what pages share: the interfaces that the root
// and a lobby's shell require, the session's state (Env), the places that a page may go to
// (Intent), look-ups and waiting, scrolling, speech, and input from the on-screen keyboard.
// Each page embeds a [Base]; one with a field an [Entry]; one with a list below the field a
// [Listing], which lays out, draws and navigates it on a person's own terminal and in a lobby.
//
// A new page is a folder below pages, an intent here, a line in the table of intents
// (tui/pages.go), and what a page at a kiosk needs, which TestEveryPageKeepsItsContracts lists.
package page
