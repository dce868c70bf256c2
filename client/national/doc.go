// Package national reads the National Public Service Portal's procedures: its
// public list, search and detail under /api/v1, which need no token.
//
// The portal's bodies contain many traps, each with a test of its own: fees of zero that are
// not free, rows without a quantity that are notes, three fields for the executing agency, an
// empty decision number, time limits stated in words only, empty lists beside full ones, and
// placeholders for "nothing".
package national
