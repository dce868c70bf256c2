package page

import "motcua/tui/parts"

// CopyPress is the key that copies what a page shows. It works beside fields too.
const CopyPress = "ctrl+y"

// CopyKey tells of it.
func (b *Base) CopyKey() parts.Key {
	return parts.Key{Label: "Ctrl+Y", Text: b.Texts.Follow.KeyCopy, Press: CopyPress}
}
