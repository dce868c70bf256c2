// Package handover shows a link for a person's phone: a QR code, the words beside it, and the
// link in letters.
package handover
