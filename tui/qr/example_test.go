package qr_test

import (
	"fmt"

	"motcua/tui/qr"
)

// A page of 21 rows has room for a side of 41 modules, quiet zone included.
func ExampleEncode() {
	code, ok := qr.Encode("https://dichvucong.gov.vn", 41)
	fmt.Println(ok, code.Size, "modules,", code.Rows(), "rows")
	_, ok = qr.Encode("https://dichvucong.gov.vn", 20)
	fmt.Println(ok)
	// Output:
	// true 25 modules, 17 rows
	// false
}
