// Package reporting reads the national portal's reports: which units there are, which of
// them take a procedure, which procedures are abolished, and how many can be done online.
//
// The shapes are those of answers captured in August to October 2026 (testdata); no reader
// needs more of them than it names. Units are known by id and code: three provinces became
// cities in 2026 and changed their names alone.
package reporting
