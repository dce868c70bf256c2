// Package scores says how good the service of a unit is: its points as figures with bars,
// beside those of its province and the country, and what they were counted of.
package scores
