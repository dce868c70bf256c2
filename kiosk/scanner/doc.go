// Package scanner reads barcode and QR scanners that have a device of their own:
// on a serial port, as USB scanners in CDC mode have, and on Linux also those that
// type like a keyboard, by their device below /dev/input. One reading is one line.
//
// A keyboard's device is grabbed: nothing else on the machine gets its keys, so that
// a scan never types into a page, and neither its pace, the layout of the real
// keyboard nor a machine that is busy changes what is read. Where no device is
// named, package tui tells a scanner's keys from a person's by their pace.
//
// # Why the few calls to the kernel stand here
//
// What was looked at in December 2026, for reading and grabbing one keyboard:
//
//   - github.com/holoplot/go-evdev: pure Go, MIT, in use; but it has no release at
//     all, its errors have lost their number (device busy, no such device), and each
//     call takes the file's descriptor in the way that makes a Read block a thread
//     which Close does not end.
//   - github.com/kenshaw/evdev: pure Go, MIT; its last release is of March 2019.
//   - github.com/gvalkov/golang-evdev: needs cgo.
//
// Three ioctls of golang.org/x/sys and the 24 bytes of an event are all there is to
// it.
package scanner
