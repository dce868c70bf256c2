package typing_test

import (
	"fmt"

	"motcua/tui/typing"
)

// A field hands over what stands before the cursor, with each key.
func ExampleComposer_Type() {
	telex := typing.Composer{Method: typing.Telex}
	field := ""
	for _, key := range "ddawng kys khai sinh H55" {
		field = telex.Type(field, key)
	}
	fmt.Println(field)
	// Output: đăng ký khai sinh H55
}
