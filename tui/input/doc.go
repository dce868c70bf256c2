// Package input distinguishes a scanner's keys from a person's.
//
// A scanner is a keyboard: it types what it read, faster than anybody can, and ends with
// Enter or Tab. Only its speed tells the two apart, so [Burst] holds a key back for a
// moment and looks at how soon the next ones come. The moment is 34 ms: scanners leave at
// most 30 ms between two keys, people 60 ms and more. A busy machine and a slow line
// change these times; the constants say what they allow for.
//
// It is ours because no library does it. Libraries that read scanners open the device, which
// is not possible for a terminal of staff or an SSH connection.
package input
