package device

import "strings"

// Add adds the lines that are not empty.
func (s *Slip) Add(k SlipKind, lines ...string) {
	for _, l := range lines {
		if l != "" {
			s.Lines = append(s.Lines, SlipLine{k, l})
		}
	}
}

// Gap adds free space.
func (s *Slip) Gap() { s.Lines = append(s.Lines, SlipLine{Kind: SlipGap}) }

// Section begins a section with a heading.
func (s *Slip) Section(heading string) {
	s.Gap()
	s.Add(SlipHeading, heading)
}

// Part adds a section if it has any text.
func (s *Slip) Part(heading string, k SlipKind, lines ...string) {
	if strings.Join(lines, "") != "" {
		s.Section(heading)
		s.Add(k, lines...)
	}
}
