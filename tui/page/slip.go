package page

import "motcua/tui/device"

// Slip starts a slip with the office, the time and the link.
func (e *Env) Slip(title, code, link string) device.Slip {
	return device.Slip{
		Lang: e.Texts.Lang, Name: e.Name, Office: e.Office,
		Title: title, Code: code, Link: link, Printed: e.Service.Now(),
	}
}

// SlipHours adds the office's opening hours, if they are known.
func (e *Env) SlipHours(s *device.Slip) {
	if e.Touch {
		s.Part(e.Texts.Slip.Hours, device.SlipText, e.Said(e.Posted.Hours))
	}
}
