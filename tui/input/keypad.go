package input

import tea "charm.land/bubbletea/v2"

// keypadKeys maps the keys of the number pad to the ordinary ones. A terminal in keypad
// application mode (DECKPAM; PuTTY and programs that crashed leave it on) sends ESC O p to
// ESC O y for the digits and ESC O j to o, M and X for the rest (xterm, "VT220-Style
// Function Keys"), and the kitty protocol has codes of its own for them. Neither carries
// the key's text.
var keypadKeys = map[rune]rune{
	tea.KeyKp0: '0', tea.KeyKp1: '1', tea.KeyKp2: '2', tea.KeyKp3: '3', tea.KeyKp4: '4',
	tea.KeyKp5: '5', tea.KeyKp6: '6', tea.KeyKp7: '7', tea.KeyKp8: '8', tea.KeyKp9: '9',
	tea.KeyKpDecimal: '.', tea.KeyKpComma: ',', tea.KeyKpSep: ',', tea.KeyKpMinus: '-', tea.KeyKpPlus: '+',
	tea.KeyKpMultiply: '*', tea.KeyKpDivide: '/', tea.KeyKpEqual: '=', tea.KeyKpEnter: tea.KeyEnter,

	tea.KeyKpUp: tea.KeyUp, tea.KeyKpDown: tea.KeyDown, tea.KeyKpLeft: tea.KeyLeft, tea.KeyKpRight: tea.KeyRight,
	tea.KeyKpPgUp: tea.KeyPgUp, tea.KeyKpPgDown: tea.KeyPgDown, tea.KeyKpHome: tea.KeyHome, tea.KeyKpEnd: tea.KeyEnd,
	tea.KeyKpInsert: tea.KeyInsert, tea.KeyKpDelete: tea.KeyDelete,
}

// lockMods change what a key of the pad sends; the terminal has applied them already.
const lockMods = tea.ModShift | tea.ModCapsLock | tea.ModNumLock | tea.ModScrollLock

// Unpadded returns the ordinary key for one of the number pad, so that fields, shortcuts
// and Burst see one kind of digit.
func Unpadded(k tea.KeyPressMsg) tea.KeyPressMsg {
	code, ok := keypadKeys[k.Code]
	if !ok {
		return k
	}
	k.Code, k.BaseCode, k.ShiftedCode = code, 0, 0
	if code < tea.KeyExtended && code >= ' ' { // it writes something
		k.Mod &^= lockMods
		if k.Mod == 0 {
			k.Text = string(code)
		}
	}
	return k
}
