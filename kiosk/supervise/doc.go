// Package supervise keeps the screen of a lobby alive, and forgets each person by ending
// the process that drew for them.
//
// One process, the parent, owns the terminal and draws nothing. It starts children of the
// same program: one shows the interface to one person, and one waits, ready, for the next
// person. When a child ends with [ExitForget], or dies, the parent puts the terminal back,
// throws away what was typed meanwhile, and tells the child that waits to show itself.
// Then it starts another to wait.
//
// Why processes: a Go program cannot wipe its own memory. Values are copied by the
// compiler, the collector and libraries, stacks move, buffers keep the end of what they
// held. Sweeping after each person took overwriting freed memory, forbidding preemption
// and feeding keys letter by letter, and leant on the runtime in five places. The kernel
// takes back all of a process at once. It costs 22 MB for the child that waits, and a
// start of 0.2 s of a core for each person, while that person looks at their screen. From
// a person's word to the first screen of the next it takes 47 ms (BenchmarkHandover in
// cmd/motcua).
//
// Parent and child speak over two pipes, see link.go. The child writes a byte for each
// turn of its event loop (a beat). A child that is shown and stops beating stands still
// and is killed; a child whose pipe is closed has lost its parent and ends.
//
// What takes longer than a person stays, an update of the catalogue, is the parent's. The
// parent never holds anything of a person.
//
// systemd could restart a program that died, but not hand a terminal to a process that
// is ready, nor put the terminal's modes back first.
//
// It also says how much memory a process may take and when it gives memory back to
// the machine (memory.go, gc.go).
package supervise
