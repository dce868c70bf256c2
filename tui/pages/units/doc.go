// Package units lists the offices that take dossiers, or those that take one procedure.
package units
