// Package review holds offices' corrections to procedures' pages: an operator's file with
// corrected pages, and the list of pages that staff marked as wrong.
//
// # The file
//
// It is TOML, one file or a folder of files that end in .toml, with a table for each
// procedure:
//
//	[[procedure]]
//	code = "1.001193"
//	office = "UBND phường Đức Xuân"   # who reviewed, as people read it
//	reviewer = "Sở Tư pháp"           # whose office did it, when it is another
//	reviewed = 2026-11-20
//	source = "v1-0123456789abcdef"    # Fingerprint of the page that was read
//	note = "..."                      # of this desk
//	time = ["..."]
//	fee = ["..."]
//	conditions = ["..."]
//	linked = ["1.000002", "..."] # procedures that this one does in one filing
//	successor = "1.000003"       # replaces this one; said once this one is abolished
//
//	[[procedure.paper]]
//	name = "Tờ khai đăng ký khai sinh"
//	originals = 1
//	copies = 0
//	show = false
//	fill_in = true
//	forms = ["..."]
//	when = "..."                      # only then
//	unless = "..."                    # everybody but those
//	one_of = ["...", "..."]           # any one will do
//	case = "..."                      # papers of one case of the procedure
//
// An entry that has nothing but a successor needs no source: no page is corrected.
//
// Keys that are left out keep what was read from the page. Papers are corrected as a
// whole: a list of papers replaces all that were read.
//
// Each table is parsed by itself. One with a mistake is skipped and reported as a Problem,
// and the others count: a mistake in a review never keeps a program from starting.
package review
