// Package ranks shows how the province was ranked year by year, as columns.
package ranks
