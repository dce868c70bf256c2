// Package ask is the page that asks for a dossier's code.
package ask
