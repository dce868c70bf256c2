//go:build unix

package speech

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"motcua/client/clienttest"
	"motcua/tui/device"
	"motcua/tui/text"
)

// TestMain lets the test binary act as the commands of a voice and of a player: called by
// such a name, it records its call.
func TestMain(m *testing.M) {
	if folder := env("MOTCUA_TEST_SPEECH"); folder != "" {
		os.Exit(stand(folder))
	}
	os.Exit(m.Run())
}

func env(name string) string { return os.Getenv(name) } //nolint:forbidigo // set by the test itself

// stand is the command: it writes its arguments, environment and input to a file with its
// name and a number.
func stand(folder string) int {
	name := filepath.Base(os.Args[0])
	in, _ := io.ReadAll(os.Stdin)
	call := fmt.Sprintf("%s|%s|%s|%s", strings.Join(os.Args[1:], " "), env("PULSE_SINK"), env("ALSA_PCM_CARD"), in)
	file := filepath.Join(folder, fmt.Sprintf("%s.%d", name, os.Getpid()))
	if env("MOTCUA_TEST_HANG") != "" {
		child := exec.Command("sleep", "60") // stands for the child process of a script
		_ = child.Start()
		call = fmt.Sprintf("%d %d", os.Getpid(), child.Process.Pid)
		_ = os.WriteFile(file, []byte(call), 0o600)
		_ = child.Wait()
		return 0
	}
	_ = os.WriteFile(file, []byte(call), 0o600)
	if strings.Contains(call, "--stdout") {
		_, _ = io.WriteString(os.Stdout, "RIFF")
	}
	if env("MOTCUA_TEST_FAIL") != "" {
		fmt.Fprintln(os.Stderr, "cannot say:", string(in))
		return 3
	}
	return 0
}

// standIns makes commands of those names the only ones in PATH and returns the folder of
// their records.
func standIns(t *testing.T, names ...string) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin, notes := t.TempDir(), t.TempDir()
	for _, n := range names {
		if err := os.Symlink(self, filepath.Join(bin, n)); err != nil {
			t.Skip("the programs are played through symbolic links, and this system makes none:", err)
		}
	}
	if sleep, err := exec.LookPath("sleep"); err == nil {
		_ = os.Symlink(sleep, filepath.Join(bin, "sleep"))
	}
	t.Setenv("PATH", bin)
	t.Setenv("MOTCUA_TEST_SPEECH", notes)
	return notes
}

// noted returns the records of a command, oldest call first.
func noted(t *testing.T, folder, name string) []string {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(folder, name+".*"))
	var out []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(b))
	}
	return out
}

var dossierWords = device.Utterance{Lang: text.VI, Text: "Hồ sơ H55.17.05-261120-0007.", Private: true}

func TestESpeakGetsTheTextThroughAPipe(t *testing.T) {
	notes := standIns(t, ESpeak)
	e := newESpeak(Config{Rate: 130, Voices: map[text.Lang]string{text.VI: "vi-vn-x-south"}})
	if err := e.say(t.Context(), dossierWords, manner{volume: 7, device: "alsa_output.usb"}); err != nil {
		t.Fatal(err)
	}
	got := noted(t, notes, ESpeak)
	if len(got) != 1 {
		t.Fatalf("called %d times", len(got))
	}
	args, rest, _ := strings.Cut(got[0], "|")
	if args != "-v vi-vn-x-south -s 130 -a 140 -b 1 -m --stdin" {
		t.Errorf("arguments %q", args)
	}
	if want := `alsa_output.usb||<speak><voice name="vi-vn-x-south">Hồ sơ hát, năm, năm`; !strings.HasPrefix(rest, want) {
		t.Errorf("sink, card and input: %q, want %q", rest, want)
	}
}

func TestESpeakThroughAPlayer(t *testing.T) {
	for _, tt := range []struct {
		name   string
		player []string
		device string
		want   string
	}{
		{"of the operator's", []string{"aplay", "-D", "{device}", "{file}"}, "plughw:1", "-D plughw:1 -||1|RIFF"},
		{"on an ALSA device", nil, "plughw:CARD=Headset,0", "-q -D plughw:CARD=Headset,0 -||Headset|RIFF"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			notes := standIns(t, ESpeak, "aplay")
			e := newESpeak(Config{Player: tt.player})
			if err := e.say(t.Context(), dossierWords, manner{volume: 5, device: tt.device}); err != nil {
				t.Fatal(err)
			}
			if got := noted(t, notes, "aplay"); len(got) != 1 || got[0] != tt.want {
				t.Errorf("the player was called %q, want %q", got, tt.want)
			}
			if got := noted(t, notes, ESpeak); len(got) != 1 || !strings.HasPrefix(got[0], "--stdout -v vi") {
				t.Errorf("the voice was called %q", got)
			}
		})
	}
}

// An error names the command and how it ended, but not the spoken text.
func TestAFailureKeepsTheWordsToItself(t *testing.T) {
	standIns(t, ESpeak)
	t.Setenv("MOTCUA_TEST_FAIL", "1")
	err := newESpeak(Config{}).say(t.Context(), dossierWords, manner{volume: 5})
	if err == nil || err.Error() != "espeak-ng: exit status 3" {
		t.Errorf("error %v", err)
	}
	if err := Check(t.Context(), Config{Engine: ESpeak}); err == nil || !strings.Contains(err.Error(), "voice vi") {
		t.Errorf("check: %v", err)
	}
}

// Cancelling silences immediately, kills a script's children too and leaves no zombies.
func TestCancelKillsTheWholeGroup(t *testing.T) {
	notes := standIns(t, ESpeak)
	t.Setenv("MOTCUA_TEST_HANG", "1")
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- newESpeak(Config{}).say(ctx, dossierWords, manner{volume: 5}) }()
	var pids []string
	for deadline := time.Now().Add(10 * time.Second); len(pids) < 2; {
		if time.Now().After(deadline) {
			t.Fatal("the voice did not start")
		}
		if got := noted(t, notes, ESpeak); len(got) > 0 {
			pids = strings.Fields(got[0])
		}
		time.Sleep(10 * time.Millisecond) //nolint:forbidigo // a process of its own has no virtual time
	}
	began := time.Now()
	cancel()
	select {
	case err := <-ended:
		if err == nil {
			t.Error("a voice that was cut off said all")
		}
	case <-time.After(5 * time.Second):
		t.Fatal("still speaking")
	}
	if took := time.Since(began); took > time.Second {
		t.Errorf("silent after %v", took)
	}
	for _, p := range pids {
		pid, _ := strconv.Atoi(p)
		if !gone(pid) {
			t.Errorf("process %d still runs", pid)
		}
	}
}

// gone reports whether a process has ended; a zombie counts as ended.
func gone(pid int) bool {
	for range 100 {
		if syscall.Kill(pid, 0) != nil {
			return true
		}
		if b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid)); err == nil && bytes.Contains(b, []byte(") Z ")) {
			return true
		}
		time.Sleep(10 * time.Millisecond) //nolint:forbidigo // a process of its own has no virtual time
	}
	return false
}

// clipFolder creates a folder with clips of those names.
func clipFolder(t *testing.T, names ...string) string {
	t.Helper()
	folder := t.TempDir()
	for _, n := range names {
		name := filepath.Join(folder, n)
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, wav(1000, -1000, 32767), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// wav returns a WAV file of 16-bit samples.
func wav(samples ...int16) []byte {
	var b bytes.Buffer
	b.WriteString("RIFF\x00\x00\x00\x00WAVEfmt ")
	for _, v := range []any{uint32(16), uint16(1), uint16(1), uint32(22050), uint32(44100), uint16(2), uint16(16)} {
		_ = binary.Write(&b, binary.LittleEndian, v)
	}
	b.WriteString("LIST\x03\x00\x00\x00abc\x00data")
	_ = binary.Write(&b, binary.LittleEndian, uint32(2*len(samples)))
	_ = binary.Write(&b, binary.LittleEndian, samples)
	return b.Bytes()
}

func TestLouderScalesSamples(t *testing.T) {
	if got := louder(wav(1000, -1000, 32767), 5); !bytes.Equal(got, wav(500, -500, 16383)) {
		t.Errorf("at half: %v", got)
	}
	for _, other := range []string{"", "RIFF", "OggS and so on", string(wav(1, 2)[:30])} {
		if got := louder([]byte(other), 5); string(got) != other {
			t.Errorf("%q became %q", other, got)
		}
	}
}

// Clips are played where they exist, and the voice speaks the parts between them.
func TestClipsAndTheVoiceTakeTurns(t *testing.T) {
	notes := standIns(t, ESpeak, "player")
	folder := clipFolder(t, "vi/home.wav", "vi/home-more.ogg", "vi/secret.wav")
	_ = os.Remove(filepath.Join(folder, "vi", "secret.wav"))
	if err := os.Mkdir(filepath.Join(folder, "vi", "secret.wav"), 0o700); err != nil {
		t.Fatal(err)
	}
	e, err := Config{Engine: ESpeak, Clips: folder, Player: []string{"player", "{volume}", "{file}"}}.engine()
	if err != nil {
		t.Fatal(err)
	}
	piece := func(key, words string) device.Utterance {
		return device.Utterance{Lang: text.VI, Key: key, Text: words}
	}
	u := device.Utterance{Lang: text.VI, Pieces: []device.Utterance{
		piece("home", "Trang đầu."), piece("", "Một."), piece("secret", "Hai."), piece("../../etc/x", "Ba."), piece("home-more", "Bốn."),
	}}
	if err := e.say(t.Context(), u, manner{volume: 6}); err != nil {
		t.Fatal(err)
	}
	played := strings.Join(noted(t, notes, "player"), " ")
	for _, want := range []string{"60 " + filepath.Join(folder, "vi", "home.wav"), "60 " + filepath.Join(folder, "vi", "home-more.ogg")} {
		if !strings.Contains(played, want) {
			t.Errorf("not played: %s in %s", want, played)
		}
	}
	said := strings.Join(noted(t, notes, ESpeak), " ")
	if !strings.Contains(said, ">Một. Hai. Ba.<") || strings.Contains(said, "Trang đầu") || strings.Contains(said, "Bốn") {
		t.Errorf("the voice said %q", said)
	}
}

func TestClipsAlone(t *testing.T) {
	notes := standIns(t, "aplay")
	folder := clipFolder(t, "vi/home.wav", "en/home.wav")
	c := Config{Engine: Clips, Clips: folder}
	if err := Check(t.Context(), c); err != nil {
		t.Error(err)
	}
	e, _ := c.engine()
	if err := e.say(t.Context(), device.Utterance{Lang: text.VI, Key: "home", Text: "Trang đầu."}, manner{volume: 5}); err != nil {
		t.Fatal(err)
	}
	if err := e.say(t.Context(), device.Utterance{Lang: text.VI, Text: "Không có đoạn nào."}, manner{volume: 5}); err != nil {
		t.Errorf("no clip is silence, but: %v", err)
	}
	got := noted(t, notes, "aplay")
	if len(got) != 1 || got[0] != "-q -|||"+string(wav(500, -500, 16383)) {
		t.Errorf("aplay was called %q", got)
	}
	if err := Check(t.Context(), Config{Engine: Clips, Clips: t.TempDir()}); err == nil {
		t.Error("an empty folder is well")
	}
	_ = os.Remove(filepath.Join(folder, "en", "home.wav"))
	_ = os.WriteFile(filepath.Join(folder, "en", "home.ogg"), nil, 0o600)
	if err := Check(t.Context(), c); err == nil || !strings.Contains(err.Error(), "no player for .ogg") {
		t.Errorf("aplay cannot play ogg, but: %v", err)
	}
}

func TestPlayersAndTheirVolume(t *testing.T) {
	for _, tt := range []struct{ there, file, device, want string }{
		{"pw-play", "a.ogg", "", "pw-play --volume=0.70 a.ogg"},
		{"paplay", "a.flac", "", "paplay --volume=45875 a.flac"},
		{"aplay", "a.wav", "", "aplay -q -"},
		{"aplay", "a.ogg", "", ""},
		{"aplay", "a.wav", "hw:1,0", "aplay -q -D hw:1,0 -"},
	} {
		standIns(t, tt.there)
		argv, _ := output{}.command(tt.file, manner{volume: 7, device: tt.device})
		if got := strings.Join(argv, " "); got != tt.want {
			t.Errorf("%s for %s on %q: %q, want %q", tt.there, tt.file, tt.device, got, tt.want)
		}
	}
	argv := output{player: []string{"play", "-v", "{volume}", "-d", "{device}"}}.fill("x.wav", manner{volume: 10})
	if got := strings.Join(argv, " "); got != "play -v 100 -d default x.wav" {
		t.Errorf("the operator's command became %q", got)
	}
}

// The real voice, where it is installed, accepts the options and the markup, and its sound
// has the length of speech.
func TestTheRealESpeak(t *testing.T) {
	path := clienttest.Program(t, ESpeak, "only the tests above look at its command line")
	if err := Check(t.Context(), Config{Engine: ESpeak}); err != nil {
		t.Errorf("check: %v", err)
	}
	if err := Check(t.Context(), Config{Engine: ESpeak, Voices: map[text.Lang]string{text.VI: "tlh-none"}}); err == nil {
		t.Error("a voice that does not exist is well")
	}
	e := newESpeak(Config{})
	for _, u := range []device.Utterance{
		{Lang: text.VI, Text: "Hẹn trả kết quả: thứ tư ngày 25 tháng 11 năm 2026, trước 17 giờ."},
		{Lang: text.EN, Text: "Asking Hệ thống một cửa tỉnh Thái Nguyên. Please wait for the answer."},
	} {
		file := filepath.Join(t.TempDir(), "out.wav")
		argv := append([]string{path, "-w", file}, e.args(u.Lang, usualVolume)...)
		if err := run(t.Context(), markup(u.Lang, u.Text, e.voice), nil, argv); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		words := float64(len(strings.Fields(u.Text)))
		if s := seconds(b); s < words/6 || s > words || !sounds(b) {
			t.Errorf("%q takes %.1f s", u.Text, s)
		}
	}
}

// journey returns all utterances of a whole journey, from the recorded pictures of the
// interface's own tests.
func journey(t *testing.T) []device.Utterance {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join("..", "..", "tui", "testdata", "TestSpokenJourney", "*.golden"))
	var out []device.Utterance
	seen := map[string]bool{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		l := text.Lang(filepath.Base(f)[:2])
		for line := range strings.Lines(string(b)) {
			if _, words, ok := strings.Cut(strings.TrimSpace(line), ": "); ok && strings.HasPrefix(line, "    says") && !seen[words] {
				seen[words] = true
				out = append(out, device.Utterance{Lang: l, Text: words})
			}
		}
	}
	if len(out) < 50 {
		t.Fatalf("only %d utterances found", len(out))
	}
	return out
}

// What a voice would read as symbols, or letter by letter.
var unsaid = regexp.MustCompile(`[/<>&●▸·…]|\d[:.]\d|\b\p{Lu}{3,}\b|\d{9}`)

func TestTheJourneyIsWrittenOut(t *testing.T) {
	for _, u := range journey(t) {
		if found := unsaid.FindString(Spell(u.Lang, u.Text)); found != "" {
			t.Errorf("%q in %q", found, Spell(u.Lang, u.Text))
		}
	}
}

// The real voice speaks the whole journey, at the pace of speech.
func TestTheRealESpeakSaysTheJourney(t *testing.T) {
	clienttest.OneByOne(t)
	path := clienttest.Program(t, ESpeak, "only the tests above look at its command line")
	e := newESpeak(Config{})
	for _, u := range journey(t) {
		file := filepath.Join(t.TempDir(), "out.wav")
		if err := run(t.Context(), markup(u.Lang, u.Text, e.voice), nil, append([]string{path, "-w", file}, e.args(u.Lang, usualVolume)...)); err != nil {
			t.Fatalf("%q: %v", u.Text, err)
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		words := float64(len(strings.Fields(Spell(u.Lang, u.Text))))
		if s := seconds(b); s < words/6 || s > 1+words {
			t.Errorf("%.1f s for %.0f words: %q", s, words, u.Text)
		}
		if !sounds(b) {
			t.Errorf("silence for %q", u.Text)
		}
	}
}

// seconds returns the duration of a WAV of espeak-ng in seconds: 22,050 samples of 16 bits
// a second.
func seconds(wav []byte) float64 { return float64(len(wav)-44) / (22050 * 2) }

// sounds reports whether a WAV contains anything but silence.
func sounds(wav []byte) bool {
	return slices.ContainsFunc(wav[44:], func(b byte) bool { return b > 8 && b < 248 })
}
