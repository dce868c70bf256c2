// Package scanner reads barcode and QR scanners that have a device of their own: those on a
// serial port, such as USB scanners in CDC mode, and on Linux also those that type like a
// keyboard, through their device in /dev/input. One reading is one line.
//
// A keyboard's device is grabbed, so that no other program on the machine gets its keys. A
// scan therefore never types into a page, and neither its speed, the keyboard layout nor a
// busy machine changes the reading. Where no device is configured, package input recognises
// a scanner's keys by their speed.
//
// # Why it is ours
//
// These libraries were compared in December 2026, for reading and grabbing one keyboard:
//
//   - github.com/holoplot/go-evdev: pure Go, MIT, in use; but it has no release, its
//     errors lose their number (device busy, no such device), and each call puts the
//     file into blocking mode, so that Close does not end a Read.
//   - github.com/kenshaw/evdev: pure Go, MIT; its last release is from March 2019.
//   - github.com/gvalkov/golang-evdev: needs cgo.
//
// Three ioctls of golang.org/x/sys and the 24 bytes of an event are enough.
package scanner
