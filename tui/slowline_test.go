package tui_test

import (
	"context"
	"io"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/vt"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/clienttest/slowline"
	"motcua/client/facts"
	"motcua/client/integration"
	"motcua/client/national"
	"motcua/client/sandbox"
	"motcua/client/sandbox/adapter"
	"motcua/client/store"
	"motcua/tui"
	"motcua/tui/text"
)

// office is the interface of a commune office: between it and the portals lies a
// line of 64 kbit/s, 600 ms and three losses in a hundred, ten times as fast so
// that somebody can wait for the test. Time is real here, as bytes have to
// travel.
type office struct {
	t      *testing.T
	portal *sandbox.Sandbox
	relay  *slowline.Relay
	screen *screen
	keys   *io.PipeWriter
	began  time.Time
}

const officeSpeed = 10

func openOffice(t *testing.T) *office {
	t.Helper()
	portal, err := sandbox.New(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	running, err := portal.Start(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	line := slowline.Commune.Faster(officeSpeed)
	line.DropAfter = 4_000
	relay, err := line.Listen(t.Context(), running.Addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(relay.Close)
	o := &office{t: t, portal: portal, relay: relay, screen: &screen{vt: vt.NewEmulator(80, 24)}}

	base, patience := "http://"+relay.Addr(), 2*time.Second
	var nc national.Config
	nc.Rest.BaseURL, nc.Rest.Source = base+sandbox.NationalPath, client.SourceName{ID: "national", Name: "Cổng thử"}
	nc.Rest.Timeout, nc.Rest.HeaderTimeout = patience, patience
	n, err := national.New(nc)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(n.Close)
	dc := integration.Config{
		AuthPath: adapter.LoginPath, CallPath: adapter.CallPath,
		DstCode: sandbox.DefaultDstCode, Username: sandbox.DefaultUsername, Password: sandbox.DefaultPassword, UnitCode: sandbox.DefaultUnitCode,
	}
	dc.Rest.BaseURL, dc.Rest.Source = base+sandbox.AdapterPath, client.SourceName{ID: "h55", Name: "Một cửa thử"}
	dc.Rest.Timeout, dc.Rest.HeaderTimeout = patience, patience
	d, err := integration.New(dc)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	kept := store.Later(t.TempDir(), store.Options{})
	t.Cleanup(func() { _ = kept.Close() })
	svc := client.NewService(client.ServiceConfig{
		Procedures: []client.ProcedureSource{n}, Keeper: kept, Popular: kept.Popular, Calendar: facts.Calendar(),
		Routes: []client.Route{{Match: "*", Sources: []client.DossierSource{d}}},
	})
	o.run(tui.Options{Service: svc, Lang: text.VI, Name: "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", Catalogue: kept.Known, CopyAsOf: kept.AsOf})
	return o
}

// run shows the interface until the test ends.
func (o *office) run(opts tui.Options) {
	ctx, cancel := context.WithCancel(context.Background())
	opts.Context = ctx
	in, keys := io.Pipe()
	o.keys = keys
	var program *tea.Program
	opts.Leave = func() { go program.Quit() }
	o.began = time.Now()
	program = tea.NewProgram(tui.New(opts), tea.WithInput(in), tea.WithOutput(o.screen), tea.WithWindowSize(80, 24),
		tea.WithColorProfile(colorprofile.TrueColor), tea.WithoutSignalHandler(), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_, _ = program.Run()
	}()
	go func() { _, _ = io.Copy(io.Discard, o.screen.vt) }()
	o.t.Cleanup(func() {
		cancel()
		_ = keys.Close()
		program.Quit()
		<-ended
		_ = o.screen.vt.InputPipe().(io.Closer).Close()
	})
}

func (o *office) text() string {
	o.screen.mu.Lock()
	defer o.screen.mu.Unlock()
	return o.screen.vt.String()
}

// shows waits until some text stands on the screen and gives how long that took.
func (o *office) shows(piece string, within time.Duration) time.Duration {
	o.t.Helper()
	began := time.Now()
	for !strings.Contains(o.text(), piece) {
		if time.Since(began) > within {
			o.t.Fatalf("after %s the screen does not show %q:\n%s", within, piece, o.text())
		}
		time.Sleep(2 * time.Millisecond) //nolint:forbidigo // real time, see office
	}
	return time.Since(began)
}

// types presses keys one by one, with a pause after each, and gives the longest
// time until one stood on the screen. The first two may stand there already.
func (o *office) types(keys string, pause time.Duration) (slowest time.Duration) {
	o.t.Helper()
	for i := range keys {
		o.press(keys[i : i+1])
		if took := o.shows(keys[:i+1], 5*time.Second); i >= 2 {
			slowest = max(slowest, took)
		}
		time.Sleep(pause) //nolint:forbidigo // real time, see office
	}
	return slowest
}

func (o *office) press(keys string) { _, _ = io.WriteString(o.keys, keys) }

// atOnce is when a person takes something for the answer to a key (some 100 ms),
// with room for a machine that runs other tests as well.
const atOnce = 500 * time.Millisecond

// TestTheInterfaceOnALineOfACommuneOffice: the first screen comes at once, what
// is typed stands there at once while portals are asked, answers come when they
// come, Esc stops waiting, a line that breaks is told, and one that is mended
// answers again.
func TestTheInterfaceOnALineOfACommuneOffice(t *testing.T) {
	clienttest.Long(t, "waits for answers over a slow line, for some seconds")
	o := openOffice(t)
	o.shows("Hồ sơ của tôi đến đâu rồi?", 3*time.Second)
	first := time.Since(o.began)
	if sent := o.relay.Traffic(); sent.Up+sent.Down != 0 {
		t.Errorf("the first screen cost %d bytes", sent.Up+sent.Down)
	}

	// The copy here was never synced, so each pause in typing asks the portal,
	// and the next letter comes before the answer.
	o.press("2")
	o.shows("muốn làm việc gì", 2*time.Second)
	typed := o.types("ket hon", 270*time.Millisecond)
	found := o.shows("1.000894", 20*time.Second)
	if down := o.relay.Traffic().Down; down < 1000 {
		t.Errorf("%d bytes came over the line: the portal was not asked", down)
	}

	// A dossier: what is waited for is told, the answer comes when it comes.
	o.press("\x1b")
	o.shows("Hồ sơ của tôi đến đâu rồi?", 2*time.Second)
	o.press("1")
	o.shows("in trên giấy hẹn", 2*time.Second)
	coded := o.types("h55.17.05-261120-0007", 0)
	o.press("\r")
	answered := o.shows("Đăng ký tạm trú", 20*time.Second)

	// A system that never answers: Esc gives the screen back at once.
	faults, err := sandbox.ParseFaults("hang")
	if err != nil {
		t.Fatal(err)
	}
	o.portal.SetFaults(faults...)
	o.press("\x1b")
	o.shows("in trên giấy hẹn", 2*time.Second)
	o.press("\x15") // Ctrl-U empties the field
	o.types("h55.17.05-261120-0009", 0)
	o.press("\r")
	o.shows("Đang hỏi", 3*time.Second)
	o.press("\x1b")
	stopped := o.shows("in trên giấy hẹn", 2*time.Second)
	o.portal.SetFaults()

	// The line breaks: what is known stays or the outage is told, then it is
	// mended and answers again.
	o.relay.Break(true)
	o.press("\x15")
	o.types("h55.17.05-261120-0010", 0)
	o.press("\r")
	outage := o.shows("không trả lời", 20*time.Second)
	o.relay.Break(false)
	o.press("r")
	mended := o.shows("Đăng ký thường trú", 30*time.Second)

	t.Logf("first screen %s; slowest key %s in the search, %s in the code field; hits %s, dossier %s, Esc %s, outage told %s, mended %s; %+v",
		ms(first), ms(typed), ms(coded), ms(found), ms(answered), ms(stopped), ms(outage), ms(mended), o.relay.Traffic())
	for what, took := range map[string]time.Duration{"a key in the search": typed, "a key in the code field": coded, "Esc": stopped} {
		if took > atOnce {
			t.Errorf("%s took %s", what, took)
		}
	}
	if first > 4*atOnce {
		t.Errorf("the first screen took %s", first)
	}
	if o.relay.Traffic().Cut == 0 {
		t.Error("the line never dropped: this shows nothing of that")
	}
}

func ms(d time.Duration) time.Duration { return d.Round(time.Millisecond) }
