package digest

// Confidence says how sure the reader is of an item. What is in doubt never
// becomes a paper: its row stands among those to read closely.
type Confidence uint8

// From sure to doubtful.
const (
	Sure Confidence = iota
	Likely
	Doubt
)

// String is the word of the staff's page and of JSON.
func (c Confidence) String() string {
	switch c {
	case Sure:
		return "sure"
	case Likely:
		return "likely"
	default:
		return "doubt"
	}
}
