package page

import "motcua/tui/text"

// Topic is a question besides the two of the first page. The package of the page that
// answers it declares it, and the table of topics lists it.
type Topic struct {
	Name, Hint func(*text.Texts) string
	Field      bool // its page has a field, for which text is that follows the topic's key at once
	To         Intent
}
