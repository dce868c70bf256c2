// Package deadline determines how long a procedure takes and the day on which its result is
// due.
//
// A portal gives a limit in a field, in the words of its channels and in the steps. The words
// are read as stages, consecutive or by case, and compared with the field. A limit is given
// only when they agree; where they differ nothing is promised, and the page shows the words.
// ReadyBy counts from the hour of handing in with the calendar, by the longest limit of all.
// Nothing is guessed: what can be read in two ways stays text.
//
// The files in the best order to read:
//
//	limit.go    a limit by itself
//	stage.go    the limits in words
//	check.go    what words say against the field
//	time.go     the limits that are told
//	cutoff.go   the 15 o'clock rule
//	readyby.go  the day on which a result is due
//
// It is our own because the rules are those of Vietnam's procedures: working days from a
// complete dossier, the 15:00 rule of civil status, and the wording of stages in official
// texts.
package deadline
