// Package plain formats an answer as lines of plain text: the commands and the line mode
// display a Document with it. It knows the width, the style and whether a screen reader is
// in use, but no commands.
package plain
