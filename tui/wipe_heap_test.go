//go:build unix

package tui_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/rand"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/vt"

	"motcua/client"
	"motcua/tui"
)

// Whoever stands at a kiosk after somebody else must find nothing of them, not
// even with a debugger. The interface runs in a process of its own, which is given
// words that were thrown at random for this one run: its portal is this process,
// its terminal too. What is left in its memory is read out of a dump of its heap.

// heapChild tells a process that it is the interface, and where its portal is.
const heapChild = "MOTCUA_TEST_HEAP_CHILD"

// remembers tells it to leave something behind on purpose.
const remembers = "MOTCUA_TEST_REMEMBERS"

// planted is what one person types and is shown.
type planted struct {
	Code, Serial, Proof, Name, Paper, Unit string
	Card, Words, PIN                       string
	More                                   []string // papers before the one that is looked for
}

func plant() planted {
	p := planted{
		Serial: digits(7), Proof: digits(4) + digits(8), Name: letters(9) + " " + letters(8), Paper: letters(11), Unit: letters(12),
		Words: letters(13), PIN: digits(11),
	}
	for range 30 { // so that it is drawn behind more than the first page has to say
		p.More = append(p.More, letters(55))
	}
	p.Code = "H55.17.05-261117-" + p.Serial
	p.Card = digits(12) + "||" + letters(10) + "|01021990|Nam|" + letters(150) + "|05062021"
	return p
}

// needles are the pieces that are looked for. A code may be kept in pieces too.
func (p planted) needles() map[string]string {
	card := strings.Split(p.Card, "|")
	name := strings.Fields(p.Name)
	return map[string]string{
		"the code's number": p.Serial, "the proof": p.Proof, "the name": name[0], "the family name": name[1], "a paper": p.Paper, "the unit": p.Unit,
		"the card's number": card[0], "the card's name": card[2], "the card's address": card[5][len(card[5])-20:], "what was searched": p.Words, "the PIN": p.PIN,
	}
}

// left counts what is in memory.
func (p planted) left(memory []byte) (n int) {
	for _, needle := range p.needles() {
		if found(memory, needle) != nil {
			n++
		}
	}
	return n
}

func letters(n int) string { return random("bcdfghjklmnpqrstvwxz", n) }
func digits(n int) string  { return random("123456789", n) }

func random(from string, n int) string {
	b := make([]byte, n)
	for i := range b {
		k, err := rand.Int(rand.Reader, big.NewInt(int64(len(from))))
		if err != nil {
			panic(err)
		}
		b[i] = from[k.Int64()]
	}
	return string(b)
}

// found tells in which forms something lies in memory: as text, or as the runes
// that fields keep.
func found(memory []byte, s string) (forms []string) {
	if bytes.Contains(memory, []byte(s)) {
		forms = append(forms, "text")
	}
	var runes []byte
	for _, r := range s {
		runes = binary.NativeEndian.AppendUint32(runes, uint32(r))
	}
	if bytes.Contains(memory, runes) {
		forms = append(forms, "runes")
	}
	return forms
}

func TestAfterAWipeNothingIsLeftInMemory(t *testing.T) {
	long(t)
	if testing.Short() {
		t.Skip("-short: types as a person does, for some seconds")
	}
	for _, c := range []struct {
		name string
		env  []string
		left bool // something is left behind on purpose
	}{
		{"wiped", nil, false},
		{"an interface that remembers", []string{remembers + "=1"}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := plant()
			k := startHeapChild(t, p, c.env)
			k.person(p)
			// Before the wipe all of it must be there, or the search finds nothing.
			before := k.dump()
			for what, needle := range p.needles() {
				if what == "the PIN" || strings.HasPrefix(what, "the card's") {
					continue // forgotten as soon as they were of use
				}
				if len(found(before, needle)) == 0 && what != "what was searched" {
					t.Errorf("before the wipe the dump of %d bytes does not hold %s: the search is broken", len(before), what)
				}
			}
			for _, gone := range []string{"the PIN", "the card's name", "the card's address"} {
				if forms := found(before, p.needles()[gone]); forms != nil {
					t.Errorf("%s is in memory, as %s, though it was of use no more", gone, forms)
				}
			}
			k.keys("\x1b[21~") // F10: finished
			k.until(func() bool { return strings.Contains(k.text(), "Cần mang giấy tờ gì?") })
			var after []byte
			for range 10 { // the terminal's answers, and what was under way, take a moment
				k.pause(500 * time.Millisecond)
				if after = k.dump(); c.left || p.left(after) == 0 {
					break
				}
			}
			count := p.left(after)
			for what, needle := range p.needles() {
				if forms := found(after, needle); forms != nil {
					if !c.left {
						at := bytes.Index(after, []byte(needle))
						t.Errorf("after the wipe %s is in memory, as %s: %q", what, forms, after[max(at-60, 0):max(min(at+60, len(after)), 0)])
					}
				}
				if strings.Contains(k.text(), needle) || strings.Contains(k.scrolled(), needle) {
					t.Errorf("after the wipe %s is on the terminal", what)
				}
			}
			if c.left && count == 0 {
				t.Error("an answer was kept on purpose, and nothing was found: the search is blind")
			}
			if model := k.walk(); !c.left && model != "clean" {
				t.Errorf("the model holds %s", model)
			}
		})
	}
}

// heapKiosk is the interface in its own process, seen from outside.
type heapKiosk struct {
	t      *testing.T
	in     io.WriteCloser
	ask    io.Writer // orders
	told   *bufio.Reader
	mu     sync.Mutex
	screen *vt.Emulator
	folder string
	dumps  int
	p      planted
}

func startHeapChild(t *testing.T, p planted, env []string) *heapKiosk {
	t.Helper()
	k := &heapKiosk{t: t, screen: vt.NewEmulator(80, 40), folder: t.TempDir(), p: p}
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestHeapChild$", "-test.count=1")
	// As at a kiosk: no copy is interrupted, whose registers the runtime would keep.
	cmd.Env = append(append(os.Environ(), heapChild+"="+portalOf(t, p), "TEA_TRACE=", "GODEBUG=clobberfree=1,asyncpreemptoff=1"), env...) //nolint:forbidigo // of a process of ours
	var err error
	if k.in, err = cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	orders, ask, err1 := os.Pipe()
	told, tell, err2 := os.Pipe()
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	k.ask, k.told = ask, bufio.NewReader(told)
	cmd.ExtraFiles = []*os.File{orders, tell}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_, _ = orders.Close(), tell.Close()
	go func() { _, _ = io.Copy(k.in, k.screen) }() // its answers to questions
	read := make(chan struct{})
	go func() {
		defer close(read)
		buf := make([]byte, 4096)
		for {
			n, err := out.Read(buf)
			k.mu.Lock()
			_, _ = k.screen.Write(bytes.ReplaceAll(buf[:n], []byte("\n"), []byte("\r\n")))
			k.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	t.Cleanup(func() {
		_, _ = fmt.Fprintln(k.ask, "quit")
		_ = k.in.Close()
		<-read
		_ = cmd.Wait()
		_, _ = ask.Close(), told.Close()
		_ = k.screen.InputPipe().(io.Closer).Close() // Close itself races with a reader
	})
	k.until(func() bool { return strings.Contains(k.text(), "Cần mang giấy tờ gì?") })
	return k
}

// person is one person's turn: a search, a dossier by hand with its proof, a card,
// a look at the PIN.
func (k *heapKiosk) person(p planted) {
	shows := func(s string) { k.until(func() bool { return strings.Contains(k.text(), s) }) }
	k.keys("2")
	shows("Ông/bà muốn làm việc gì?")
	k.typed(p.Words)
	shows("Không thấy thủ tục nào")
	k.changes("\x1b")
	k.keys("\x1b[24~")
	shows("PIN")
	for _, d := range p.PIN {
		k.changes(string(d))
	}
	k.keys("\r")
	shows("chưa đúng")
	k.changes("\x1b")
	k.scans(p.Card, "4 số cuối")
	k.changes("x")
	for range 3 { // a machine that was busy took some of the scan for keys, and went somewhere
		if !strings.Contains(k.text(), "Cần mang giấy tờ gì?") {
			k.changes("\x1b")
		}
	}
	k.keys("1")
	shows("Mã hồ sơ, in trên giấy hẹn")
	k.typed(p.Code)
	k.keys("\r")
	k.until(func() bool { return strings.Contains(k.text(), "Không thấy hồ sơ nào khớp") }) // the card is another's
	for range 4 {
		k.changes("\x7f")
	}
	k.typed(p.Proof)
	k.keys("\r")
	shows(p.More[0])
	for range 12 {
		k.keys("\x1b[6~") // to the end
		k.pause(80 * time.Millisecond)
	}
	shows(p.Name)
	k.order("repaint") // all of it in one piece
	k.pause(200 * time.Millisecond)
}

func (k *heapKiosk) keys(s string) { _, _ = io.WriteString(k.in, s) }

// scans sends a text at once, as a scanner does. A machine that is so busy that the
// keys come in pieces has lost them, and a person scans again.
func (k *heapKiosk) scans(text, want string) {
	k.t.Helper()
	for range 5 {
		k.keys(text + "\r")
		for range 200 {
			if strings.Contains(k.text(), want) {
				return
			}
			k.pause(30 * time.Millisecond)
		}
		for range 3 { // from where the pieces led
			k.keys("\x1b")
			k.pause(300 * time.Millisecond)
		}
	}
	k.t.Fatalf("nothing was scanned; the screen shows\n%s", k.text())
}

// changes sends a key and waits until the screen has answered it: however busy the
// machine is, two keys then never come together as a scanner's do.
func (k *heapKiosk) changes(key string) {
	k.t.Helper()
	before := k.text()
	k.keys(key)
	k.until(func() bool { return k.text() != before })
	k.pause(50 * time.Millisecond)
}

// typed types as a person does who looks at each letter: however busy the machine
// is, the keys do not come together as a scanner's do.
func (k *heapKiosk) typed(s string) {
	k.t.Helper()
	for i := range s {
		k.keys(s[i : i+1])
		k.until(func() bool { return strings.Contains(k.text(), s[:i+1]) })
		k.pause(50 * time.Millisecond)
	}
}

// pause waits in real time: there is another process.
func (k *heapKiosk) pause(d time.Duration) { time.Sleep(d) } //nolint:forbidigo // see above

func (k *heapKiosk) until(ok func() bool) {
	k.t.Helper()
	for end := time.Now().Add(20 * time.Second); !ok(); k.pause(20 * time.Millisecond) {
		if time.Now().After(end) {
			k.t.Fatalf("it did not come to that; the screen shows\n%s", k.text())
		}
	}
}

func (k *heapKiosk) text() string {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.screen.String()
}

// scrolled is what the terminal keeps above its screen.
func (k *heapKiosk) scrolled() string {
	k.mu.Lock()
	defer k.mu.Unlock()
	var b strings.Builder
	for y := range k.screen.ScrollbackLen() {
		for x := range 80 {
			if c := k.screen.ScrollbackCellAt(x, y); c != nil {
				b.WriteString(c.Content)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// dump is the child's memory: what is reachable, and no rubbish.
func (k *heapKiosk) dump() []byte {
	k.t.Helper()
	name := filepath.Join(k.folder, fmt.Sprint("dump", k.dumps))
	k.dumps++
	k.order("dump " + name)
	body, err := os.ReadFile(name)
	if err != nil {
		k.t.Fatal(err)
	}
	return body
}

// walk has the child look through its model. It is told what for: do it last.
func (k *heapKiosk) walk() string {
	k.t.Helper()
	var needles []string
	for _, n := range k.p.needles() {
		needles = append(needles, n)
	}
	return k.order("walk " + strings.Join(needles, ","))
}

func (k *heapKiosk) order(s string) string {
	k.t.Helper()
	_, _ = fmt.Fprintln(k.ask, s)
	answer, err := k.told.ReadString('\n')
	if err != nil {
		k.t.Fatal(err)
	}
	return strings.TrimSpace(answer)
}

// portalOf answers for the planted dossier, a connection a question.
func portalOf(t *testing.T, p planted) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			line, _ := bufio.NewReader(c).ReadString('\n')
			code, proof, _ := strings.Cut(strings.TrimSpace(line), " ")
			reply := portalReply{}
			if code == p.Code && (proof == "" || proof == p.Proof) {
				reply.Unit = p.Unit
				if proof != "" {
					reply.Name, reply.Papers = p.Name, slices.Concat(p.More, []string{p.Paper})
				}
			}
			_ = json.NewEncoder(c).Encode(reply)
			_ = c.Close()
		}
	}()
	return l.Addr().String()
}

// portalReply is what it says.
type portalReply struct {
	Unit, Name string
	Papers     []string
}

// farAnswers asks another process.
type farAnswers struct {
	*answers
	portal string
	mu     sync.Mutex
	kept   []client.Answer[client.Dossier] // when it is told to remember
}

func (f *farAnswers) Track(ctx context.Context, q client.DossierQuery) (client.Answer[client.Dossier], error) {
	none := client.Answer[client.Dossier]{}
	c, err := (&net.Dialer{}).DialContext(ctx, "tcp", f.portal)
	if err != nil {
		return none, err
	}
	defer func() { _ = c.Close() }()
	_, _ = fmt.Fprintf(c, "%s %s\n", q.Code, q.Proof)
	body, err := io.ReadAll(c)
	var r portalReply
	if err = firstErr(err, json.Unmarshal(body, &r)); err != nil {
		return none, err
	}
	if r.Unit == "" {
		return none, client.ErrNotFound
	}
	d := client.Dossier{Code: q.Code, Status: client.StatusProcessing, ProcedureName: "Đăng ký tạm trú", Agency: client.Agency{Name: r.Unit}, DueAt: day(25, 17, 0), Proof: client.ProofNeeded}
	if r.Name != "" {
		d.Proof, d.Private = client.ProofGiven, &client.Private{Applicant: r.Name, Missing: r.Papers}
	}
	a := client.Answer[client.Dossier]{Value: d, AsOf: time.Now(), Source: hall}
	if os.Getenv(remembers) != "" { //nolint:forbidigo // set by the test above
		f.mu.Lock()
		f.kept = append(f.kept, a)
		f.mu.Unlock()
	}
	return a, nil
}

// Search finds nothing, and keeps nothing of what was looked for.
func (*farAnswers) Search(context.Context, client.Query) (client.Answer[client.SearchResult], error) {
	return client.Answer[client.SearchResult]{}, client.ErrNotFound
}

func firstErr(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// TestHeapChild is the interface in its own process.
func TestHeapChild(t *testing.T) {
	portal := os.Getenv(heapChild) //nolint:forbidigo // set by the test above
	if portal == "" {
		t.Skip("the body of the process that the test above starts; alone it has no terminal")
	}
	o, svc := options(t)
	far := &farAnswers{answers: svc, portal: portal}
	o.Service, o.Samples = far, nil
	o.Kiosk = &tui.Kiosk{Operator: &forgetfulOperator{}}
	model := tui.New(o)
	program := tea.NewProgram(walked{model, model}, tea.WithInput(tui.Forgetful(os.Stdin, nil)), tea.WithOutput(os.Stdout), tea.WithWindowSize(80, 40),
		tea.WithColorProfile(colorprofile.TrueColor), tea.WithoutSignalHandler(), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	go obey(program)
	if _, err := program.Run(); err != nil {
		t.Fatal(err)
	}
	runtime.KeepAlive(far)
}

// forgetfulOperator refuses every PIN and keeps none.
type forgetfulOperator struct{ fakeOperator }

func (*forgetfulOperator) Open(string) (bool, time.Duration) { return false, 0 }

// walked looks through a model when it is told to, between two messages of its own.
type walked struct {
	tea.Model
	root *tui.Root
}

type walkMsg struct {
	needles []string
	found   chan []string
}

func (w walked) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if order, ok := msg.(walkMsg); ok {
		order.found <- holding(w.root, order.needles...)
		return w, nil
	}
	var cmd tea.Cmd
	w.Model, cmd = w.Model.Update(msg)
	return w, cmd
}

// obey takes orders from the process that plays the person.
func obey(program *tea.Program) {
	orders, tell := bufio.NewScanner(os.NewFile(3, "orders")), os.NewFile(4, "told")
	for orders.Scan() {
		verb, name, _ := strings.Cut(orders.Text(), " ")
		switch verb {
		case "dump":
			for range 3 { // pools give up what they hold in the second
				runtime.GC()
			}
			f, err := os.Create(name)
			if err == nil {
				debug.WriteHeapDump(f.Fd())
				err = f.Close()
			}
			_, _ = fmt.Fprintln(tell, "dumped", err)
		case "walk":
			order := walkMsg{strings.Split(name, ","), make(chan []string)}
			go program.Send(order)
			if places := <-order.found; places != nil {
				_, _ = fmt.Fprintf(tell, "%q\n", places)
				continue
			}
			_, _ = fmt.Fprintln(tell, "clean")
		case "repaint":
			program.Send(tea.WindowSizeMsg{Width: 80, Height: 40})
			_, _ = fmt.Fprintln(tell, "painted")
		case "quit":
			program.Quit()
			return
		}
	}
}
