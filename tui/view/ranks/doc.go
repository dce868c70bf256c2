// Package ranks says which score and place the yearly indexes gave a province, in words and as
// columns over the years.
package ranks
