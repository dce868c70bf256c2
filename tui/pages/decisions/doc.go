// Package decisions lists the decisions of a year that publish procedures, with bars of how
// many procedures they made new, changed or abolished.
package decisions
