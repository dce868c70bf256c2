// Package review keeps what offices know better than the reader of the portal's
// pages: an operator's file with corrected pages, and the list of pages that staff
// marked as wrong.
//
// # The file
//
// It is TOML, one file or a folder of files that end in .toml, with a table for
// each procedure:
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
// What is left out stands as the page was read. Papers are corrected together: a
// list that is given takes the place of all that were read.
//
// Each table is read by itself. One that has a mistake is skipped and told as a
// Problem, and the others hold: a review never keeps a program from starting.
package review
