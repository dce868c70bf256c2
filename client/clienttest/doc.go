// Package clienttest holds what the tests of several packages share: a calendar of
// working days, times in Vietnam, a process in another time zone, a Clock that stands until
// it is moved, a Buffer for a log that is read while it grows, CPUTime to compare durations
// on a busy machine, and Long, Program and AsRoot for tests that are slow, that run another
// program or that need root.
// Its subpackages are the scenarios that every kind of dossier system must pass
// (contract), requests without a client (ask), a bad network (slowline) and bad
// certificates (badtls). Only tests import them.
package clienttest
