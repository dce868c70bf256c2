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
	// burstPause is how long a key is held back. A key that comes within it
	// belongs to the one before, and both are held on; scanners leave at most 30 ms
	// between two, people 60 ms and more, and what is left over is for a machine
	// that is busy.
	burstPause = 34 * time.Millisecond
	// burstLeast is from how many such keys on it is a scanner: two or three that
	// close are two fingers of one person.
	burstLeast = 6
	// burstBroken is how long a burst may stop short before it is given up. What a
	// person typed in a moment in which the machine was busy, or faster than we
	// thought anybody could, is then typed after all.
	burstBroken = 100 * time.Millisecond
	// burstTorn is how much longer to wait over a line for the rest of keys that came
	// close to one another: what was lost on its way is sent again after 200 ms at
	// least (TCP_RTO_MIN of Linux). A person's single key does not wait for it.
	burstTorn = 200 * time.Millisecond
	// burstIdle is from when on the program counts as having waited for a key: it
	// takes some milliseconds from the terminal to here.
	burstIdle = 10 * time.Millisecond
	// burstMost bounds what is kept of one burst, in bytes; codes hold a few
	// hundred.
	burstMost = 4 << 10
)

// Burst tells a scanner's keys from a person's. It goes by the order in which
// keys and the ends of pauses arrive: a program that was busy for a moment sees
// late, but in order. The clock speaks for a person alone: keys that seem close
// at first and then come at a person's pace are a person's, the first ones too. A
// key that the program did not wait for says nothing of the pace: it lay there.
type Burst struct {
	held   []tea.KeyPressMsg // not yet known to be either, then all of a burst
	text   []byte            // of a burst
	number int               // of the newest key; older pauses do not count
	fast   bool              // it is a scanner
	ended  bool              // its last key was Enter or Tab
	over   bool              // longer than anything of ours

	last    time.Time     // when the newest of the held keys came
	spent   time.Duration // between those that were waited for, in all
	longest time.Duration // between two of them
	typed   time.Time     // when a person's newest letter came
	soon    bool          // the held ones came right behind it

	run run // what came before as well, see there

	// What it was made for, and stays: how much later a line may bring a key than it
	// was pressed, and whether the keys of a scan are of use, see settled.
	Slack time.Duration
	Keeps bool
}

// End is the end of the pause behind the key with that number.
type End int

// Take holds a key that came at that moment back, or hands it on with those before
// it. Idle is how long the program had nothing to do before. Wait is how long the
// pause behind the key is, 0 for none.
func (b *Burst) Take(k tea.KeyPressMsg, now time.Time, idle time.Duration) (s Settled, wait time.Duration) {
	s, wait = b.take(k, now, idle)
	s.look()
	return s, wait
}

func (b *Burst) take(k tea.KeyPressMsg, now time.Time, idle time.Duration) (s Settled, wait time.Duration) {
	b.number++
	typed, ends := typedBy(k)
	b.run.add(typed, min(now.Sub(b.last), idle)) // while the program was busy no key was late
	b.clock(now, idle)
	switch {
	case b.fast:
		b.write(k, typed)
		b.ended = ends
	case typed == "", ends:
		// Enter alone, an arrow: no scanner begins with them. What is held is a
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
			// Nobody types and scans at once.
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
	// Receipts set their fields apart with tabs and line feeds too: it is the end
	// when nothing follows.
	return Settled{}, b.wait(burstPause)
}

// wait is how long to wait for the key behind one that is held back. Nobody begins
// with a bracket but a scanner that sends what kind of code it read.
func (b *Burst) wait(pause time.Duration) time.Duration {
	if b.Keeps && !b.fast && len(b.held) > 0 && b.held[0].Text == "]" {
		return runBroken
	}
	if b.Slack > 0 && len(b.held) > 1 && !b.ended {
		pause += burstTorn
	}
	return pause + b.Slack
}

// Follow notes a key that is handed on at once, for the run. With Enter or Tab it
// gives what the run was.
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

// Load begins a burst that came as keys of a person, up to and with its last key: more
// may follow it. It gives how long to wait for that.
func (b *Burst) Load(text string, last tea.KeyPressMsg) time.Duration {
	b.Forget()
	end, _ := typedBy(last)
	b.fast, b.ended, b.text = true, true, []byte(text+end)
	return b.wait(burstPause)
}

// Flush gives the keys that are held back, unless they are a scanner's: something else
// comes behind them.
func (b *Burst) Flush() []tea.KeyPressMsg {
	if b.fast || b.Idle() {
		return nil
	}
	return b.give()
}

// Forget keeps nothing of the person. Pauses that run already do not count any more.
func (b *Burst) Forget() {
	b.forget()
	b.run.forget()
}

// Renew is a burst for the next person at the same terminal.
func (b *Burst) Renew() Burst { return Burst{number: b.number} }

// Newest is the message that ends the pause behind the newest key.
func (b *Burst) Newest() End { return End(b.number) }

// Last is when the newest key came.
func (b *Burst) Last() time.Time { return b.last }

// Run is how many keys came without a longer stop.
func (b *Burst) Run() int { return b.run.count }

// Waits is how long to wait for what ends a run, 0 for not at all.
func (b *Burst) Waits() time.Duration {
	if len(b.run.text) == 0 {
		return 0
	}
	return runBroken
}

// Pause is the end of the pause behind a key, at that moment. Wait is how long there
// is to wait for another one, 0 for none.
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

// ends is what the end of a pause makes clear.
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
		// Words alone are on no paper. The machine was busy for a moment, and a
		// person's keys had to wait for one another.
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

// cutBehind takes out the few keys behind a scan that is whole. A line that stalled
// brings both at once: whoever read their date presses Esc, and the scan of before is
// still on its way with it.
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

// slowed gives what a person typed so fast that it was taken for a burst at first.
func (b *Burst) slowed(last string) Settled {
	var whole []string
	if last == "\n" {
		whole = b.run.end()
	}
	return Settled{Keys: b.give(), whole: whole}
}

// clock notes when a key came.
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

// slow tells that the held keys came at a person's pace, all in all. One stop does
// not count, as scanners make one, too, and machines that are busy.
func (b *Burst) slow() bool {
	gaps := len(b.held) - 2
	return gaps > 0 && b.spent-b.longest > time.Duration(gaps)*burstPause
}

// repeated tells a key that is held down: terminals repeat it every 30 ms.
func (b *Burst) repeated() bool {
	for _, k := range b.held {
		if k.Text != b.held[0].Text {
			return false
		}
	}
	return true
}

// scanOnly are characters that nobody types: of identity cards and receipts.
const scanOnly = "|\t\n"

// scanMarks are characters of which every code, address and card has some.
const scanMarks = "0123456789:/|;="

// Idle tells that nothing is held back.
func (b *Burst) Idle() bool { return !b.fast && len(b.held) == 0 }

// give hands on what is held, and more behind it.
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

// forget keeps nothing but the number, and when somebody last typed.
func (b *Burst) forget() {
	clear(b.text[:cap(b.text)])
	*b = Burst{held: forgetKeys(b.held), number: b.number, typed: b.typed, last: b.last, run: b.run, Slack: b.Slack, Keeps: b.Keeps}
}

// roomMost is how many keys room is kept for: a code's. A session is there for hours.
const roomMost = 64

// forgetKeys empties a list together with the room behind it.
func forgetKeys(keys []tea.KeyPressMsg) []tea.KeyPressMsg {
	clear(keys[:cap(keys)])
	if cap(keys) > roomMost {
		return nil
	}
	return keys[:0]
}

// typedBy is what a key writes, and whether scanners end with it. A key that
// writes nothing, or is held down with Ctrl or Alt, is no part of a text.
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
