// Package operator is the page for the people who maintain a kiosk: the state of its parts,
// and a few actions.
package operator
