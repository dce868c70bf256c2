// Package clean makes texts from outside safe to show, compare and store: it
// removes control characters, tags and invisible characters, brings texts into one
// Unicode form, folds them for comparison, and masks names.
//
// Whatever comes over a network passes Line or Text before it reaches a screen, a log or the
// store. An escape sequence in a text can end the renderer that draws the screens; the tests
// here pass cleaned texts through that renderer.
package clean
