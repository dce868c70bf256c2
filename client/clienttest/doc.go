// Package clienttest is what the tests of several rooms share: a calendar of working
// days, a time in Vietnam, a machine that stands in another zone, CPUTime, by which
// a test compares how long something takes on a machine that does other things too, and
// Long, by which a test says that it takes long.
// Below it lie the scenarios that every kind of dossier system must pass (contract), a
// bad line (slowline) and bad certificates (badtls). Only tests import them.
package clienttest
