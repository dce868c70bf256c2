// Package tui is what is on the screen: the root that owns the terminal, the
// pages on its stack, and the parts they are drawn with.
//
// A page is Update, View, CapturesInput and its keys. Size is an argument, never
// state. Looking up happens in commands; an answer carries the number of the
// page that asked, and one for a page that the person left is dropped.
package tui
