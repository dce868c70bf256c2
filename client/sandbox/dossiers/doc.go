// Package dossiers holds the sample dossiers that every kind of system of the sample portal
// serves. They are made up, dated relative to today, and listed by Samples. A Book finds
// them by code, for all portals or for one.
package dossiers
