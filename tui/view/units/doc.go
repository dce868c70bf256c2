// Package units says which offices take dossiers, whether they are open, and how much can be
// done online.
package units
