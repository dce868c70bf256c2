// Package guard stands between what a remote client, or a lobby's keyboard and
// scanner, sends and the program that draws the screen. It lets keys, mouse
// reports and the terminal's own replies through unchanged and takes everything
// out that a decoder must not see.
//
// Why it exists: the decoder below Bubble Tea (x/ansi v0.11.9, DecodeSequence)
// keeps the parameters of a CSI or DCS sequence in an array of 32 and writes
// past its end. It runs on a goroutine of its own, so no recover of ours is
// reached: one line of input would end every session of the server.
//
// # What passes
//
//   - Printable ASCII, and UTF-8 from U+00A0 on without noncharacters and without
//     U+FFFD (the decoder takes it for a broken rune and waits).
//   - Controls that are keys: ^A to ^Z (so also TAB, LF, CR, BS), ESC and DEL.
//     NUL and ^\ ^] ^^ ^_ are dropped: no key of ours, and NUL is ctrl+space to
//     Bubble Tea.
//   - ESC, always at once: a lone ESC is a key, and whether it is alone is only
//     known later. All else follows from that: when a sequence turns out to be
//     bad, its beginning has been given away already, so it is brought to an end
//     that the decoder ignores, and the rest of it is swallowed. [Gatherer], behind
//     the filter, holds what it gave away for a moment where the line is slow: the
//     same bytes in the same order, the parts of a sequence closer together.
//   - CSI sequences up to 64 bytes, 16 parameters and 7 digits a parameter; SS3;
//     DCS up to 256 bytes; OSC 4, 10, 11 and 12 (colours) up to 256 bytes.
//
// # What does not
//
//   - C1 controls, as U+0080 to U+009F and as raw bytes, and invalid UTF-8.
//   - APC, PM and SOS: nothing that we ask is answered by one.
//   - CSI that says more than a key: window sizes (CSI t: the size comes from the
//     SSH channel, where it is clamped; CSI 8;9999;9999t would go round that),
//     win32 input records (CSI _: sixty thousand key presses, or a smuggled ESC,
//     in twenty bytes), X10 mouse reports (CSI M takes the next three raw bytes),
//     key reports whose text is a control character.
//   - Inside a bracketed paste: escape sequences, controls other than TAB, LF and
//     CR, and what is beyond the cap. The end marker is always delivered, once.
//   - Input beyond the rate; see [ErrTooFast].
//
// # Three lines of defence
//
// [Filter] follows the sequences that it has given away. Behind it, a tripwire
// looks at the bytes alone and knows no states: no more than 15 of ; and : stand
// in one run of digits, whatever the decoder may take that run for. It is what
// the proof in the fuzz tests rests on. Third, [Filter.Writer] and [Filter.Reader]
// never cut a rune in two (its second half could be read as a C1 control) and let
// the decoder come to rest now and then: after an ESC and a letter it keeps all
// input and reads it again with every byte until 50 ms of silence, for as long as
// the client likes.
package guard
