// Package pdf reads the structure of a PDF file as far as its signatures need it: the
// cross-reference sections, objects, and where each value begins and ends in the file
// (ISO 32000-1, 7.2 to 7.5). It opens no page, no font and no picture.
//
// It is our own because it stands before files from strangers. github.com/digitorus/pdf, the
// reader below github.com/digitorus/pdfsign, reads arrays by recursion without a limit: a file
// of 30 MB of "[" ends the process with a stack overflow, which no recover catches. It also
// does not tell where a value stands, and the check whether the unsigned gap of a
// signature is exactly its /Contents needs that.
//
// Nothing here may crash, hang or take memory without bound, whatever the bytes: depth,
// sections, entries, decoded streams and steps in all have limits. A file that exceeds one
// is refused with [ErrTooComplex]. A file whose cross-reference is wrong is refused with
// [ErrBroken] and not repaired: programs that show files repair them each in their own way, so
// that a repaired file is not the one that others see.
package pdf
