package qr

import (
	"fmt"
	"testing"
)

func BenchmarkEncode(b *testing.B) {
	for _, most := range []int{45, 42} { // as it stands, and packed
		b.Run(fmt.Sprint(most), func(b *testing.B) {
			for b.Loop() {
				if _, ok := Encode(procedureLink, most); !ok {
					b.Fatal("nothing fits")
				}
			}
		})
	}
}
