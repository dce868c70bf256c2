// Package clean makes words from outside fit to be shown, compared and kept:
// without control characters, tags and hidden marks, in one form of Unicode,
// folded for comparison, and with names masked.
//
// Whatever comes over a wire goes through Line or Text before it reaches a screen,
// a log or the store. The renderer that draws screens can be ended by a text: the
// tests here run what was cleaned through it.
package clean
