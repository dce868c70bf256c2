package supervise

import "time"

// Pauses say how a crash loop is slowed down. The zero value is the default.
type Pauses struct {
	Healthy time.Duration // a child that lived so long was well; 0: 10 s, because what loops dies as it starts
	First   time.Duration // pause after the second early death; 0: half a second, and the screen is back within one
	Most    time.Duration // it doubles up to this; 0: 30 s
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

// after gives the pause before the next child. A first death costs none: the
// person who saw it stands there. It never gives up.
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
