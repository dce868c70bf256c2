// Package themes maps meanings to styles: a page asks for the style of "the appointment" or
// "a key in the footer" and never for a colour.
//
// A theme is a table of tokens. Each token states its colours three times, for true colour,
// for 256 and for 16 colours, because a terminal that converts colours by distance keeps the
// hue and loses the contrast. Every token has a foreground and a background, so that no text
// is on a background that nobody chose, except without any colour.
//
// The tests check these rules at every colour depth: body text 7:1 or better
// (WCAG 2.2, 1.4.6), bold signs and their words 4.5:1 (1.4.3), borders and bars
// that carry meaning 3:1 (1.4.11). No faint text, no blinking.
package themes
