// Package take is the page that gives a dossier or a procedure to take along, as a QR code
// for a phone or on paper.
package take
