// Package gateway reads the older gateway of the national portal, one address that takes
// the name of a service and answers rows: POST jsp/rest.jsp with a form field params, which
// is JSON. Of its services only those about decisions that publish procedures are read, and
// the lists that these need: agencies, fields, procedures with their codes.
//
// An answer is an array of flat objects whose values are all strings. Empty is [] or the
// text "[null]"; a failure is a web page. Dates are dd-MM-yyyy. Some names are not NFC, and
// names carry double spaces and line breaks. The number of a decision is free text and not
// unique. The lists of a decision hold no codes of procedures, and a list by field has them
// under the same IDs. Procedures that are amended and those that replace others are one list.
package gateway
