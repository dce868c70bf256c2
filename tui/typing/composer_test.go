package typing_test

import (
	"testing"

	"motcua/tui/typing"
)

// A keyboard on the screen has ready letters and keys for the tones.
func TestReadyLettersAndTones(t *testing.T) {
	const level, sac, huyen, hoi, nga, nang = typing.Level, typing.Sac, typing.Huyen, typing.Hoi, typing.Nga, typing.Nang
	tones := map[rune]typing.Tone{'0': level, '´': sac, '`': huyen, '?': hoi, '~': nga, '.': nang}
	for _, c := range []struct {
		style      typing.ToneStyle
		keys, want string // ⌫ deletes; ´`?~. are the tones and 0 none
	}{
		{typing.OldStyle, "tiêng´", "tiếng"},
		{typing.OldStyle, "tiê´ng", "tiếng"},
		{typing.OldStyle, "hoa`", "hòa"},
		{typing.OldStyle, "hoa`n", "hoàn"},
		{typing.OldStyle, "hoa`n⌫", "hòa"},
		{typing.NewStyle, "hoa`n⌫", "hoà"},
		{typing.OldStyle, "đương`", "đường"},
		{typing.OldStyle, "đưo`ng", "đường"},
		{typing.OldStyle, "ma´`", "mà"},
		{typing.OldStyle, "ma``", "mà"}, // a key on the screen does not undo
		{typing.OldStyle, "ma`0", "ma"},
		{typing.OldStyle, "cat`", "cat"}, // stays: no such tone
		{typing.OldStyle, "cat´", "cát"},
		{typing.OldStyle, "gia`", "già"},
		{typing.OldStyle, "qua´", "quá"},
		{typing.OldStyle, "quy?", "quỷ"},
		{typing.OldStyle, "thuơ?", "thuở"},
		{typing.OldStyle, "software´", "software"},
		{typing.OldStyle, "TIÊ´NG", "TIẾNG"},
		{typing.OldStyle, "´", ""},
		{typing.OldStyle, "ddas", "ddas"}, // letters of Telex are letters here
		{typing.OldStyle, "ha nôi.", "ha nội"},
	} {
		for _, m := range []typing.Method{typing.Off, typing.Telex, typing.VNI} {
			t.Run(m.String()+" "+c.keys, func(t *testing.T) {
				k := typing.Composer{Method: m, Style: c.style}
				text := ""
				for _, r := range c.keys {
					if tone, ok := tones[r]; ok {
						text, _ = k.Tone(text, tone)
					} else if r == '⌫' {
						text = k.Backspace(text)
					} else {
						text = k.Letter(text, r)
					}
				}
				if text != c.want {
					t.Errorf("gives %q, not %q", text, c.want)
				}
			})
		}
	}
}

// Text that was there before, or that another hand changed, is composed as it
// stands.
func TestTextThatStandsThereAlready(t *testing.T) {
	for _, c := range []struct{ before, keys, want string }{
		{"Tiê", "s", "Tiế"},
		{"Tie\u0302\u0301", "ng", "Tiếng"}, // decomposed
		{"hoà", "n", "hoàn"},
		{"hoà", "s", "hóa"},
		{"hoàn", "⌫", "hòa"},
		{"hoàn", "s", "hoán"},
		{"toán", "s", "toans"},
		{"đ", "d", "dd"},
		{"đường", "w", "đuòngw"},
		{"soft", "s", "softs"},
		{"Krông Pắ", "c", "Krông Pắc"},
		{"Đa", "wsk", "Đắk"},
		{"x\u0302", "⌫", ""},
		{"Nguyễn Văn ", "A", "Nguyễn Văn A"},
	} {
		k := typing.Composer{Method: typing.Telex}
		if got := typeInto(&k, c.before, c.keys); got != c.want {
			t.Errorf("%s after %q gives %q, not %q", c.keys, c.before, got, c.want)
		}
	}
}

// What the composer remembers of one place means nothing at another.
func TestTheCursorMayMove(t *testing.T) {
	k := typing.Composer{Method: typing.Telex}
	first := typeInto(&k, "", "sof")
	if first != "sò" {
		t.Fatalf("sof gives %q", first)
	}
	// The person goes elsewhere, and comes back after the text was changed.
	if got := k.Type("tiê", 's'); got != "tiế" {
		t.Errorf("s after tiê gives %q", got)
	}
	if got := k.Type("sò", 'n'); got != "sòn" {
		t.Errorf("n after sò gives %q", got)
	}
	if got := k.Type("", 'w'); got != "ư" {
		t.Errorf("w in an empty field gives %q", got)
	}
}

// A copy of a composer goes its own way.
func TestACopyIsItsOwn(t *testing.T) {
	a := typing.Composer{Method: typing.Telex}
	text := typeInto(&a, "", "sof")
	b := a
	_ = typeInto(&a, text, "n")
	if got := typeInto(&b, text, "tware"); got != "software" {
		t.Errorf("the copy gives %q", got)
	}
	if got := typeInto(&a, "sòn", "g"); got != "sòng" {
		t.Errorf("the first gives %q", got)
	}
}

func TestNames(t *testing.T) {
	for _, m := range []typing.Method{typing.Off, typing.Telex, typing.VNI} {
		if got, err := typing.ParseMethod(m.String()); err != nil || got != m {
			t.Errorf("%v reads as %v, %v", m, got, err)
		}
	}
	if m, err := typing.ParseMethod("TELEX"); err != nil || m != typing.Telex {
		t.Errorf("TELEX reads as %v, %v", m, err)
	}
	if _, err := typing.ParseMethod("viqr"); err == nil {
		t.Error("viqr is no method")
	}
	for _, s := range []typing.ToneStyle{typing.OldStyle, typing.NewStyle} {
		if got, err := typing.ParseToneStyle(s.String()); err != nil || got != s {
			t.Errorf("%v reads as %v, %v", s, got, err)
		}
	}
	if _, err := typing.ParseToneStyle(""); err == nil {
		t.Error("nothing is no style")
	}
	if typing.Off.Next() != typing.Telex || typing.Telex.Next() != typing.VNI || typing.VNI.Next() != typing.Off {
		t.Error("the methods do not go round")
	}
}
