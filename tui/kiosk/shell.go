package kiosk

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"motcua/client/code"
	"motcua/tui"
	"motcua/tui/input"
	"motcua/tui/page"
	"motcua/tui/pages/listen"
	"motcua/tui/pages/operator"
	"motcua/tui/pages/pin"
	"motcua/tui/parts"
)

// Shell is the screen of a lobby around a root. Anyone may walk up to it, nobody can leave
// it, and it forgets each person. It sees each message first: it separates a scanner's
// bursts from typed keys, asks an inactive person whether they are still there, and draws
// its own frame around the page. A wipe removes everything about a person.
type Shell struct {
	asked  page.Options // as they were given
	kiosk  *page.Kiosk
	env    *page.Env
	root   *tui.Root
	reader *reader // nil: nothing can be read aloud
	update *operator.Update

	burst  input.Burst
	pace   input.Pace
	idle   idle
	card   card
	finger finger
	tap    tap         // the last one
	taps   []time.Time // on the desk's name, the newest last

	used     bool      // there was input that may be personal
	still    bool      // the last message was a key that is held back, so the screen is unchanged
	pressing bool      // a button's key is being handled
	laid     *layout   // the page in its frame; nil: something has changed since
	drawn    *tea.View // the last screen; nil as for laid

	told      string // a sentence over the page
	toldUntil time.Time

	letters letters

	scrubbing bool                    // the terminal is being overwritten
	ground    *tea.BackgroundColorMsg // the terminal's answer; it is kept over a wipe
}

// lobbyTheme is the theme of a lobby when none is configured.
const lobbyTheme = "indigo"

// New returns the screen of a lobby. Options.Kiosk must be set.
func New(o page.Options) *Shell {
	sh := &Shell{update: &operator.Update{}}
	sh.begin(o, 0)
	return sh
}

// begin creates anew everything that may contain something about a person; pages is the
// number of pages so far.
func (sh *Shell) begin(o page.Options, pages int) {
	k, update := o.Kiosk, sh.update
	own := o
	own.Kiosk, own.Person, own.Staff, own.Full, own.Marks, own.Keeper, own.Leave = nil, true, false, false, nil, nil, nil
	if own.Theme == "" {
		own.Theme = lobbyTheme
	}
	env := page.NewEnv(own)
	env.Pages, env.Touch, env.Printer = pages, true, k.Printer
	env.Posted = page.Posted{Hours: k.Hours, Queue: k.Queue, News: k.News, Quality: k.Quality, Open: k.Open}
	*sh = Shell{asked: o, kiosk: k, env: env, update: update}
	if k.Speaker != nil {
		sh.reader = &reader{env: env, speaker: k.Speaker}
		env.Voice = sh.reader
	}
	sh.root = tui.NewRoot(env, sh.page)
}

// page creates the pages that only a lobby has.
func (sh *Shell) page(to page.Intent) page.Page {
	switch to.(type) {
	case page.Listen:
		return listen.New(sh.env)
	case page.PIN:
		return pin.New(sh.env, sh.kiosk.Operator)
	case page.Operator:
		return operator.New(sh.env, sh.kiosk.Operator, sh.kiosk.Restarts, sh.update)
	case page.More:
		under := sh.Top()
		return newMore(sh.env, func() []parts.Button { return sh.Left(under) })
	}
	return nil
}

// Init returns the commands that a root starts with.
func (sh *Shell) Init() tea.Cmd { return sh.root.Init() }

// Update handles a message.
func (sh *Shell) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		msg = input.Unpadded(k)
	}
	now := time.Now()
	sh.interrupt(msg) // immediately, before it is known what the key is
	sh.still = false
	cmd := sh.held(msg, now)
	sh.speak(nil)
	cmd = tea.Batch(cmd, sh.useCard(), sh.setLetters(), sh.plan(now))
	if !sh.still { // not every message is followed by a view
		sh.changed()
		sh.drawn = nil
	}
	sh.pace.Worked(now)
	return sh, cmd
}

// View returns the whole screen and the terminal settings for it.
func (sh *Shell) View() tea.View { return *sh.shown() }

// shown returns the current screen. Drawing takes longer than everything else about a key,
// and a scan consists of hundreds of keys, so an unchanged screen is not drawn again.
func (sh *Shell) shown() *tea.View {
	began := time.Now()
	if sh.drawn == nil {
		v := sh.root.Show(sh.Screen)
		sh.drawn = &v
	}
	sh.pace.Worked(began)
	return sh.drawn
}

// held handles a message, and holds keys back until it is known whether a person or a
// scanner sent them.
func (sh *Shell) held(msg tea.Msg, now time.Time) tea.Cmd {
	sh.used = sh.used || mayBePersonal(msg)
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		sh.idle.touch(now)
		sh.burst.Slack = sh.env.Slack()
		s, wait := sh.burst.Take(msg, now, sh.pace.Idle(sh.burst.Last(), now))
		pause := sh.burst.Newest()
		sh.still = s.Nothing() && !sh.idle.asking()
		cmd := sh.settle(s, now)
		if wait > 0 {
			return tea.Batch(cmd, sh.env.After(wait, pause))
		}
		return cmd
	case input.End:
		s, wait := sh.burst.Pause(msg, now)
		sh.still = s.Nothing() && !sh.idle.asking()
		cmd := sh.settle(s, now)
		if wait > 0 {
			return tea.Batch(cmd, sh.env.After(wait, msg))
		}
		return cmd
	case scannedMsg:
		sh.idle.answered(now)
		return sh.scanned(string(msg), now)
	case ScanFault:
		sh.idle.answered(now)
		sh.tellFor(msg.says(&sh.env.Texts.Hold), now)
		return nil
	case tea.MouseClickMsg:
		if sh.echoes(msg, now) {
			return nil
		}
		return sh.byHand(msg, now)
	case tea.PasteMsg, tea.MouseWheelMsg, tea.MouseMotionMsg:
		return sh.byHand(msg, now)
	case liftMsg:
		if int(msg) == sh.finger.number {
			sh.env.Pressed = ""
		}
		return nil
	case momentMsg:
		return sh.momentCame(msg, now)
	case page.FinishMsg:
		return sh.wipe()
	case scrubbedMsg:
		return sh.scrubbed()
	case operator.News:
		return sh.update.Came(msg, sh.env.Service.Now())
	case tea.BackgroundColorMsg:
		sh.ground = &msg
	}
	return sh.hand(msg)
}

// mayBePersonal reports whether a message may be personal input. The key that ends a
// person's turn is not, however long it is held down.
func mayBePersonal(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return !key.Matches(msg, lobbyKeys.finish)
	case scannedMsg, tea.PasteMsg, tea.MouseClickMsg:
		return true
	}
	return false
}

// settle handles keys whose sender is now known.
func (sh *Shell) settle(s input.Settled, now time.Time) tea.Cmd {
	switch {
	case s.Over:
		sh.idle.answered(now)
		sh.tellFor(sh.env.Texts.Hold.ScanTooLong, now)
		return nil
	case s.Done:
		sh.idle.answered(now)
		sh.root.Unsay()
		return tea.Batch(sh.scanned(s.Text, now), sh.handAll(s.Behind))
	case s.Broken && (len(s.Keys) == 0 || !sh.Top().CapturesInput()):
		// Where there is no field nobody types so fast, and each letter would be a key of
		// the page. It also stops a scanner that is set up to send no Enter.
		sh.idle.answered(now)
		if text := s.Wrote(); code.ReadScan(text).Kind == code.ScanDossier {
			return sh.scanned(text, now)
		}
		sh.tellFor(sh.env.Texts.Hold.ScanBroken, now)
		return nil
	case len(s.Keys) == 0:
		return nil
	case sh.idle.answered(now):
		return nil // a key that answers the question has no other effect
	}
	return sh.handAll(s.Keys)
}

// byHand handles touch, mouse and pastes.
func (sh *Shell) byHand(msg tea.Msg, now time.Time) tea.Cmd {
	sh.idle.touch(now)
	if p, ok := msg.(tea.PasteMsg); ok {
		if half, tooLong := input.HalfPaste(p.Content); half {
			// A paste that is not complete. One that stopped would only be noticed at the
			// next key or touch, which would remove the sentence at once.
			if sh.idle.answered(now); tooLong {
				sh.tellFor(sh.env.Texts.Hold.ScanTooLong, now)
			}
			return nil
		}
		if cmd, ok := sh.openScan(p.Content); ok {
			sh.idle.answered(now)
			return cmd
		}
	}
	var before tea.Cmd
	if keys := sh.burst.Flush(); len(keys) > 0 { // the typed keys come before the touch
		before = sh.settle(input.Settled{Keys: keys}, now)
	}
	if sh.idle.answered(now) || sh.scrubbing {
		return before
	}
	click, ok := msg.(tea.MouseClickMsg)
	switch {
	case ok && sh.told != "" && sh.Screen().Hit(click.X, click.Y) == toldTarget:
		sh.hush()
		return before
	case ok && click.Button == tea.MouseLeft && click.Y == 0 && sh.Screen().Hit(click.X, click.Y) == "":
		return tea.Batch(before, sh.tapped(now))
	}
	sh.hush()
	return tea.Batch(before, sh.hand(msg))
}

// Top returns the page on top.
func (sh *Shell) Top() tui.Opened { return sh.root.Top() }
