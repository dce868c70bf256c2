// Package elsewhere is the page that refers the owner of a number of social insurance to
// the portal that looks it up.
package elsewhere
