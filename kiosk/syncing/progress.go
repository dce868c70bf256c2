package syncing

import (
	"fmt"
	"io"

	"motcua/client/store"
	"motcua/tui/parts"
	"motcua/tui/text/operator"
)

// progress shows the progress of a sync: on a terminal a bar, otherwise a line at every
// tenth. It is written to standard error, and not at all with --json.
type progress struct {
	run *Run
	out io.Writer
	bar parts.Progress // its width is 0 where lines are written

	phase   store.Phase
	tenth   int  // of the last line
	size    int  // page size that was reported
	resumed bool // that was reported
}

func newProgress(r *Run) *progress {
	p := &progress{run: r, out: r.Err, tenth: -1}
	if r.JSON {
		p.out = io.Discard
	} else {
		p.bar.Width = r.Columns
	}
	p.bar.Out = p.out
	return p
}

// show is called after each request.
func (p *progress) show(now store.Progress) {
	if now.Phase != p.phase {
		p.bar.Leave()
		p.phase, p.tenth = now.Phase, -1
	}
	if now.Resumed && !p.resumed {
		p.resumed = true
		p.line(fmt.Sprintf(operator.SyncResumed.In(p.run.Lang), p.run.number(now.Done)))
	}
	if p.size != 0 && now.PageSize < p.size && now.Phase == store.PhaseList {
		p.line(fmt.Sprintf(operator.SyncPages.In(p.run.Lang), p.run.number(now.PageSize)))
	}
	if now.Phase == store.PhaseList {
		p.size = now.PageSize
	}
	if p.bar.Width > 0 {
		p.bar.Draw(now.Done, now.Total, p.counts(now))
		return
	}
	if now.Done == 0 {
		return // nothing to report yet, and a pipe needs no sign of life
	}
	if tenth := tenthOf(now); tenth != p.tenth {
		p.tenth = tenth
		p.line(p.counts(now))
	}
}

// tenthOf returns how many tenths are done; when the total is unknown, every request
// counts.
func tenthOf(now store.Progress) int {
	if now.Total <= 0 {
		return now.Requests
	}
	return 10 * now.Done / now.Total
}

func (p *progress) counts(now store.Progress) string {
	done := p.run.number(now.Done)
	switch {
	case now.Phase == store.PhaseDetails:
		return fmt.Sprintf(operator.SyncDetailing.In(p.run.Lang), done, p.run.number(now.Total))
	case now.Total <= 0:
		return fmt.Sprintf(operator.SyncReadingMany.In(p.run.Lang), done)
	default:
		return fmt.Sprintf(operator.SyncReading.In(p.run.Lang), done, p.run.number(now.Total))
	}
}

// line writes a line of its own, below the bar if there is one.
func (p *progress) line(s string) {
	p.bar.Leave()
	_, _ = fmt.Fprintln(p.out, s)
}

// end leaves the bar as it is.
func (p *progress) end() { p.bar.Leave() }
