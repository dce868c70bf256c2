// Package supervise keeps the screen of a lobby alive. One process, the parent,
// owns the terminal and draws nothing; a child of the same program shows the
// interface. When the child dies, whatever the reason, the parent puts the
// terminal back, forgets what was typed meanwhile, and starts another.
//
// The two speak over a pipe: the child writes a byte for each turn of its event
// loop (a beat). A child without beats stands still and is killed; a child whose
// pipe is broken has lost its parent and ends.
//
// It also says how much memory a process may take and when it gives memory back to
// the machine (memory.go, gc.go).
package supervise
