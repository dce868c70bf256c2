package supervise

import "time"

// Pauses slow down a crash loop. The zero value means the defaults.
type Pauses struct {
	Healthy time.Duration // a child that lived so long was healthy; 0: 10 s, because a child in a crash loop dies as it starts
	First   time.Duration // the pause after the second early death; 0: half a second, so the screen is back within one
	Most    time.Duration // the pause doubles up to this; 0: 30 s
}

func (p Pauses) orDefault() Pauses {
	if p.Healthy == 0 {
		p.Healthy = 10 * time.Second
	}
	if p.First == 0 {
		p.First = time.Second / 2
	}
	if p.Most == 0 {
		p.Most = 30 * time.Second
	}
	return p
}

// pace counts early deaths in a row.
type pace struct {
	Pauses
	early int
}

func (p *pace) reset() { p.early = 0 }

// after returns the pause before the next child. There is none after a first death, because
// a person is standing there. It never gives up.
func (p *pace) after(lived time.Duration) time.Duration {
	if lived >= p.Healthy {
		p.early = 0
	}
	p.early++
	if p.early == 1 {
		return 0
	}
	pause := p.First
	for range p.early - 2 {
		if pause *= 2; pause >= p.Most {
			return p.Most
		}
	}
	return min(pause, p.Most)
}
