// Package cms checks a detached CMS signature (RFC 5652) over bytes that stand elsewhere, and
// the time stamp (RFC 3161) that it may carry.
//
// github.com/smallstep/pkcs7 decodes the message. What is checked afterwards is here, because
// its Verify refuses a signature whose signing time is outside the certificate's validity,
// before it looks at the signature: signers in Vietnam write local time marked as UTC, seven
// hours ahead, and that is worth a note and no failure. Nor does it look at the type of
// the content and at the signing-certificate attribute (RFC 5035), and it hashes one copy of the
// whole content. github.com/digitorus/timestamp is left out, because it checks a token by
// the same rule, out of an older fork of the same library.
//
// The messages come from strangers, so [Parse] first walks over the encoding and limits size,
// depth and elements: the library decodes by recursion, and searches all that is left of a
// message after each element of indefinite length. A key larger than 8,192 bits is refused,
// because one check with it could take minutes.
package cms
