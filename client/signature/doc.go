// Package signature tells of a signed PDF file three things, each for itself: whether it is
// unchanged since it was signed, who signed it and when, and whether the chain of the
// signer's certificate is known on this machine. It says nothing on whether a paper is
// legally valid.
//
// Unchanged means every byte. A signature signs the bytes that its /ByteRange names (ISO
// 32000-1, 12.8.1). Here it must begin at 0, leave out exactly its own /Contents, and nothing may
// follow the range of the last signature. Bytes behind it are what an incremental update adds, and
// an update can replace any page: they are told as added, whatever they do. Behind the range
// of an earlier signature may stand what a later signature signs. The earlier signers then
// signed an earlier state of the file, and the answer says so.
//
// The time is that of the stamp when the stamp holds, otherwise that of the signer's clock. A
// certificate is validated at the time of the stamp only when the stamp's authority is known
// too: everybody can make an authority of their own that stamps any time.
//
// github.com/digitorus/pdfsign does most of this, and is left out: it accepts bytes behind the
// signed range, and reads files with github.com/digitorus/pdf, which hostile files end. See
// package pdf, which reads the structure, and package cms, which checks the messages with
// github.com/smallstep/pkcs7.
package signature
