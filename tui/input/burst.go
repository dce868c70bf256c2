package input

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client/code"
)

// A scanner types its text faster than anybody can, and ends it with Enter or
// Tab. Keys are held back for a moment to see which it is.
const (
	// burstPause is how long a key is held back. A key that follows within it belongs
	// to the same burst, and both are held. Scanners leave at most 30 ms between two
	// keys, people 60 ms and more; the 4 ms above that allow for a busy machine.
	burstPause = 34 * time.Millisecond
	// burstLeast is the number of such keys from which it is a scanner: two or three can
	// be two fingers of one person.
	burstLeast = 6
	// burstBroken is how long a burst may stop in the middle before it is given up and its
	// keys are delivered as a person's, who typed while the machine was busy or faster
	// than expected.
	burstBroken = 100 * time.Millisecond
	// burstTorn is the additional wait over a network for the rest of a burst: a lost
	// packet is sent again after at least 200 ms (TCP_RTO_MIN of Linux). A single key does
	// not wait for it.
	burstTorn = 200 * time.Millisecond
	// burstIdle is the idle time from which the program counts as having waited for a key:
	// a key takes some milliseconds from the terminal to here.
	burstIdle = 10 * time.Millisecond
	// burstMost limits one burst, in bytes; codes hold a few hundred.
	burstMost = 4 << 10
)

// Burst distinguishes a scanner's keys from a person's. It relies on the order in which keys
// and ends of pauses arrive: a busy program sees them late, but in order. Time is used only
// to recognise a person: keys that first seem close and then come at a person's speed are a
// person's, including the first ones. A key that was already queued says nothing about
// speed.
type Burst struct {
	held   []tea.KeyPressMsg // first undecided, later all keys of a burst
	text   []byte            // of a burst
	number int               // of the newest key; the ends of older pauses are ignored
	fast   bool              // it is a scanner
	ended  bool              // its last key was Enter or Tab
	over   bool              // longer than any code

	last    time.Time     // when the newest of the held keys came
	spent   time.Duration // total time between keys that were waited for
	longest time.Duration // longest time between two of them
	typed   time.Time     // when a person's newest letter came
	soon    bool          // the held keys came directly after it

	run run // the keys before the held ones
	// Set at creation. Slack is how much later than it was pressed a key may arrive over a
	// connection. Keeps means that the keys of a scan are delivered too, see Settled.
	Slack time.Duration
	Keeps bool
}

// End is the message that the pause after the key with that number is over.
type End int

// Take receives a key and either holds it back or returns it with those before it. idle is
// how long the program had nothing to do before the key. wait is the length of the pause to
// start after it, 0 for none.
func (b *Burst) Take(k tea.KeyPressMsg, now time.Time, idle time.Duration) (s Settled, wait time.Duration) {
	s, wait = b.take(k, now, idle)
	s.look()
	return s, wait
}

func (b *Burst) take(k tea.KeyPressMsg, now time.Time, idle time.Duration) (s Settled, wait time.Duration) {
	b.number++
	typed, ends := typedBy(k)
	b.run.add(typed, min(now.Sub(b.last), idle)) // the time while the program was busy does not count
	b.clock(now, idle)
	switch {
	case b.fast:
		b.write(k, typed)
		b.ended = ends
	case typed == "", ends:
		// A lone Enter or an arrow key: no scan begins with it, so the held keys are a
		// person's.
		var whole []string
		switch typed {
		case "\n":
			whole = b.run.end()
		case "":
			b.run.forget()
		}
		return Settled{Keys: b.give(k), whole: whole}, b.Waits()
	default:
		b.held = append(b.held, k)
		if len(b.held) < burstLeast {
			return Settled{}, b.wait(burstPause)
		}
		if b.soon || b.repeated() {
			// Nobody types and scans at the same time.
			return Settled{Keys: b.give()}, b.Waits()
		}
		b.fast = true
		for _, h := range b.held {
			b.text = append(b.text, h.Text...)
		}
	}
	if b.slow() && !b.over {
		return b.slowed(typed), b.Waits()
	}
	if b.fast && !b.ended {
		return Settled{}, b.wait(burstBroken)
	}
	// Receipts separate their fields by tabs and line feeds too, so this is the end only
	// when nothing follows.
	return Settled{}, b.wait(burstPause)
}

// wait returns how long to wait for the next key. Only a scanner that sends a symbology
// identifier begins with a bracket.
func (b *Burst) wait(pause time.Duration) time.Duration {
	if b.Keeps && !b.fast && len(b.held) > 0 && b.held[0].Text == "]" {
		return runBroken
	}
	if b.Slack > 0 && len(b.held) > 1 && !b.ended {
		pause += burstTorn
	}
	return pause + b.Slack
}

// Follow records a key that is delivered at once, for the run. For Enter or Tab it returns
// the texts of the run.
func (b *Burst) Follow(k tea.KeyPressMsg, now time.Time, idle time.Duration) (whole []string) {
	b.number++
	typed, ends := typedBy(k)
	switch {
	case typed == "":
		b.run.forget()
	case ends:
		whole = b.run.fast()
	}
	b.run.add(typed, min(now.Sub(b.last), idle))
	b.last = now
	if typed == "\n" {
		b.run.forget()
	}
	return whole
}

// Load begins a burst from keys that were delivered as a person's, up to and including the
// last; more may follow. It returns how long to wait for more.
func (b *Burst) Load(text string, last tea.KeyPressMsg) time.Duration {
	b.Forget()
	end, _ := typedBy(last)
	b.fast, b.ended, b.text = true, true, []byte(text+end)
	return b.wait(burstPause)
}

// Flush returns the keys that are held back, unless they are a scanner's, because another
// input must come after them.
func (b *Burst) Flush() []tea.KeyPressMsg {
	if b.fast || b.Idle() {
		return nil
	}
	return b.give()
}

// Forget drops everything of the person. Running pauses no longer count.
func (b *Burst) Forget() {
	b.forget()
	b.run.forget()
}

// Renew returns a burst for the next person at the same terminal, and leaves nothing of the
// last one. Keys that are still held back came after the key or the touch that ended the last
// person's turn, for each of those delivers what was held before it: on a line that stalls,
// both arrive at once. So they are the next person's.
func (b *Burst) Renew() Burst {
	b.run.forget()
	if b.Idle() {
		b.forget()
		return Burst{number: b.number}
	}
	clear(b.held[len(b.held):cap(b.held)])
	clear(b.text[len(b.text):cap(b.text)])
	next := *b
	next.typed, next.soon = time.Time{}, false
	return next
}

// Newest is the message that ends the pause behind the newest key.
func (b *Burst) Newest() End { return End(b.number) }

// Last is when the newest key came.
func (b *Burst) Last() time.Time { return b.last }

// Run returns how many keys came without a longer stop.
func (b *Burst) Run() int { return b.run.count }

// Waits returns how long to wait for the end of a run, 0 for not at all.
func (b *Burst) Waits() time.Duration {
	if len(b.run.text) == 0 {
		return 0
	}
	return runBroken
}

// Pause handles the end of the pause after a key. wait is the length of the next pause to
// start, 0 for none.
func (b *Burst) Pause(number End, now time.Time) (s Settled, wait time.Duration) {
	s, wait = b.pause(number, now)
	s.look()
	return s, wait
}

func (b *Burst) pause(number End, now time.Time) (s Settled, wait time.Duration) {
	if int(number) != b.number {
		return Settled{}, 0 // another key came
	}
	if b.Idle() && now.Sub(b.last) >= runBroken {
		b.run.forget()
	}
	s = b.ends()
	return s, b.Waits()
}

// ends decides what the held keys are at the end of a pause.
func (b *Burst) ends() Settled {
	if !b.fast {
		return Settled{Keys: b.give()}
	}
	behind := b.cutBehind()
	s := Settled{Text: strings.TrimSpace(string(b.text)), Done: b.ended, Broken: !b.ended, Behind: behind}
	switch {
	case b.over:
		s.Text, s.Over = "", true
	case !strings.ContainsAny(s.Text, scanMarks):
		// No code consists of letters alone. A person typed while the machine was busy, so
		// the keys arrived together.
		return b.slowed(string(b.text[max(len(b.text)-1, 0):]))
	}
	if strings.HasSuffix(string(b.text), "\n") { // behind a tab more may follow
		s.whole = b.run.end()
	}
	if s.Broken && !b.over && !strings.ContainsAny(s.Text, scanOnly) && !strings.Contains(s.Text, "://") {
		s.Keys, s.Text = b.give(), ""
		return s
	}
	if b.Keeps {
		s.Keys = append([]tea.KeyPressMsg{}, b.held...)
	}
	b.forget()
	return s
}

// cutBehind removes the few keys after a complete scan. A stalled line delivers both at
// once: the person presses Esc for the page that they have read, while the next scan is
// still on its way.
func (b *Burst) cutBehind() (keys []tea.KeyPressMsg) {
	if b.ended || b.over {
		return nil
	}
	last, size := len(b.held)-1, 0 // of the scan, of what stands behind it in bytes
	enters := false
	for ; last >= 0; last-- {
		typed, ends := typedBy(b.held[last])
		if enters = typed == "\n"; ends {
			break
		}
		size += len(typed)
	}
	count := len(b.held) - 1 - last
	if last < 0 || count >= burstLeast || size > 0 && !enters { // fields have Tab between them
		return nil
	}
	scan := b.text[:len(b.text)-size]
	if code.ReadScan(strings.TrimSpace(string(scan))).Kind == code.ScanUnknown {
		return nil
	}
	keys = slices.Clone(b.held[last+1:])
	clear(b.held[last+1:])
	clear(b.text[len(scan):])
	b.held, b.text, b.ended = b.held[:last+1], scan, true
	return keys
}

// slowed returns keys that a person typed so fast that they looked like a burst.
func (b *Burst) slowed(last string) Settled {
	var whole []string
	if last == "\n" {
		whole = b.run.end()
	}
	return Settled{Keys: b.give(), whole: whole}
}

// clock records when a key came.
func (b *Burst) clock(now time.Time, idle time.Duration) {
	switch gap := now.Sub(b.last); {
	case b.Idle():
		b.spent, b.longest = 0, 0
		b.soon = !b.typed.IsZero() && now.Sub(b.typed) < burstBroken
	case idle > burstIdle:
		b.spent += gap
		b.longest = max(b.longest, gap)
	}
	b.last = now
}

// slow reports whether the held keys came at a person's speed on average. One stop does not
// count, because scanners and busy machines make one too.
func (b *Burst) slow() bool {
	gaps := len(b.held) - 2
	return gaps > 0 && b.spent-b.longest > time.Duration(gaps)*burstPause
}

// repeated recognises a key that is held down, which terminals repeat every 30 ms.
func (b *Burst) repeated() bool {
	for _, k := range b.held {
		if k.Text != b.held[0].Text {
			return false
		}
	}
	return true
}

// scanOnly are characters that only scanners type: those of identity cards and receipts.
const scanOnly = "|\t\n"

// scanMarks are characters of which every code, address and card contains some.
const scanMarks = "0123456789:/|;="

// Idle reports whether nothing is held back.
func (b *Burst) Idle() bool { return !b.fast && len(b.held) == 0 }

// give returns the held keys, followed by more.
func (b *Burst) give(more ...tea.KeyPressMsg) []tea.KeyPressMsg {
	keys := append(append([]tea.KeyPressMsg{}, b.held...), more...)
	if len(b.held) > 0 {
		b.typed = b.last
	}
	b.forget()
	return keys
}

// write adds a key to a burst.
func (b *Burst) write(k tea.KeyPressMsg, typed string) {
	if len(b.text)+len(typed) > burstMost || len(b.held) > burstMost {
		b.over = true
		return
	}
	b.held = append(b.held, k)
	b.text = append(b.text, typed...)
}

// forget drops everything but the number and the time of the last letter.
func (b *Burst) forget() {
	clear(b.text[:cap(b.text)])
	*b = Burst{held: forgetKeys(b.held), number: b.number, typed: b.typed, last: b.last, run: b.run, Slack: b.Slack, Keeps: b.Keeps}
}

// roomMost is the number of keys for which memory is kept: a code's. A session lasts hours.
const roomMost = 64

// forgetKeys zeroes a list including its spare capacity.
func forgetKeys(keys []tea.KeyPressMsg) []tea.KeyPressMsg {
	clear(keys[:cap(keys)])
	if cap(keys) > roomMost {
		return nil
	}
	return keys[:0]
}

// typedBy returns the text of a key, and whether scanners end with it. A key without text,
// or with Ctrl or Alt, is no part of a text.
func typedBy(k tea.KeyPressMsg) (text string, ends bool) {
	switch {
	case k.Code == tea.KeyEnter, k.Code == tea.KeyKpEnter, k.Code == 'j' && k.Mod == tea.ModCtrl:
		return "\n", true
	case k.Code == tea.KeyTab && k.Mod == 0:
		return "\t", true
	case k.Mod&(tea.ModCtrl|tea.ModAlt|tea.ModMeta|tea.ModSuper) != 0:
		return "", false
	default:
		return k.Text, false
	}
}
