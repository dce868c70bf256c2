package signature_test

import (
	"bytes"
	"fmt"
	"testing"

	"motcua/client/signature"
)

// What a forger can do with a file that somebody else signed, and what is said of it. The
// names are those of the literature (Mladenov et al., 2019 and 2021: signature wrapping,
// incremental saving, universal forgery, shadow attacks).
func TestAttacks(t *testing.T) {
	p := people()
	signed := how{by: p.signer, tsa: p.tsa, at: day(2026, 11, 1)}
	own := how{by: p.stranger, tsa: p.strangersTSA, at: day(2026, 11, 2)}
	other := map[int]string{4: "<</Length 8>>stream\nQ q Q q \nendstream"}
	good := unsigned(t).sign(signed).b
	gap := bytes.Index(good, []byte("/Contents <")) + len("/Contents ")
	end := gap + bytes.IndexByte(good[gap:], '>') + 1
	join := func(parts ...[]byte) []byte { return bytes.Join(parts, nil) }
	for _, tt := range []struct {
		name string
		b    func() []byte
		want signature.State
	}{
		{"incremental saving: the page replaced", func() []byte {
			s := unsigned(t).sign(signed)
			s.update("", other)
			return s.b
		}, signature.Added},
		{"incremental saving without a trailer", func() []byte {
			return append(bytes.Clone(good), "4 0 obj\n<</Length 0>>stream\n\nendstream\nendobj\n"...)
		}, signature.Added},
		{"one more end of the file", func() []byte { return append(bytes.Clone(good), "%%EOF\n"...) }, signature.Added},
		{"one byte in front", func() []byte { return append([]byte("\n"), good...) }, signature.NotPDF},
		{"another file in front", func() []byte { return append(bytes.Clone(unsigned(t).b), good...) }, signature.Broken},
		{"wrapping: bytes between the message and the second range", func() []byte {
			return join(good[:end], []byte("\n4 0 obj\n<</Length 0>>stream\n\nendstream\nendobj\n"), good[end:])
		}, signature.Broken},
		{"wrapping: bytes inside the message's brackets", func() []byte {
			return join(good[:end-1], []byte("><</Evil true>><00"), good[end-1:])
		}, signature.Broken},
		{"universal forgery: no message", func() []byte {
			return join(good[:gap], []byte("<"), bytes.Repeat([]byte("0"), end-gap-2), []byte(">"), good[end:])
		}, signature.Unchecked},
		{"universal forgery: the range a name", func() []byte { return ranged(good, "/None") }, signature.Partial},
		{"universal forgery: negative", func() []byte { return ranged(good, "[0 -1 5 9]") }, signature.Partial},
		{"universal forgery: too large", func() []byte { return ranged(good, "[0 9999999999999999 5 9]") }, signature.Partial},
		{"universal forgery: three numbers", func() []byte { return ranged(good, "[0 5 9]") }, signature.Partial},
		{"universal forgery: six numbers", func() []byte { return ranged(good, "[0 5 9 1 2 3]") }, signature.Partial},
		{"universal forgery: only the first range", func() []byte { return ranged(good, fmt.Sprintf("[0 %d %d 0]", gap, end)) }, signature.Changed},
		{"the message of another file", func() []byte {
			s := unsigned(t)
			s.update("", other)
			b := s.sign(signed).b
			at := bytes.Index(b, []byte("/Contents <")) + len("/Contents ")
			copy(b[at:], good[gap:end])
			return b
		}, signature.Changed},
		{"shadow: the page replaced and signed by the forger", func() []byte {
			s := unsigned(t).sign(signed)
			s.update("", other)
			return s.sign(own).b
		}, signature.Unchanged},
		{"the message in a comment before it", func() []byte {
			h := signed
			h.extraKeys = " %/Contents<00>\n%/ByteRange[0 1 2 3]\n %%(\n"
			return unsigned(t).sign(h).b
		}, signature.Unchanged},
	} {
		r := checker(t).Check(t.Context(), tt.b())
		if r.State != tt.want {
			t.Errorf("%s: %s, want %s, %+v", tt.name, r.State, tt.want, r.Signatures)
		}
	}

	// The forger's signature covers the whole file, but as a forger's: whose chain is not known,
	// by a stamp that is not known, and behind one that covers only what stood before.
	s := unsigned(t).sign(signed)
	s.update("", other)
	r := checker(t).Check(t.Context(), s.sign(own).b)
	first, last := r.Signatures[0], r.Signatures[1]
	if first.Covers != signature.CoversEarlier || first.Chain.Known != signature.KnownYes || last.Covers != signature.CoversAll || last.Chain.Known != signature.KnownNo || last.Chain.StampKnown {
		t.Errorf("%+v\n%+v", first, last)
	}
}

// ranged replaces the range of a file by another of the same length.
func ranged(good []byte, by string) []byte {
	b := bytes.Clone(good)
	at := bytes.Index(b, []byte("/ByteRange ")) + len("/ByteRange ")
	room := bytes.Index(b[at:], []byte("/Contents"))
	copy(b[at:at+room], by+string(bytes.Repeat([]byte(" "), room)))
	return b
}
