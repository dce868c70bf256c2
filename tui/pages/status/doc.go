// Package status is the page with the state of each portal, the traffic of look-ups and the
// age of the catalogue.
package status
