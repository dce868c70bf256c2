package input

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// stroke is a key and its delay after the previous one.
type stroke struct {
	key   tea.KeyPressMsg
	after time.Duration
}

// strokes returns the keys of a text at equal intervals; "\r" is Enter.
func strokes(text string, apart time.Duration) []stroke {
	var out []stroke
	for _, r := range text {
		k := tea.KeyPressMsg{Code: r, Text: string(r)}
		switch r {
		case '\r':
			k = tea.KeyPressMsg{Code: tea.KeyEnter}
		case '\n':
			k = tea.KeyPressMsg{Code: 'j', Mod: tea.ModCtrl}
		case '\t':
			k = tea.KeyPressMsg{Code: tea.KeyTab}
		case '\x1b':
			k = tea.KeyPressMsg{Code: tea.KeyEscape}
		}
		out = append(out, stroke{k, apart})
	}
	return out
}

// played is the result of keys: those that are delivered, in order, and the scans.
type played struct {
	keys   string
	scans  []string
	broken int
	latest time.Duration // the longest time that a key was held back
	whole  []string      // the newest run that ended
}

// play gives keys to a burst in virtual time and ends each pause when it is due.
func play(all []stroke) played {
	var (
		b     Burst
		p     played
		now   time.Duration
		due   time.Duration // the end of the newest pause; 0: none
		queue []time.Duration
	)
	took := func(s Settled) {
		for _, k := range s.Keys {
			p.keys += keyName(k)
			p.latest = max(p.latest, now-queue[0])
			queue = queue[1:]
		}
		if s.Done {
			p.scans = append(p.scans, s.Text)
		}
		if s.Broken {
			p.broken++
		}
		if s.whole != nil {
			p.whole = s.whole
		}
		for _, k := range s.Behind {
			p.keys += keyName(k)
		}
		if s.Done || s.Broken {
			queue = nil
		}
	}
	for _, s := range all {
		at := now + s.after
		if due > 0 && due <= at {
			now = due
			took(paused(&b, time.Time{}.Add(now)))
		}
		now = at
		queue = append(queue, now)
		s, wait := b.take(s.key, time.Time{}.Add(now), s.after)
		took(s)
		if due = 0; wait > 0 {
			due = now + wait
		}
	}
	if due > 0 {
		now = due
		took(paused(&b, time.Time{}.Add(now)))
	}
	return p
}

func keyName(k tea.KeyPressMsg) string {
	switch {
	case k.Code == tea.KeyEnter:
		return "\r"
	case k.Code == tea.KeyTab:
		return "\t"
	case k.Code == tea.KeyEscape:
		return "\x1b"
	case k.Mod == tea.ModCtrl:
		return "\n"
	default:
		return k.Text
	}
}

func TestScannersAndPeople(t *testing.T) {
	const (
		code  = "H55.17.05-261120-0007"
		quick = 2 * time.Millisecond
		slow  = 25 * time.Millisecond
		human = 40 * time.Millisecond // faster than people type
	)
	join := func(parts ...[]stroke) (all []stroke) {
		for _, p := range parts {
			all = append(all, p...)
		}
		return all
	}
	for _, c := range []struct {
		what  string
		all   []stroke
		want  played
		alone bool // no key comes close to another
	}{
		{"a quick scanner", strokes(code+"\r", quick), played{scans: []string{code}}, false},
		{"a slow scanner", strokes(code+"\r", slow), played{scans: []string{code}}, false},
		{"all at once", strokes(code+"\r", 0), played{scans: []string{code}}, false},
		{"ended by Tab", strokes(code+"\t", quick), played{scans: []string{code}}, false},
		{"ended by both", strokes(code+"\r\n", quick), played{scans: []string{code}}, false},
		{"Esc behind it, on a line that stalled", strokes(code+"\r\n\x1b", 0), played{keys: "\x1b", scans: []string{code}}, false},
		{"a letter behind it, on a line that stalled", strokes(code+"\rm", 0), played{keys: "m", scans: []string{code}}, false},
		{"fields without an end", strokes("1.004194\t"+code+"\tx", 0), played{broken: 1}, false},
		{"fields set apart by tabs", strokes("1.004194\t"+code+"\tx\r", quick), played{scans: []string{"1.004194\t" + code + "\tx"}}, false},
		{"several lines", strokes("Ma: "+code+"\r\nHen: 25/11\r", quick), played{scans: []string{"Ma: " + code + "\n\nHen: 25/11"}}, false},
		{"two papers", join(strokes(code+"\r", quick), strokes("H", time.Second), strokes("55.17.05-261120-0008\r", quick)),
			played{scans: []string{code, "H55.17.05-261120-0008"}}, false},
		{"a person in a hurry", strokes(code+"\r", human), played{keys: code + "\r"}, true},
		{"a person", strokes("tạm trú\x1b", 180*time.Millisecond), played{keys: "tạm trú\x1b"}, true},
		{"two fingers at once", join(strokes("ta", 5*time.Millisecond), strokes("mt", human), strokes("ru", 5*time.Millisecond), strokes("\r", human)), played{keys: "tamtru\r"}, false},
		{"a short roll and Enter", strokes("1234\r", 10*time.Millisecond), played{keys: "1234\r"}, false},
		{"Enter held down", strokes("\r\r\r\r\r\r\r\r", 10*time.Millisecond), played{keys: "\r\r\r\r\r\r\r\r"}, false},
		{"arrows after a letter", strokes("a\x1bb\x1b", 10*time.Millisecond), played{keys: "a\x1bb\x1b"}, false},
		{"a paper pulled away", strokes(code[:15], quick), played{keys: code[:15], broken: 1}, false},
		{"pulled away, then typed on", join(strokes(code[:15], quick), strokes("7", time.Second)), played{keys: code[:15] + "7", broken: 1}, false},
		{"a card pulled away", strokes("001099001234|1234", quick), played{broken: 1}, false},
		{"a receipt of several fields pulled away", strokes("1.004194\tH55.1", quick), played{broken: 1}, false},
		{"a slow scanner that stops", join(strokes(code[:12], slow), strokes(code[12:13], 90*time.Millisecond), strokes(code[13:]+"\r", slow)), played{scans: []string{code}}, false},
		{"a person in a great hurry, and no Enter", strokes(code, 30*time.Millisecond), played{keys: code, broken: 1}, false},
		{"a person on a machine that was busy at first", join(strokes(code[:7], 0), strokes(code[7:]+"\r", 90*time.Millisecond)), played{keys: code + "\r"}, false},
		{"a key held down", strokes("77777777777777777777\r", 30*time.Millisecond), played{keys: "77777777777777777777\r"}, false},
		{"a stop of 90 ms in the middle", join(strokes(code[:10], quick), strokes(code[10:], 90*time.Millisecond)[:1], strokes(code[11:]+"\r", quick)), played{scans: []string{code}}, false},
		{"words, on a machine that was busy", strokes("khai sinh", 0), played{keys: "khai sinh"}, false},
		{"words and Enter, on a machine that was busy", strokes("khai sinh\r", 0), played{keys: "khai sinh\r"}, false},
		{"an address half", strokes("https://hcc", 0), played{broken: 1}, false},
		{"longer than anything of ours", strokes(strings.Repeat(code, 300)+"\r", 0), played{scans: []string{""}}, false},
		{"a person before a scanner", join(strokes("kh", human), strokes(code[:1], time.Second), strokes(code[1:]+"\r", quick)), played{keys: "kh", scans: []string{code}}, false},
	} {
		got := play(c.all)
		if c.alone && got.latest > burstPause {
			t.Errorf("%s: a key was held back for %s", c.what, got.latest)
		}
		got.latest, got.whole = 0, nil
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: %+v, want %+v", c.what, got, c.want)
		}
	}
}

// A person who types 25 letters a second types unevenly, and a busy machine makes it more
// uneven. No key is lost or taken for a scanner's.
func TestAFastTypistLosesNothing(t *testing.T) {
	const text = "H55.17.05-261120-0007"
	for seed := range uint64(2000) {
		rnd := rand.New(rand.NewPCG(seed, 7))
		all := strokes(text+"\r", 0)
		ideal, seen := time.Duration(0), time.Duration(0)
		for i := range all {
			ideal += 40 * time.Millisecond
			came := max(seen, ideal+time.Duration(rnd.IntN(120))*time.Millisecond) // late, never early
			all[i].after, seen = came-seen, came
		}
		if got := play(all); got.keys != text+"\r" || got.scans != nil {
			t.Errorf("%d: %+v", seed, got)
		}
	}
}

// Whatever keys come and when: a person's keys are delivered once and in order, and only a
// scanner's are left out.
func TestNoKeyIsLostOrDoubled(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	letters := []rune("abcđ1234567\r\t\x1b")
	for round := range 3_000 {
		var all []stroke
		var typed string
		for range rnd.IntN(40) {
			r := letters[rnd.IntN(len(letters))]
			gap := time.Duration(rnd.IntN(120)) * time.Millisecond
			if round%3 == 0 { // only a person
				gap += burstPause
			}
			all = append(all, strokes(string(r), gap)...)
			typed += string(r)
		}
		got := play(all)
		if round%3 == 0 && got.latest > burstPause {
			t.Fatalf("%q: a key was held back for %s", typed, got.latest)
		}
		if round%3 == 0 && (got.keys != typed || got.scans != nil || got.broken != 0) {
			t.Fatalf("a person typed %q, and %+v came out", typed, got)
		}
		rest := got.keys
		for _, r := range typed {
			rest = strings.TrimPrefix(rest, string(r))
		}
		if rest != "" {
			t.Fatalf("%q: %q came out, in another order or doubled", typed, got.keys)
		}
		lost := len([]rune(typed)) - len([]rune(got.keys))
		if lost > 0 && len(got.scans)+got.broken == 0 || lost < burstLeast*len(got.scans) {
			t.Fatalf("%q: %d keys did not come out, for %d scans and %d broken ones", typed, lost, len(got.scans), got.broken)
		}
	}
}

// On a machine that takes longer for a key than a person, a scanner's keys wait in the queue.
func TestABusyMachineStillKnowsAScanner(t *testing.T) {
	t.Parallel()
	const code = "H55.17.05-261120-0007"
	var b Burst
	now := time.Unix(0, 0)
	for _, s := range strokes(code+"\r", 90*time.Millisecond) {
		now = now.Add(s.after)
		if got, _ := b.take(s.key, now, time.Millisecond); got.Keys != nil {
			t.Fatalf("%v was handed on", got.Keys)
		}
	}
	if got := paused(&b, now); !got.Done || got.Text != code {
		t.Errorf("%+v", got)
	}
}

// A scan must not remain in the spare capacity of the lists.
func TestABurstKeepsNothing(t *testing.T) {
	var b Burst
	now := time.Unix(0, 0)
	for _, s := range strokes("H55.17.05-261120-0007", 0) {
		b.take(s.key, now, 0)
	}
	if got := paused(&b, now); !got.Broken {
		t.Fatalf("%+v", got)
	}
	for _, k := range b.held[:cap(b.held)] {
		if k.Text != "" {
			t.Errorf("the key %q is still there", k.Text)
		}
	}
	if !b.Idle() || cap(b.text) > 0 {
		t.Errorf("%+v", b)
	}
	if _, wait := b.pause(End(b.number), now); wait != runBroken {
		t.Errorf("waits %s for the rest", wait)
	}
	if _, wait := b.pause(End(b.number), now.Add(runBroken)); wait != 0 || strings.Trim(string(b.run.text[:cap(b.run.text)]), "\x00") != "" {
		t.Errorf("waits %s, %q is still there", wait, b.run.text[:cap(b.run.text)])
	}
}

// paused ends the pause after the newest key.
func paused(b *Burst, now time.Time) Settled {
	s, _ := b.pause(End(b.number), now)
	return s
}

// A pause in the middle splits a burst. Its code is still found, and a person who types at
// ordinary speed is not taken for a scanner.
func TestABurstThatFellApartIsWholeAtItsEnd(t *testing.T) {
	const code = "H55.17.05-261120-0007"
	join := func(parts ...[]stroke) (all []stroke) {
		for _, p := range parts {
			all = append(all, p...)
		}
		return all
	}
	quick, stop := 10*time.Millisecond, 140*time.Millisecond
	late := func(text string) []stroke { // the first key comes after a pause
		all := strokes(text, quick)
		all[0].after = stop
		return all
	}
	for _, c := range []struct {
		what  string
		all   []stroke
		whole string
	}{
		{"after three letters", join(strokes(code[:3], quick), late(code[3:]+"\r")), code},
		{"in the middle", join(strokes(code[:12], quick), late(code[12:]+"\r")), code},
		{"before the last letter", join(strokes(code[:20], quick), late(code[20:]+"\r")), code},
		{"each third key a little late", strokesOf(code+"\r", 25*time.Millisecond, 25*time.Millisecond, 40*time.Millisecond), code},
		{"a tab in it", join(strokes("1.004194\tH5", quick), late(code[2:]+"\tx\r")), "1.004194\t" + code + "\tx"},
		{"a person before it", join(strokes("tam", 100*time.Millisecond), strokes(code[:3], 200*time.Millisecond)[:1], strokes(code[1:12], quick), late(code[12:]+"\r")), code},
		{"a stop behind a tab", join(strokes("1.004194\t", quick), late(code+"\r")), "1.004194\t" + code},
		{"a person in a hurry", strokes(code+"\r", 40*time.Millisecond), ""},
		{"a person", strokes(code+"\r", 110*time.Millisecond), ""},
		{"a long stop", join(strokes(code[:12], quick), strokes(code[12:13], time.Second), strokes(code[13:]+"\r", quick)), code[12:]},
	} {
		if got := play(c.all); c.whole != "" && !slices.Contains(got.whole, c.whole) || c.whole == "" && got.whole != nil {
			t.Errorf("%s: %q, want %q", c.what, got.whole, c.whole)
		}
	}
}

// What a person typed, or a part of it, may look like a procedure's code. A busy machine must
// not make it a scan.
func TestWhatIsTypedIsNoScannedProcedure(t *testing.T) {
	for _, typed := range []string{"H03.55.994184-261120-0007", "3513486781", "1.004194"} {
		for at := range typed {
			if whole := typed[at:]; whole[0] != 'H' && better(whole, "") {
				t.Errorf("%q is taken for a scan", whole)
			}
		}
	}
	const page = "https://dichvucong.example.vn/thu-tuc-hanh-chinh/0197a5cf-9e3d-7a52-8b1c-3f2d5e6a7b80"
	if !better(page, "") || !better("H55.17.05-261120-0007", "1.004194") {
		t.Error("a scan is not known any more")
	}
}

// strokesOf returns the keys of a text with these intervals, repeated.
func strokesOf(text string, apart ...time.Duration) []stroke {
	all := strokes(text, 0)
	for i := range all {
		all[i].after = apart[i%len(apart)]
	}
	return all
}

// Of text that was typed into a field or scanned, nothing is kept after a moment, and no more
// memory than a code needs.
func TestAFollowedRunIsForgotten(t *testing.T) {
	b := Burst{Keeps: true}
	now := time.Unix(0, 0)
	for _, s := range strokes("026001234567", 90*time.Millisecond) {
		now = now.Add(s.after)
		if b.Follow(s.key, now, s.after); b.Waits() != runBroken {
			t.Fatal("nothing ends the run")
		}
	}
	b.pause(End(b.number), now.Add(runBroken))
	if left := strings.Trim(string(b.run.text[:cap(b.run.text)]), "\x00"); left != "" {
		t.Errorf("%q is still there", left)
	}
	for _, s := range strokes(strings.Repeat("0123456789abcdef|", 200)+"\r", 0) {
		b.take(s.key, now, 0)
	}
	if s := paused(&b, now); !s.Done || len(s.Keys) == 0 || cap(b.held) > roomMost || cap(b.text) > 0 {
		t.Errorf("done %v, %d keys, room for %d and %d", s.Done, len(s.Keys), cap(b.held), cap(b.text))
	}
}

// A key that is held back when a person's turn ends came after what ended it, and is the next
// person's. Of the keys before it nothing is left.
func TestAHeldKeyIsTheNextPersons(t *testing.T) {
	b := Burst{Keeps: true}
	now := time.Unix(0, 0)
	for _, s := range strokes("026001234567", 90*time.Millisecond) {
		now = now.Add(s.after)
		if b.take(s.key, now, s.after); s.key.Text != "7" {
			paused(&b, now)
		}
	}
	next := b.Renew()
	if left := strings.Trim(string(next.run.text[:cap(next.run.text)]), "\x00"); left != "" {
		t.Errorf("%q is still there", left)
	}
	if got := paused(&next, now.Add(time.Second)); len(got.Keys) != 1 || got.Keys[0].Text != "7" {
		t.Errorf("the next person gets %v", got.Keys)
	}
	if after := next.Renew(); !after.Idle() {
		t.Error("a key is held that was given")
	}
}

// When packets are lost, the rest of a scan may come late. A single key is a person's and does
// not wait for it.
func TestALostPacketTearsNoScan(t *testing.T) {
	const slack = 110 * time.Millisecond
	const goods = "9786042012345\r"
	for torn := 2; torn < len(goods); torn++ {
		b := Burst{Slack: slack}
		now := time.Time{}.Add(time.Hour)
		var scans []string
		took := func(s Settled) {
			if len(s.Keys) > 0 {
				t.Errorf("torn behind %d Keys: %d are a person's", torn, len(s.Keys))
			}
			if s.Done {
				scans = append(scans, s.Text)
			}
		}
		var due time.Time
		for i, k := range strokes(goods, 5*time.Millisecond) {
			if i == torn {
				k.after = burstTorn + 90*time.Millisecond // sent again, on a line of 80 ms
			}
			if now = now.Add(k.after); !due.IsZero() && !due.After(now) {
				took(paused(&b, now))
			}
			s, wait := b.take(k.key, now, k.after)
			took(s)
			due = now.Add(wait)
		}
		took(paused(&b, due))
		if !slices.Equal(scans, []string{"9786042012345"}) {
			t.Errorf("torn behind %d Keys: scans %q", torn, scans)
		}
	}
	b := Burst{Slack: slack}
	if _, wait := b.take(strokes("6", 0)[0].key, time.Time{}.Add(time.Hour), time.Hour); wait != burstPause+slack {
		t.Errorf("a single key waits %v", wait)
	}
}
