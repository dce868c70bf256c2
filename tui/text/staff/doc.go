// Package staff contains texts that only staff see: how a page was read and who reviewed
// it, the dossiers that they follow, the changes that a sync of the catalogue found, and
// why a portal gives no answer. They are part of [text.Texts].
package staff
