package page

import (
	tea "charm.land/bubbletea/v2"

	"motcua/tui/device"
	"motcua/tui/parts"
)

// Takeaway is what a person can take home.
type Takeaway struct {
	Link string // "" if there is no page about it
	What string
	Slip func() device.Slip // makes the slip from the current content, in the current language
}

// TakeKeys returns the keys of a page whose content can be taken home.
func (e *Env) TakeKeys(link string) []parts.Key {
	var keys []parts.Key
	if link != "" {
		keys = append(keys, parts.Key{Label: "W", Text: e.Texts.Slip.KeyQR, Press: "w"})
	}
	if e.Printer != nil {
		keys = append(keys, parts.Key{Label: "I", Text: e.Texts.Slip.KeyPrint, Press: "i"})
	}
	return keys
}

// TakeHome opens what such a key asks for: a QR code or a slip. It returns nil for other keys.
func (b Base) TakeHome(key string, t Takeaway) tea.Cmd {
	switch key {
	case "w", "W":
		if t.Link != "" {
			return b.Open(Take{t, false})
		}
	case "i", "I":
		if b.Printer != nil {
			return b.Open(Take{t, true})
		}
	}
	return nil
}
