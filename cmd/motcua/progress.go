package main

import (
	"fmt"
	"io"
	"os"

	"github.com/charmbracelet/x/term"

	"motcua/client/store"
	"motcua/tui/parts"
)

// progress shows how far a sync is: a bar that is drawn over on a terminal, a
// line at every tenth of the way otherwise. It stands beside the answers, on
// standard error, and is silent with --json.
type progress struct {
	run *syncRun
	out io.Writer
	bar parts.Progress // its width is 0 where lines are written

	phase   store.Phase
	tenth   int  // of the last line
	size    int  // page size that was told
	resumed bool // told
}

func newProgress(s *syncRun) *progress {
	p := &progress{run: s, out: s.err, tenth: -1}
	if s.json {
		p.out = io.Discard
	}
	if f, ok := s.err.(*os.File); ok && isTerminal(f) && !s.json {
		p.bar.Width, _, _ = term.GetSize(f.Fd())
	}
	p.bar.Out = p.out
	return p
}

// show is told after each request.
func (p *progress) show(now store.Progress) {
	if now.Phase != p.phase {
		p.bar.Leave()
		p.phase, p.tenth = now.Phase, -1
	}
	if now.Resumed && !p.resumed {
		p.resumed = true
		p.line(fmt.Sprintf(p.run.w.resumed, p.run.number(now.Done)))
	}
	if p.size != 0 && now.PageSize < p.size && now.Phase == store.PhaseList {
		p.line(fmt.Sprintf(p.run.w.pages, p.run.number(now.PageSize)))
	}
	if now.Phase == store.PhaseList {
		p.size = now.PageSize
	}
	if p.bar.Width > 0 {
		p.bar.Draw(now.Done, now.Total, p.counts(now))
		return
	}
	if now.Done == 0 {
		return // nothing to tell yet, and a pipe has no bar to be alive
	}
	if tenth := tenthOf(now); tenth != p.tenth {
		p.tenth = tenth
		p.line(p.counts(now))
	}
}

// tenthOf is how many tenths of the way are done; where the way has no known
// end, every request counts.
func tenthOf(now store.Progress) int {
	if now.Total <= 0 {
		return now.Requests
	}
	return 10 * now.Done / now.Total
}

func (p *progress) counts(now store.Progress) string {
	w, done := p.run.w, p.run.number(now.Done)
	switch {
	case now.Phase == store.PhaseDetails:
		return fmt.Sprintf(w.detailing, done, p.run.number(now.Total))
	case now.Total <= 0:
		return fmt.Sprintf(w.readingMany, done)
	default:
		return fmt.Sprintf(w.reading, done, p.run.number(now.Total))
	}
}

// line writes a line of its own, below the bar if there is one.
func (p *progress) line(s string) {
	p.bar.Leave()
	_, _ = fmt.Fprintln(p.out, s)
}

// end leaves the bar as it stands.
func (p *progress) end() { p.bar.Leave() }
