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

	"motcua/tui/device"
	"motcua/tui/text"
)

// dispatcher speaks through speech-dispatcher, using its protocol SSIP (see its manual,
// "Speech Synthesis Interface Protocol"), so that no text is in a command line and a key
// can silence our voice without silencing others.
//
// The server keeps a history of the texts it received, which other programs of the same
// user may read; so it never receives private text.
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

// dispatcherSocket is the path of the server's socket for a user of systemd, whose folder
// for sockets is given by XDG_RUNTIME_DIR (pam_systemd(8)).
func dispatcherSocket() string {
	return filepath.Join("/run/user", strconv.Itoa(os.Getuid()), Dispatcher, "speechd.sock")
}

// there reports whether the server runs or can be started.
func (d *dispatcher) there() bool {
	_, err := os.Stat(d.socket)
	return err == nil || onPath(Dispatcher)
}

func (*dispatcher) keeps() bool { return true }

// dispatcherWait is the time limit for an answer to a command.
const dispatcherWait = 5 * time.Second

// ssip is a connection to the server.
type ssip struct {
	conn net.Conn
	in   *bufio.Reader
}

// open connects, and first starts the server when none runs.
func (d *dispatcher) open(ctx context.Context) (*ssip, error) {
	var dial net.Dialer
	conn, err := dial.DialContext(ctx, "unix", d.socket)
	if err != nil && onPath(Dispatcher) {
		// The server only starts for the socket that it would choose by this variable,
		// which a shell of sudo or of a service may lack.
		where := []string{"XDG_RUNTIME_DIR=" + filepath.Dir(filepath.Dir(d.socket))}
		if err := run(ctx, "", where, []string{Dispatcher, "--spawn", "--communication-method", "unix_socket", "--socket-path", d.socket}); err != nil {
			return nil, err
		}
		conn, err = dial.DialContext(ctx, "unix", d.socket)
	}
	if err != nil {
		// The error itself is not returned because it contains the path of a user.
		return nil, ErrNoAnswer
	}
	_ = conn.SetDeadline(time.Now().Add(dispatcherWait))
	return &ssip{conn: conn, in: bufio.NewReader(conn)}, nil
}

// answer reads one answer: lines of a code and a hyphen, then a line of a code and a space.
// A code from 300 is a refusal, except that events have codes from 700.
func (c *ssip) answer() (code int, err error) {
	for {
		line, err := c.in.ReadString('\n')
		if err != nil {
			return 0, err
		}
		if len(line) < 4 {
			return 0, errors.New("speech-dispatcher: the answer does not follow its protocol")
		}
		if line[3] == '-' {
			continue
		}
		code, err := strconv.Atoi(line[:3])
		if err == nil && code >= 300 && code < 700 {
			err = fmt.Errorf("speech-dispatcher refuses the command with code %d", code)
		}
		return code, err
	}
}

// command sends a line and waits for the answer to it.
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

// dispatcherRate converts words a minute into SSIP's -100 to 100, where 0 stands for a
// voice's usual 175 words.
func dispatcherRate(words int) int { return min(max((words-175)*100/225, -100), 100) }

// say queues the text and waits for the event that says it was spoken.
func (d *dispatcher) say(ctx context.Context, u device.Utterance, how manner) error {
	c, err := d.open(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = c.conn.Close() }()
	// When ctx ends, the reading is cancelled.
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
	// The text is sent as one line, because a line with a single dot would end it.
	words := strings.Join(strings.Fields(Spell(u.Lang, u.Text)), " ")
	if strings.HasPrefix(words, ".") {
		words = "." + words
	}
	mu.Lock()
	if err = ctx.Err(); err == nil {
		_ = c.conn.SetReadDeadline(time.Time{}) // speaking a page may take any time
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

// silence cancels the text, which would otherwise be spoken to its end. The server accepts
// the command but ignores it while it passes the text on to the voice. So the command is
// repeated until an event says that the text was cancelled or finished.
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

// How long the server may take to fall silent before the connection is closed, and the
// interval between cancel commands. 40 to 150 ms is usual.
const (
	silenceWait  = 3 * time.Second
	silenceAgain = 200 * time.Millisecond
)

// check connects and sets each of the two languages once.
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
