// Package guard filters what a remote client, or a kiosk's keyboard and scanner, sends to
// the program that draws the screen. It passes keys, mouse reports and the terminal's own
// replies unchanged and removes everything that the decoder must not see.
//
// Why it exists: the decoder that Bubble Tea uses (x/ansi v0.11.9, DecodeSequence) stores
// the parameters of a CSI or DCS sequence in an array of 32 and writes past its end. It
// runs on its own goroutine, where no recover of ours can catch the panic: one line of
// input would end every session of the server.
//
// # What passes
//
//   - Printable ASCII, and UTF-8 from U+00A0 on without noncharacters and without
//     U+FFFD (the decoder takes it for an incomplete rune and waits).
//   - Controls that are keys: ^A to ^Z (so also TAB, LF, CR, BS), ESC and DEL.
//     NUL and ^\ ^] ^^ ^_ are dropped: the program uses none of them as a key, and
//     Bubble Tea reads NUL as ctrl+space.
//   - ESC, always immediately: a lone ESC is a key, and whether it is alone is only
//     known later. So when a sequence turns out to be bad, its beginning has already
//     been passed on. The filter then ends it in a way that the decoder ignores, and
//     drops the rest. Where the line is slow, [Gatherer] holds the filter's output for
//     a moment: it passes the same bytes in the same order, but the parts of a sequence
//     closer together.
//   - CSI sequences up to 64 bytes, 16 parameters and 7 digits a parameter; SS3;
//     DCS up to 256 bytes; OSC 4, 10, 11 and 12 (colours) up to 256 bytes.
//
// # What does not
//
//   - C1 controls, as U+0080 to U+009F and as raw bytes, and invalid UTF-8.
//   - APC, PM and SOS: the program asks nothing that is answered by one of them.
//   - CSI sequences that are more than a key: window sizes (CSI t: the size comes from
//     the SSH channel, where it is limited; CSI 8;9999;9999t would bypass that limit),
//     win32 input records (CSI _: sixty thousand key presses, or a hidden ESC, in
//     twenty bytes), X10 mouse reports (CSI M takes the next three raw bytes), key
//     reports whose text is a control character.
//   - Inside a bracketed paste: escape sequences, controls other than TAB, LF and
//     CR, and what exceeds the cap. The end marker is always delivered, once.
//   - Input beyond the rate; see [ErrTooFast].
//
// # Three lines of defence
//
// First, [Filter] follows the sequences that it has passed on. Second, a tripwire after it
// checks the bytes alone, without any state of a sequence: at most 15 of ; and : may occur
// in one run of digits, however the decoder may read that run. The fuzz tests rely on this
// property. Third, [Filter.Writer] and [Filter.Reader] never cut a rune in two (its second
// half could be read as a C1 control), and they pause now and then so that the decoder can
// finish: after an ESC and a letter it keeps all input and reads it again with every byte
// until 50 ms of silence, for as long as the client keeps sending.
package guard
