// Package search is the page that finds procedures while a person types.
package search
