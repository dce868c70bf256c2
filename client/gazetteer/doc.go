// Package gazetteer knows the names of communes, districts and provinces of Vietnam before
// and after the merger of 1 July 2025, and tells what an old place is called today.
//
// places.txt.gz holds 10,036 old communes, 696 old districts, 63 old provinces and
// today's 3,321 communes in 34 provinces. `go run ./client/facts/pack places OLD NEW`
// makes it from two tables in the form of their sources (see Write): which commune went
// where is from vietnamadminunits, today's list from vietnamese-provinces-database, both
// under the MIT licence; their licences lie beside it. Codes are those of the statistics
// office. The portals use other ones, and no public table joins the two.
//
// The names are searched by package find, which understands marks left out, slips and raw
// Telex. Each commune is there twice: by its name, and by its whole address as people
// write it ("Phùng Chí Kiên, Bắc Kạn"). The index is built at the first question and
// not before: 14,114 places, some 70 ms; 2 MB for the names and 4 MB for the index beside the
// table, 0.4 ms a key and 1.1 ms for the longest questions (go test -bench . here).
package gazetteer
