package speech

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"motcua/tui"
	"motcua/tui/text"
)

// dispatcher speaks through speech-dispatcher, in its own protocol SSIP (its
// manual, "Speech Synthesis Interface Protocol"), so that no text is in a command
// line and a key can silence our voice alone.
//
// The server keeps a history of what it was given, which other programs of the
// same user may read; so nothing private is given to it.
type dispatcher struct {
	voices map[text.Lang]string
	rate   int
	socket string
}

func newDispatcher(c Config) *dispatcher {
	d := &dispatcher{voices: c.Voices, rate: c.rate(), socket: c.Socket}
	if d.socket == "" {
		d.socket = dispatcherSocket()
	}
	return d
}

// dispatcherSocket is where the server listens for a user of systemd: its folder
// for sockets is that of XDG_RUNTIME_DIR there (pam_systemd(8)).
func dispatcherSocket() string {
	return filepath.Join("/run/user", strconv.Itoa(os.Getuid()), Dispatcher, "speechd.sock")
}

// there tells whether it runs or can be started.
func (d *dispatcher) there() bool {
	_, err := os.Stat(d.socket)
	return err == nil || onPath(Dispatcher)
}

func (*dispatcher) keeps() bool { return true }

// dispatcherWait is how long it may take to answer our commands.
const dispatcherWait = 5 * time.Second

// ssip is one conversation with the server.
type ssip struct {
	conn net.Conn
	in   *bufio.Reader
}

// open connects, and starts the server first where none runs.
func (d *dispatcher) open(ctx context.Context) (*ssip, error) {
	var dial net.Dialer
	conn, err := dial.DialContext(ctx, "unix", d.socket)
	if err != nil && onPath(Dispatcher) {
		// It refuses to start for another socket than the one that it would choose
		// by this variable, which a shell of sudo or of a service may lack.
		where := []string{"XDG_RUNTIME_DIR=" + filepath.Dir(filepath.Dir(d.socket))}
		if err := run(ctx, "", where, []string{Dispatcher, "--spawn", "--communication-method", "unix_socket", "--socket-path", d.socket}); err != nil {
			return nil, err
		}
		conn, err = dial.DialContext(ctx, "unix", d.socket)
	}
	if err != nil {
		// Not the error itself: it names the path of a user.
		return nil, ErrNoAnswer
	}
	_ = conn.SetDeadline(time.Now().Add(dispatcherWait))
	return &ssip{conn: conn, in: bufio.NewReader(conn)}, nil
}

// answer reads one answer: lines of a code and a hyphen, then one of a code and
// a blank. A code of 300 and more is a refusal, but for events, which are 700
// and more.
func (c *ssip) answer() (code int, err error) {
	for {
		line, err := c.in.ReadString('\n')
		if err != nil {
			return 0, err
		}
		if len(line) < 4 {
			return 0, errors.New("speech-dispatcher: no answer of its protocol")
		}
		if line[3] == '-' {
			continue
		}
		code, err := strconv.Atoi(line[:3])
		if err == nil && code >= 300 && code < 700 {
			err = fmt.Errorf("speech-dispatcher refuses with %d", code)
		}
		return code, err
	}
}

// command sends a line and waits for its answer.
func (c *ssip) command(line string) error {
	if _, err := c.conn.Write([]byte(line + "\r\n")); err != nil {
		return err
	}
	_, err := c.answer()
	return err
}

func (d *dispatcher) settings(l text.Lang, volume int) []string {
	lines := []string{
		"SET SELF CLIENT_NAME motcua:kiosk:main",
		"SET SELF LANGUAGE " + string(l),
		"SET SELF RATE " + strconv.Itoa(dispatcherRate(d.rate)),
		"SET SELF VOLUME " + strconv.Itoa(min(volume, loudest)*20-100),
	}
	if v := d.voices[l]; v != "" {
		lines = append(lines, "SET SELF SYNTHESIS_VOICE "+v)
	}
	return lines
}

// dispatcherRate turns words a minute into -100 to 100, with 0 for a voice's
// usual 175.
func dispatcherRate(words int) int { return min(max((words-175)*100/225, -100), 100) }

// say queues the text and waits for the event that it was said.
func (d *dispatcher) say(ctx context.Context, u tui.Utterance, how manner) error {
	c, err := d.open(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = c.conn.Close() }()
	// The end of ctx ends whatever is read.
	var mu sync.Mutex
	stop := context.AfterFunc(ctx, func() {
		mu.Lock()
		defer mu.Unlock()
		_ = c.conn.SetReadDeadline(time.Now())
	})
	defer stop()
	lines := append(d.settings(u.Lang, how.volume),
		"SET SELF NOTIFICATION END ON", "SET SELF NOTIFICATION CANCEL ON", "SPEAK")
	for _, l := range lines {
		if err := c.command(l); err != nil {
			return err
		}
	}
	// One line, and none that the dot begins that ends the text.
	words := strings.Join(strings.Fields(Spell(u.Lang, u.Text)), " ")
	if strings.HasPrefix(words, ".") {
		words = "." + words
	}
	mu.Lock()
	if err = ctx.Err(); err == nil {
		_ = c.conn.SetReadDeadline(time.Time{}) // a page takes as long as it takes
		_, err = c.conn.Write([]byte(words + "\r\n.\r\n"))
	}
	mu.Unlock()
	for err == nil {
		var code int
		if code, err = c.answer(); code == 702 || code == 703 { // END, CANCELED
			return nil
		}
	}
	if ctx.Err() != nil {
		c.silence()
		return ctx.Err()
	}
	return err
}

// silence cuts off what was sent, which would be said to its end otherwise. The
// server takes the command and does nothing while it hands the text on to its
// voice; so that is said again until the event comes that the text was cut off or
// is at its end.
func (c *ssip) silence() {
	until := time.Now().Add(silenceWait)
	_ = c.conn.SetWriteDeadline(until)
	for ended := false; !ended && time.Now().Before(until); {
		if _, err := c.conn.Write([]byte("CANCEL SELF\r\n")); err != nil {
			return
		}
		_ = c.conn.SetReadDeadline(time.Now().Add(silenceAgain))
		for {
			code, err := c.answer()
			if ended = code == 702 || code == 703; ended || code == 0 && err != nil {
				break
			}
		}
	}
	_, _ = c.conn.Write([]byte("QUIT\r\n"))
}

// How long the server may take to fall silent before we hang up, and how long
// until it is told again. 40 to 150 ms is usual.
const (
	silenceWait  = 3 * time.Second
	silenceAgain = 200 * time.Millisecond
)

// check connects and asks for the two languages.
func (d *dispatcher) check(ctx context.Context) error {
	c, err := d.open(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = c.conn.Close() }()
	for _, l := range []text.Lang{text.VI, text.EN} {
		for _, line := range d.settings(l, usualVolume) {
			if err := c.command(line); err != nil {
				return fmt.Errorf("language %s: %w", l, err)
			}
		}
	}
	return nil
}
