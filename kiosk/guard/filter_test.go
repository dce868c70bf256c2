package guard_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"motcua/client/clienttest"
	"motcua/kiosk/guard"
)

// newClock returns a clock that shows a fixed morning.
func newClock() *clienttest.Clock {
	return clienttest.NewClock(time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC))
}

// unlimited is a filter without a rate limit, whose clock stands still.
func unlimited() *guard.Filter {
	return guard.New(guard.Options{BytesPerMinute: -1, Now: newClock().Now})
}

// filter passes chunks through a new filter, without a pause between them.
func filter(chunks ...string) string {
	f := unlimited()
	var out []byte
	for _, c := range chunks {
		out = f.Feed(out, []byte(c))
	}
	return string(out)
}

// keys are inputs that terminals send. All of them must pass unchanged.
var keys = map[string][]string{
	"text": {"a", "Z", "0", " ", "~", "H55.17.05-261120-0007", "tieengs"},
	"Vietnamese": {
		"đăng ký khai sinh", "Nguyễn Văn A", "Ư", "ề", "ẵ", "ỹ", "\u0323\u0302", // combining marks alone, as input methods send them
		"a\u0306\u0301", "₫",
	},
	"other scripts": {"Ω", "日本", "😀", "\u00a0", "\u07c0", "ก", "！", "\U0010fffd"}, // the last four begin with DF, E0, EF and F4
	"controls": {
		"\x01", "\x03", "\x04", "\x05", "\x07", "\x08", "\t", "\n", "\x0b", "\x0c", "\r", "\x0e", "\x11", "\x13",
		"\x15", "\x17", "\x18", "\x1a", "\x7f",
	},
	"escape and alt": {
		"\x1b", "\x1b\x1b", "\x1ba", "\x1bO", "\x1b[", "\x1bP", "\x1b]", "\x1b_", "\x1b^", "\x1bX", "\x1b ", "\x1b.",
		"\x1b\r", "\x1b\x7f", "\x1b\x01", "\x1bđ",
	},
	"arrows":                {"\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1bOA", "\x1bOB", "\x1bOC", "\x1bOD"},
	"arrows with modifiers": {"\x1b[1;2A", "\x1b[1;3B", "\x1b[1;5C", "\x1b[1;6D", "\x1b[1;8A", "\x1b[a", "\x1bOd", "\x1b\x1b[A", "\x1b\x1bOA"},
	"home, end, page": {
		"\x1b[H", "\x1b[F", "\x1bOH", "\x1bOF", "\x1b[1~", "\x1b[4~", "\x1b[7~", "\x1b[8~", "\x1b[5~", "\x1b[6~", "\x1b[2~", "\x1b[3~",
		"\x1b[1;5H", "\x1b[5;5~", "\x1b[3;2~", "\x1b[E",
	},
	"function keys of xterm": {
		"\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[17~", "\x1b[18~", "\x1b[19~", "\x1b[20~", "\x1b[21~", "\x1b[23~",
		"\x1b[24~", "\x1b[1;2P", "\x1b[1;5Q", "\x1b[1;3R", "\x1b[1;6S", "\x1b[15;2~", "\x1b[24;8~", "\x1bO5P",
	},
	"function keys of PuTTY":             {"\x1b[11~", "\x1b[12~", "\x1b[13~", "\x1b[14~", "\x1b[25~", "\x1b[34~"},
	"function keys of the Linux console": {"\x1b[[A", "\x1b[[B", "\x1b[[C", "\x1b[[D", "\x1b[[E", "\x1b[17~"},
	"rxvt":                               {"\x1b[3^", "\x1b[3@", "\x1b[23^", "\x1b[3$", "\x1b[23$", "\x1b[5$\x1b[A"},
	"tmux":                               {"\x1b[1;5A", "\x1b[Z", "\x1b[27;5;9~", "\x1b[27;6;13~", "\x1b[9;5u"},
	"keypad":                             {"\x1bOM", "\x1bOX", "\x1bOj", "\x1bOp", "\x1bOy", "\x1bO2M", "\x1bO16M", "\x1bO0M", "\x1bO9M"},
	"kitty keyboard": {
		"\x1b[97u", "\x1b[97;5u", "\x1b[97:65;2u", "\x1b[97:65:97;2:1u", "\x1b[97;1:3u", "\x1b[57352;1:3u", "\x1b[1;1:3A",
		"\x1b[3;1:2~", "\x1b[97;;273u", "\x1b[97;2;65:66u", "\x1b[27u", "\x1b[127;5u", "\x1b[13;2u", "\x1b[97;1;32u", "\x1b[57441;2u", "\x1b[?1u",
	},
	"modifyOtherKeys": {"\x1b[27;2;65~", "\x1b[27;5;105~", "\x1b[27;3;27~", "\x1b[27;6;8~", "\x1b[27;2;273~"},
	"mouse, SGR": {
		"\x1b[<0;12;5M", "\x1b[<0;12;5m", "\x1b[<64;80;24M", "\x1b[<65;1;1M", "\x1b[<35;120;40M", "\x1b[<16;7;7M", "\x1b[<0;300;100M",
	},
	"focus":           {"\x1b[I", "\x1b[O"},
	"bracketed paste": {"\x1b[200~\x1b[201~", "\x1b[200~H55.17.05-261120-0007\x1b[201~", "\x1b[200~hai\r\ndòng\tđây\x1b[201~", "\x1b[200~a\x1b[201~b"},
	"colour replies": {
		"\x1b]11;rgb:0000/0000/0000\x1b\\", "\x1b]10;rgb:ffff/ffff/ffff\a", "\x1b]12;rgb:1e1e/1e1e/2e2e\x1b\\", "\x1b]4;1;rgb:cdcd/0000/0000\x1b\\",
		"\x1b]11;#1e1e2e\a", "\x1b]11;rgba:1111/2222/3333/ffff\x1b\\",
	},
	"device attributes": {
		"\x1b[?1;2c", "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c", "\x1b[?62;4;52c", "\x1b[>41;390;0c", "\x1b[>0;276;0c", "\x1bP!|00000000\x1b\\",
	},
	"version and capabilities": {
		"\x1bP>|XTerm(390)\x1b\\", "\x1bP>|tmux 3.5a\x1b\\", "\x1bP1+r524742=382f382f38\x1b\\", "\x1bP0+r\x1b\\", "\x1bP1$r2 q\x1b\\",
		"\x1bP0;1r\x1b\\", "\x1bP1@a\x1b\\", "\x1bP1~a\x1b\\", "\x1bP q\x1b\\", "\x1bP?q\x1b\\",
	},
	"mode reports":     {"\x1b[?2026;2$y", "\x1b[?2027;0$y", "\x1b[?1004;1$y", "\x1b[4;2$y"},
	"cursor and state": {"\x1b[24;80R", "\x1b[1;1R", "\x1b[1 q", "\x1b[1/q", "\x1b[?24;80;1R", "\x1b[0n", "\x1b[?997;1n"},
}

func TestKeysPassUnchanged(t *testing.T) {
	for name, inputs := range keys {
		t.Run(name, func(t *testing.T) {
			for _, in := range inputs {
				if got := filter(in); got != in {
					t.Errorf("%q became %q", in, got)
				}
				// A key follows immediately, as when somebody types ahead.
				if strings.HasPrefix(in, "\x1b") && len(in) <= 2 {
					continue // ESC and the key would be a different key
				}
				if in == "\x1b[3$" || in == "\x1b[23$" {
					continue // has no end of its own
				}
				if got := filter(in + "x"); got != in+"x" {
					t.Errorf("%q and x became %q", in, got)
				}
			}
		})
	}
}

func TestWhatIsTakenOut(t *testing.T) {
	long := strings.Repeat("1", 80)
	tests := []struct{ name, in, want string }{
		{"NUL", "a\x00b", "ab"},
		{"controls that are no keys", "a\x1c\x1d\x1e\x1fb", "ab"},
		{"C1 as UTF-8", "a\u009b31m\u0085b", "a31mb"},
		{"C1 as raw bytes", "a\x9b31m\x90b\x9d", "a31mb"},
		{"invalid UTF-8", "a\xffb\xc3(c\xe2\x28\xa1", "ab(c("},
		{"overlong", "a\xc0\xafb\xe0\x80\xafc", "abc"},
		{"surrogate", "a\xed\xa0\x80b", "ab"},
		{"beyond Unicode", "a\xf4\x90\x80\x80b\xf5", "ab"},
		{"a rune broken off by a key", "a\xe1\xbb\rb", "a\rb"},
		{"a rune broken off by a rune", "\xe1\xbbđ", "đ"},
		{"the replacement character", "a\ufffdb", "ab"},
		{"noncharacters", "a\ufdd0\ufdef\uffff\U0001fffeb", "ab"},

		{"alt+/ and the beginning of a CSI", "\x1b/[x", "\x1b/x"},
		{"alt+blank, blank, and the beginning of a CSI", "\x1b  [x", "\x1b  x"},
		{"alt+blank, / and the beginning of a CSI", "\x1b /[x", "\x1b /x"},
		{"alt+blank and a control end it", "\x1b \x01[X", "\x1b \x01[X"},

		{"17 parameters", "\x1b[" + strings.Repeat("1;", 16) + "1mX", "\x1b[" + strings.Repeat("1;", 15) + "1zX"},
		{"parameters after parameters", "\x1b[" + strings.Repeat(";", 99) + "1mX", "\x1b[" + strings.Repeat(";", 15) + "zX"},
		{"sub-parameters", "\x1b[" + strings.Repeat("1:", 40) + "mX", "\x1b[" + strings.Repeat("1:", 15) + "1zX"},
		{"a long number", "\x1b[" + long + "AX", "\x1b[1111111zX"},
		{"intermediates", "\x1b[" + strings.Repeat("!", 80) + "AX", "\x1b[" + strings.Repeat("!", 61) + "zX"},
		{"a parameter after an intermediate", "\x1b[1!2AX", "\x1b[1!zX"},
		{"? in the middle", "\x1b[1?2hX", "\x1b[1zX"},
		{"< in the middle", "\x1b[1<2hX", "\x1b[1zX"},
		{"long numbers", "\x1b[" + strings.Repeat("1111111;", 20) + "mX", "\x1b[" + strings.Repeat("1111111;", 8)[:61] + "zX"},
		{"a swallowed CSI up to @", "\x1b[1!2@X", "\x1b[1!zX"},
		{"a swallowed CSI up to ~", "\x1b[1!2~X", "\x1b[1!zX"},
		{"a swallowed CSI with a blank and ?", "\x1b[1!2 ?AX", "\x1b[1!zX"},
		{"the last key of rxvt with shift", "\x1b[34$\rX", "\x1b[34$\rX"},
		{"none of rxvt's keys", "\x1b[35$\rX", "\x1b[35$z\rX"},
		{"a DCS of intermediates", "\x1bP" + strings.Repeat("!", 80), "\x1bP" + strings.Repeat("!", 61) + "z\x1b\\"},
		{"a DCS cut by SUB", "\x1bP1\x1aX", "\x1bP1z\x1b\\X"},
		{"a DCS with a control that is dropped", "\x1bP1\x01q\x1b\\X", "\x1bP1q\x1b\\X"},
		{"a paste with a CSI and its blank", "\x1b[200~a\x1b[1 qb\x1b[201~", "\x1b[200~ab\x1b[201~"},
		{"a paste with a CSI up to @", "\x1b[200~a\x1b[1@bc\x1b[201~", "\x1b[200~abc\x1b[201~"},
		{"a paste with an escape sequence", "\x1b[200~a\x1b (bc\x1b[201~", "\x1b[200~ac\x1b[201~"},
		{"a paste with an escape sequence of /", "\x1b[200~a\x1b/bc\x1b[201~", "\x1b[200~ac\x1b[201~"},
		{"a CSI broken off by Enter", "\x1b[1;\rX", "\x1b[1;z\rX"},
		{"a CSI broken off by ESC", "\x1b[1;\x1b[A", "\x1b[1;z\x1b[A"},
		{"a CSI broken off by a letter", "\x1b[1;đX", "\x1b[1;zđX"},
		{"a CSI with a control that is dropped", "\x1b[1\x00;\x1d2\x9bA", "\x1b[1;2A"},
		{"a swallowed CSI broken off", "\x1b[1!2;3\rX", "\x1b[1!z\rX"},

		{"window size", "\x1b[8;4000;4000tX", "\x1b[8;4000;4000zX"},
		{"in-band size", "\x1b[48;4000;4000;1;1tX", "\x1b[48;4000;4000;1;1zX"},
		{"win32 key record", "\x1b[65;30;97;1;0;65535_X", "\x1b[65;30;97;1;0;65535zX"},
		{"X10 mouse", "\x1b[M\x1b[AX", "\x1b[z\x1b[AX"},
		{"text of a key: ESC", "\x1b[97;1;27uX", "\x1b[97;1;27zX"},
		{"text of a key: C1", "\x1b[97;1;155uX", "\x1b[97;1;155zX"},
		{"text of a key: surrogate", "\x1b[97;1;65:55296uX", "\x1b[97;1;65:55296zX"},
		{"a key that is C1", "\x1b[155uX", "\x1b[155zX"},
		{"a key beyond Unicode", "\x1b[9999999uX", "\x1b[9999999zX"},
		{"modifyOtherKeys, C1", "\x1b[27;1;144~X", "\x1b[27;1;144zX"},
		{"modifyOtherKeys, NUL as text", "\x1b[27;2;1~X", "\x1b[27;2;1zX"},
		{"modifyOtherKeys, nothing as text", "\x1b[27;;~X", "\x1b[27;;zX"},
		{"modifyOtherKeys by the way of $", "\x1b[27;2;1$X", "\x1b[27;2;1z"},
		{"shift and a key that does not exist", "\x1b[9$\x7f", "\x1b[9$z\x7f"},
		{"end of no paste", "\x1b[201~X", "\x1b[201zX"},
		{"start of a paste in other words", "\x1b[0200~X\x1b[200;1~X", "\x1b[0200zX\x1b[200;1zX"},

		{"SS3 without a key", "\x1bO\rX\x1bO X\x1bOđ\x1bO\x1b[A", "\x1bOz\rX\x1bOz X\x1bOzđ\x1bOz\x1b[A"},
		{"SS3 with a long number", "\x1bO123PX", "\x1bO12z3PX"},

		{"ESC, space and what one decoder takes for a CSI", "\x1b [1;1mX", "\x1b 1;1mX"},
		{"and for a string", "\x1b ]\u271b;;1mX", "\x1b \u271b;;1mX"},
		{"a win32 record without its CSI", ";;27;1_X0;0;27;1 _", ";;27;1X0;0;27;1 "},
		{"a run of separators in text", strings.Repeat(":", 40) + "1", strings.Repeat(":", 15) + "1"},

		{"APC", "\x1b_Gi=1;OK\x1b\\X", "\x1b_\x18\x1b\\X"},
		{"PM and SOS", "\x1b^a\x1b\\\x1bXa\x1b\\X", "\x1b^\x18\x1b\\\x1bX\x18\x1b\\X"},
		{"OSC of another number", "\x1b]52;c;SGVsbG8=\aX", "\x1b]\x18X"},
		{"OSC 95, _ to the decoder", "\x1b]95;0\aX\x1b]1119;0\aX", "\x1b]\x18X\x1b]11\x18X"},
		{"OSC without a number", "\x1b];x\aX", "\x1b]\x18X"},
		{"OSC with nothing in it", "\x1b]11;\aX\x1b]11;\x1b\\X", "\x1b]11;?\aX\x1b]11;?\x1b\\X"},
		{"long OSC", "\x1b]11;" + strings.Repeat("f", 400) + "\aX", "\x1b]11;" + strings.Repeat("f", 251) + "\x18X"},
		{"OSC with letters beyond ASCII", "\x1b]11;\u271b;\u9b1bx\aX", "\x1b]11;;x\aX"},
		{"OSC with controls", "\x1b]11;a\r\n\x00b\aX", "\x1b]11;ab\aX"},
		{"OSC cancelled", "\x1b]11;a\x18X", "\x1b]11;a\x18X"},
		{"OSC broken off by a key", "\x1b]11;a\x1b[AX", "\x1b]11;a\x1b\\\x1b[AX"},
		{"long DCS", "\x1bP>|" + strings.Repeat("f", 400) + "\x1b\\X", "\x1bP>|" + strings.Repeat("f", 252) + "\x1b\\\x1b\\X"},
		{"DCS with 17 parameters", "\x1bP" + strings.Repeat(";", 40) + "1|a\x1b\\X", "\x1bP" + strings.Repeat(";", 15) + "z\x1b\\\x1b\\X"},
		{"DCS cancelled in its parameters", "\x1bP1;\x18X", "\x1bP1;z\x1b\\X"},
		{"DCS cancelled in its body", "\x1bP1q\x18X", "\x1bP1q\x1b\\X"},
		{"DCS ended by ESC in its parameters", "\x1bP1;\x1b[AX", "\x1bP1;z\x1b\\\x1b[AX"},
		{"DCS with _ for its final byte", "\x1bP_a\x1b\\X", "\x1bPza\x1b\\X"},
		{"BEL ends no DCS", "\x1bP>|a\aX\x1b\\Y", "\x1bP>|aX\x1b\\Y"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := filter(tt.in); got != tt.want {
				t.Errorf("%q\n became %q\n want   %q", tt.in, got, tt.want)
			}
		})
	}
}

// Whatever sequence is open, ESC itself passes immediately.
func TestEscapeIsNeverHeldBack(t *testing.T) {
	for name, inputs := range keys {
		for _, in := range inputs {
			if strings.HasPrefix(in, "\x1b[200~") {
				continue // inside a paste ESC is not a key
			}
			for cut := range len(in) {
				f := unlimited()
				f.Feed(nil, []byte(in[:cut]))
				if got := f.Feed(nil, []byte{0x1b}); len(got) == 0 || got[len(got)-1] != 0x1b {
					t.Errorf("%s: after %q ESC became %q", name, in[:cut], got)
				}
			}
		}
	}
}

// A person presses ESC and later types characters that would continue a sequence.
func TestAPauseEndsASequence(t *testing.T) {
	tests := []struct{ first, then string }{
		{"\x1b", "Phường Đức Xuân, phí"},
		{"\x1b", "[1\r"},
		{"\x1b", "OĐ"},
		{"\x1b]", "đất đai\r"},
		{"\x1bP", "căn cước"},
		{"\x1b[", "1\r"},
		{"\x1b[1;5", "\r"},
		{"\x1bO", "\r"},
		{"\x1b_", "x"},
		{"\x1b.", "Phường"},
		{"\x1b]11;rgb:00", strings.Repeat("hộ tịch ", 60)},
		{"\x1b]52;c;" + strings.Repeat("A", 300), "khai sinh"},
		{"\x1b[" + strings.Repeat("1", 70), "27"},
	}
	for _, tt := range tests {
		c := newClock()
		f := guard.New(guard.Options{Now: c.Now})
		f.Feed(nil, []byte(tt.first))
		c.Advance(guard.DefaultPause)
		if got := string(f.Feed(nil, []byte(tt.then))); got != tt.then {
			t.Errorf("%q, a pause, %q: got %q", tt.first, tt.then, got)
		}
	}
}

// After a pause the decoder may still hold the beginning of a sequence, if it had no time
// to run. Input after the pause then joins it; parameters and sizes stay bounded all the
// same.
func TestAPauseOpensNoDoor(t *testing.T) {
	tests := []struct{ first, then, want string }{
		{"\x1b", "[" + strings.Repeat(";", 40) + "1m", "[" + strings.Repeat(";", 15) + "1m"},
		{"\x1b[" + strings.Repeat(";", 10), strings.Repeat(";", 30) + "1m", ";;;;;1m"},
		{"\x1b", "[8;4000;4000t", "[8;4000;4000z"},
		{"\x1b[8;4000", ";4000t", ";4000z"},
		{"\x1b", "[t [_", "[t [_"},
		{"\x1b", "[65;0;97;1;0;65535_", "[65;0;97;1;0;65535"},
	}
	for _, tt := range tests {
		c := newClock()
		f := guard.New(guard.Options{Now: c.Now})
		f.Feed(nil, []byte(tt.first))
		c.Advance(time.Minute)
		if got := string(f.Feed(nil, []byte(tt.then))); got != tt.want {
			t.Errorf("%q, a pause, %q: got %q, want %q", tt.first, tt.then, got, tt.want)
		}
	}
}

func TestPaste(t *testing.T) {
	const start, end = "\x1b[200~", "\x1b[201~"
	fits := strings.Repeat("a", guard.DefaultPasteBytes)
	tests := []struct{ name, in, want string }{
		{"text", start + "Nguyễn Văn A\tB\r\n" + end + "x", start + "Nguyễn Văn A\tB\r\n" + end + "x"},
		{"colours", start + "\x1b[1;31mđỏ\x1b[0m" + end, start + "đỏ" + end},
		{"a link", start + "\x1b]8;;http://a\x1b\\b\x1b]8;;\a" + end, start + "b" + end},
		{"a character set", start + "\x1b(Ba\x1b)0b" + end, start + "ab" + end},
		{"controls", start + "a\x00\x01\x08\x18\x7f\u0085\x9bb" + end, start + "ab" + end},
		{"ESC before the end", start + "a\x1b" + end, start + "a" + end},
		{"a sequence broken off", start + "a\x1b[1;\x1b[2" + end, start + "a" + end},
		{"a sequence broken off by a letter", start + "a\x1b[1;đ\x1bOb\x1b[2\r" + end, start + "ađb\r" + end},
		{"a string without an end", start + "a\x1b]11;b\nc\x1b_dđ" + end, start + "a\nc" + end},
		{"a string without any end", start + "\x1b]" + strings.Repeat("b", 300) + end, start + strings.Repeat("b", 43) + end},
		{"a start within", start + "a" + start + "b" + end, start + "ab" + end},
		{"an end in other words", start + "a\x1b[0201~\x1b[201;1~\x1b[202~b" + end, start + "ab" + end},
		{"an endless sequence", start + "\x1b[" + strings.Repeat("1", 100) + end, start + strings.Repeat("1", 35) + end},
		{"two", start + "a" + end + start + "b" + end, start + "a" + end + start + "b" + end},
		{"just enough", start + fits + end + "x", start + fits + end + "x"},
		{"too much", start + fits + "b" + end + "x", start + fits + end + "x"},
		{"far too much", start + strings.Repeat(fits, 3) + end + "x", start + fits + end + "x"},
		{"no half letter at the cap", start + fits[1:] + "đa" + end, start + fits[1:] + end},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := filter(tt.in); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// A terminal that never sends the end marker must not make the session deaf to keys.
func TestPasteWithoutAnEnd(t *testing.T) {
	c := newClock()
	f := guard.New(guard.Options{Now: c.Now, PasteBytes: 4})
	feed := func(in, want string) {
		t.Helper()
		if got := string(f.Feed(nil, []byte(in))); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
	feed("\x1b[200~ab\x1b", "\x1b[200~ab")
	c.Advance(guard.DefaultPasteIdle)
	feed("\r", "\x1b[201~\r") // the idle time ends the paste, then Enter is a key again

	feed("\x1b[200~abcdef", "\x1b[200~abcd\x1b[201~") // the cap ends it
	feed("gh\x1b[A", "")                              // and the rest is dropped
	c.Advance(guard.DefaultPasteIdle)
	feed("x\x1b[A", "x\x1b[A")
}

func TestRate(t *testing.T) {
	c := newClock()
	f := guard.New(guard.Options{Now: c.Now, BytesPerMinute: 600})
	feed := func(n, want int, wantErr error) {
		t.Helper()
		got := f.Feed(nil, []byte(strings.Repeat("a", n)))
		if len(got) != want || !errors.Is(f.Err(), wantErr) {
			t.Errorf("%d bytes: %d passed, %v; want %d, %v", n, len(got), f.Err(), want, wantErr)
		}
	}
	feed(600, 600, nil) // the burst
	c.Advance(time.Second)
	feed(10, 10, nil) // ten a second
	c.Advance(time.Hour)
	feed(600, 600, nil) // a rest saves up one minute's worth, not more
	c.Advance(100 * time.Millisecond)
	feed(2, 1, guard.ErrTooFast)
	c.Advance(time.Hour)
	feed(1, 0, guard.ErrTooFast) // final
}

func TestDefaultRateIsSixteenKiBAMinute(t *testing.T) {
	c := newClock()
	f := guard.New(guard.Options{Now: c.Now})
	f.Feed(nil, make([]byte, 16<<10))
	if f.Err() != nil {
		t.Fatal("16 KiB are too much")
	}
	c.Advance(time.Minute)
	f.Feed(nil, make([]byte, 16<<10+1))
	if f.Err() == nil {
		t.Fatal("a byte more than 16 KiB in a minute is not too much")
	}
}

func TestStats(t *testing.T) {
	c := newClock()
	f := guard.New(guard.Options{Now: c.Now})
	start := c.Now()
	f.Feed(nil, []byte("đ\x1b[A\x1b[<0;1;1M\r\x00"))
	c.Advance(time.Minute)
	// None of these means that a person is there.
	f.Feed(nil, []byte("\x1b[I\x1b[O\x1b[<35;1;1M\x1b]11;rgb:0/0/0\a\x1b[?1;2c\x1bP>|x\x1b\\\x1b[?2026;2$y"))
	s := f.Stats()
	if s.Keys != 4 || s.Reads != 2 || s.Dropped != 1 || s.Ended != 0 || !s.LastKey.Equal(start) {
		t.Errorf("got %+v", s)
	}
	c.Advance(time.Minute)
	f.Feed(nil, []byte("\x1b[200~abc\x1b[201~\x1b[9;9;9t"))
	s = f.Stats()
	if s.Keys != 4 || s.Pastes != 1 || s.Ended != 1 || !s.LastKey.Equal(c.Now()) {
		t.Errorf("got %+v", s)
	}
	c.Advance(time.Minute)
	f.Feed(nil, []byte{0x1b})
	if s = f.Stats(); !s.LastKey.Equal(c.Now()) {
		t.Errorf("nobody pressed ESC: %+v", s)
	}
}
