// Package manual documents a tree of commands in Vietnamese or English: the help of a
// command, its page for man(1), and messages about wrong flags.
package manual
