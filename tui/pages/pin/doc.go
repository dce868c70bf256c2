// Package pin is the page that asks for the PIN of the operator's page.
package pin
