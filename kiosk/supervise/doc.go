// Package supervise keeps a kiosk's screen alive, and forgets each person by ending the
// process that drew for them.
//
// One process, the parent, owns the terminal and draws nothing. It starts children of the
// same program: one shows the interface to one person, and one waits, ready for the next.
// When a child ends with [ExitForget], or dies, the parent restores the terminal, drops
// what was typed meanwhile, and tells the waiting child to show itself. Then it starts
// another one to wait.
//
// # Why processes
//
// A Go program cannot wipe its own memory. The compiler, the collector and libraries copy
// values, stacks move, and buffers keep the end of what they held. An earlier version
// overwrote freed memory, forbade preemption and handed keys on letter by letter, and
// depended on the runtime in five places. The kernel takes back all of a process at once.
// The price is 26 MB for the waiting child and 0.26 s of one core to start it for each
// person, while that person looks at their screen. From a person's end to the next first
// screen it takes 47 ms (BenchmarkHandover in cmd/motcua).
//
// # Why it is ours
//
// systemd can restart a program that died, but cannot hand a terminal to a process that
// is ready, nor restore the terminal's modes before that.
//
// Parent and child communicate over two pipes, see link.go. The child writes a line for
// each turn of its event loop, which is the watchdog: a child that is shown and writes
// none is killed. A child whose pipe is closed has lost its parent and ends.
//
// The parent does what takes longer than a person stays: updates of the catalogue, notes
// that children leave to later ones (Link.Keep), and how long the machine's clock has run
// without a step. It never holds anything of a person.
//
// The package also sets how much memory a process may take, and returns memory to the
// machine (memory.go, gc.go).
package supervise
