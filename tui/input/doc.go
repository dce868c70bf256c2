// Package input tells a scanner's keys from a person's.
//
// A scanner is a keyboard: it types what it read, faster than anybody can, and ends with
// Enter or Tab. Nothing else tells the two apart, so [Burst] holds a key back for a
// moment and looks at how the next ones come. The moment is 34 ms: scanners leave at
// most 30 ms between two keys, people 60 ms and more. A busy machine and a line that
// stalls both bend these times; what a burst leans on then stands beside its constants.
//
// It is our own because no library does it: those that read scanners open the device,
// which a lobby's second keyboard, a terminal of staff and a connection have not.
package input
