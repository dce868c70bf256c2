package supervise

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"sync"
)

// sieve filters a child's standard error. It passes lines of our own log, stacks (functions,
// files, and arguments as hexadecimal words), and the runtime's own sentences. It drops the
// text of a panic, which may hold what a person typed or was shown, and everything that it does
// not know.
type sieve struct {
	mu      sync.Mutex
	to      io.Writer
	line    []byte
	long    bool // inside a line that is too long, whose rest is dropped
	inStack bool
	left    int // dropped lines since the last line that was passed
	kept    int
}

const (
	sieveLine  = 64 << 10 // room for a stack in one line of our log
	sieveLines = 2_000    // of one child, so that a child that only writes cannot fill the disk
)

var (
	ownLine    = regexp.MustCompile(`^time=\S+ level=[A-Z0-9+-]+ msg=`)
	runtimeSay = regexp.MustCompile(`^(panic: runtime error: .*|fatal error: .*|\[signal .*\]|runtime: .*|SIG[A-Z]+: .*|exit status \d+)$`)
	stackHead  = regexp.MustCompile(`^goroutine \d+ .*\[[^\]]*\]:$`)
	stackLine  = regexp.MustCompile(`^(\t\S.*\.(go|s):\d+( \+0x[0-9a-f]+)?|created by \S+( in goroutine \d+)?|panic\(.*|[\w./·\-\[\]…]+(\.\(\*[\w\[\]…]+\))?[\w./·\-\[\]…]*\([0-9a-fx, .…{}?]*\)|\s*)$`)
	panicSay   = regexp.MustCompile(`^(panic: |\s*panic: |Caught panic:)`)
)

// Write processes a piece of the stream.
func (s *sieve) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for rest := p; len(rest) > 0; {
		head, tail, whole := bytes.Cut(rest, []byte{'\n'})
		if room := sieveLine - len(s.line); len(head) > room {
			head, s.long = head[:room], true
		}
		s.line = append(s.line, head...)
		rest = tail
		if whole {
			s.end()
		}
	}
	return len(p), nil
}

// flush processes an unfinished last line.
func (s *sieve) flush() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.line) > 0 {
		s.end()
	}
	s.tellLeft()
}

func (s *sieve) end() {
	line := bytes.TrimRight(s.line, "\r")
	kept := !s.long && s.keeps(line)
	switch {
	case panicSay.Match(line) && !kept:
		s.write([]byte("panic: (its text is not kept)"))
	case !kept:
		s.left++
	case len(line) > 0:
		s.write(line)
	}
	s.line, s.long = s.line[:0], false
}

// keeps reports whether a line may be kept. Stack lines count only after the first line of a
// stack, because the text of a panic could look like one.
func (s *sieve) keeps(line []byte) bool {
	switch {
	case stackHead.Match(line):
		s.inStack = true
		return true
	case s.inStack && stackLine.Match(line):
		return true
	}
	s.inStack = false
	return ownLine.Match(line) || runtimeSay.Match(line)
}

func (s *sieve) write(line []byte) {
	s.tellLeft()
	if s.kept++; s.kept > sieveLines {
		return
	}
	_, _ = s.to.Write(append(bytes.Clone(line), '\n'))
}

func (s *sieve) tellLeft() {
	if s.left > 0 && s.kept <= sieveLines {
		_, _ = fmt.Fprintf(s.to, "(%d lines are not kept)\n", s.left)
	}
	s.left = 0
}
