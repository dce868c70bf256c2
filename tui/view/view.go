package view

// Sign is the mark before a state. State is never shown by colour alone.
type Sign string

// The signs. They are one cell wide in every common font.
const (
	SignDone    Sign = "✓"
	SignCurrent Sign = "●"
	SignAhead   Sign = "○"
	SignAction  Sign = "!"
	SignStop    Sign = "✗"
	SignOpen    Sign = "☐" // a paper to bring, for the person to tick off
)

// Tone is the meaning of a sentence. A theme colours it; a plain renderer ignores it.
type Tone int

// The tones.
const (
	TonePlain Tone = iota
	ToneGood
	ToneWarn // something to do
	ToneBad  // late, refused, stopped
	ToneQuiet
)
