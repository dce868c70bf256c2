// Package quality shows how good the service of a unit is: its total and six groups as bars,
// beside those of its province and the country, and what they were counted of; and the units
// below it as a list in an order that the reader chooses.
package quality
