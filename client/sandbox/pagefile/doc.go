// Package pagefile reads the files of procedures that a sample portal is given: the
// portal's own JSON, or a flat page whose sections are one string each, with tables
// concatenated cell by cell. It takes the page apart again and gives the `data` object of
// the portal's procedure detail, a Detail.
package pagefile
