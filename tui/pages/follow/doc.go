// Package follow is the page with the dossiers that a member of staff follows.
package follow
