package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/term"

	"motcua/client/store"
)

// progress shows how far a sync is: a bar that is drawn over on a terminal, a
// line at every tenth of the way otherwise. It stands beside the answers, on
// standard error, and is silent with --json.
type progress struct {
	run   *syncRun
	out   io.Writer
	width int // columns of the terminal; 0: lines

	phase   store.Phase
	tenth   int  // of the last line
	size    int  // page size that was told
	resumed bool // told
	drawn   int  // columns that the bar takes
}

func newProgress(s *syncRun) *progress {
	p := &progress{run: s, out: s.err, tenth: -1}
	if s.json {
		p.out = io.Discard
	}
	if f, ok := s.err.(*os.File); ok && isTerminal(f) && !s.json {
		p.width, _, _ = term.GetSize(f.Fd())
	}
	return p
}

// show is told after each request.
func (p *progress) show(now store.Progress) {
	if now.Phase != p.phase {
		p.end()
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
	if p.width > 0 {
		p.draw(now)
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

// Signs of the bar: plain letters, which every terminal has and no screen
// reader spells out as blocks.
const (
	barDone = "#"
	barOpen = "-"
	barMost = 40
)

// draw writes the bar over the last one.
func (p *progress) draw(now store.Progress) {
	text := p.counts(now)
	if room := min(barMost, p.width-utf8.RuneCountInString(text)-12); room >= 10 && now.Total > 0 {
		full := min(room, room*now.Done/now.Total)
		text = fmt.Sprintf("[%s%s] %3d %%  %s", strings.Repeat(barDone, full), strings.Repeat(barOpen, room-full),
			min(100, 100*now.Done/now.Total), text)
	}
	if n := utf8.RuneCountInString(text); n >= p.width && p.width > 1 {
		text = string([]rune(text)[:p.width-1])
	}
	columns := utf8.RuneCountInString(text)
	_, _ = fmt.Fprint(p.out, "\r"+text+strings.Repeat(" ", max(0, p.drawn-columns)))
	p.drawn = columns
}

// line writes a line of its own, below the bar if there is one.
func (p *progress) line(s string) {
	p.end()
	_, _ = fmt.Fprintln(p.out, s)
}

// end leaves the bar as it stands and goes on below it.
func (p *progress) end() {
	if p.drawn > 0 {
		_, _ = fmt.Fprintln(p.out)
		p.drawn = 0
	}
}
