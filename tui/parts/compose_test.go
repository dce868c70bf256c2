package parts_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
	"motcua/tui/typing"
)

// keys types into a field: letters, and the keys ← → ⌫ ⌦.
func keys(f parts.Field, s string) parts.Field {
	special := map[rune]rune{'←': tea.KeyLeft, '→': tea.KeyRight, '⌫': tea.KeyBackspace, '⌦': tea.KeyDelete}
	for _, r := range s {
		k := tea.KeyPressMsg{Code: r, Text: string(r)}
		if code, ok := special[r]; ok {
			k = tea.KeyPressMsg{Code: code}
		}
		f, _ = f.Update(k)
	}
	return f
}

func TestAFieldTypesByTheMethodOfItsSession(t *testing.T) {
	for _, c := range []struct {
		method      typing.Method
		typed, want string
	}{
		{typing.Telex, "ddawng kys khai sinh", "đăng ký khai sinh"},
		{typing.VNI, "d9a8ng ky1 khai sinh", "đăng ký khai sinh"},
		{typing.Off, "ddawng kys", "ddawng kys"},
		{typing.Telex, "hoafn⌫", "hòa"},
		{typing.Off, "hoàn⌫", "hoà"},
		// In the middle of the text.
		{typing.Telex, "khai sinh←←←←mowis ", "khai mới sinh"},
		{typing.Telex, "hoafn sơ←←←⌫n", "hoàn sơ"},
		{typing.Telex, "hoafn sơ←←←⌫⌦", "hòasơ"},
		{typing.VNI, "ho so6←←←←2", "h2o sô"},
		// Complete letters from another keyboard.
		{typing.Telex, "đươngf", "đường"},
		{typing.Telex, "tie\u0302\u0301ng", "tiếng"},
		{typing.Telex, "\u00F0ươngf\u200B", "đường"},
		{typing.Off, "\u00D0ất \u0189ỗ", "Đất Đỗ"},
	} {
		f := parts.NewField("f", 40)
		f.Typing = &typing.Choice{Method: c.method}
		if got := keys(f, c.typed).Value(); got != c.want {
			t.Errorf("%v: %s gives %q, not %q", c.method, c.typed, got, c.want)
		}
	}
}

func TestACodeFieldComposesNothing(t *testing.T) {
	if got := keys(parts.NewField("code", 40), "H55ddaas").Value(); got != "H55ddaas" {
		t.Errorf("a code became %q", got)
	}
}

func TestTheMethodMayChangeWhileAFieldIsOpen(t *testing.T) {
	choice := typing.Choice{}
	f := parts.NewField("f", 40)
	f.Typing = &choice
	f = keys(f, "aas ")
	choice.Method = typing.Telex
	f = keys(f, "aas ")
	choice.Method = typing.VNI
	f = keys(f, "a61 hoa2 ")
	choice.Style = typing.NewStyle
	f = keys(f, "hoa2")
	if got := f.Value(); got != "aas ấ ấ hòa hoà" {
		t.Errorf("got %q", got)
	}
}

func TestAPasteIsNotComposed(t *testing.T) {
	f := parts.NewField("f", 40)
	f.Typing = &typing.Choice{Method: typing.Telex}
	f = keys(f, "tooi ")
	f, _ = f.Update(tea.PasteMsg{Content: "ddas cha\u0300o"})
	if got := keys(f, "s").Value(); got != "tôi ddas cháo" {
		t.Errorf("got %q", got)
	}
}

// A full field accepts a key that only adds a mark, and none that makes the text longer.
func TestAFullFieldStillTakesMarks(t *testing.T) {
	f := parts.NewField("f", 5)
	f.Typing = &typing.Choice{Method: typing.Telex}
	if got := keys(f, "tiengxyzes").Value(); got != "tiếng" {
		t.Errorf("got %q", got)
	}
	if got := keys(keys(f, "soft"), "wares").Value(); len(got) > 5 {
		t.Errorf("the field of 5 holds %q", got)
	}
}

// The on-screen keyboard types at the cursor, whatever the method.
func TestReadyLettersGoWhereTheCursorIs(t *testing.T) {
	for _, m := range []typing.Method{typing.Off, typing.Telex, typing.VNI} {
		f := parts.NewField("f", 40)
		f.Typing = &typing.Choice{Method: m}
		f = keys(f, "sinh←←←←")
		for _, r := range "đương " {
			f.Letter(r)
			if r == 'ơ' {
				f.Tone(typing.Huyen)
			}
		}
		f.Delete()
		f.Delete()
		f.Letter('\u202e') // not allowed on a screen
		if got := f.Value(); got != "đườnsinh" {
			t.Errorf("%v: got %q", m, got)
		}
		f.Tone(typing.Level)
		if got := keys(f, "→→→→").Value(); !strings.HasPrefix(got, "đươnsinh") {
			t.Errorf("%v: without the tone it is %q", m, got)
		}
	}
}
