package operator

import (
	"context"
	"errors"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/device"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/failure"
)

// Update is a running update of the catalogue. It belongs to the kiosk: it continues when
// the page is left, and the page shows it again when it is opened.
type Update struct {
	on          bool
	done, total int
	err         error
	ended       time.Time
	news        chan News
}

// News is the progress of an update, or its end.
type News struct {
	done, total int
	ended       bool
	err         error
}

// start begins an update unless one is running.
func (s *Update) start(ctx context.Context, op device.Operator) tea.Cmd {
	if s.on {
		return nil
	}
	news := make(chan News, 1)
	*s = Update{on: true, news: news}
	told := func(done, total int) {
		select {
		case <-news: // only the newest counts
		default:
		}
		news <- News{done: done, total: total}
	}
	go func() { // not a command: it goes on while nobody waits for its news
		err := op.Sync(ctx, told)
		select {
		case <-news:
		default:
		}
		news <- News{ended: true, err: err}
	}()
	return s.listen()
}

// listen waits for the next News.
func (s *Update) listen() tea.Cmd {
	news := s.news
	return func() tea.Msg { return <-news }
}

// syncPause limits how often the progress is drawn.
const syncPause = 500 * time.Millisecond

// Came handles News of an update.
func (s *Update) Came(m News, now time.Time) tea.Cmd {
	if m.ended {
		*s = Update{err: m.err, ended: now}
		return nil
	}
	s.done, s.total = m.done, m.total
	listen := s.listen()
	return tea.Tick(syncPause, func(time.Time) tea.Msg { return listen() })
}

// draw shows the progress of an update, or the result of the last one.
func (s *Update) draw(f *parts.Flow, env *page.Env) {
	w, st, t := &env.Texts.Hold, env.Styles, env.Texts
	switch {
	case s.on && s.total > 0:
		const most = 40
		width := min(most, f.Width-30)
		says := fmt.Sprintf(w.SyncAt, t.Number(int64(s.done)), t.Number(int64(s.total)))
		f.Block(st.Base.Render("  ") + parts.Bar(st, width, s.done, s.total) + st.Base.Render("  "+says))
	case s.on:
		f.Hang(st.Info, "…", st.Base, w.SyncBegun)
	case s.ended.IsZero():
	case s.err != nil:
		says := failure.Dossier(s.err, env.ViewEnv())
		var own interface{ Says(text.Lang) string }
		if errors.As(s.err, &own) {
			says = own.Says(t.Lang)
		}
		f.Hang(st.Warn, string(view.SignAction), st.Error, fmt.Sprintf(w.SyncFailed, t.Clock(s.ended))+" "+says)
	default:
		f.Hang(st.Good, string(view.SignDone), st.Base, fmt.Sprintf(w.SyncDone, t.Clock(s.ended)))
	}
}
