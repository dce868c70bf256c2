// Package national plays the national portal: the list of procedures page by page, a
// procedure in full, and the agencies. It serves the real catalogue, with package details
// for the procedures that ship in full.
package national
