package guard_test

import (
	"strings"
	"testing"
)

func BenchmarkFeed(b *testing.B) {
	inputs := []struct{ name, in string }{
		{"ASCII", strings.Repeat("H55.17.05-261120-0007 ", 200)},
		{"Vietnamese", strings.Repeat("đăng ký khai sinh ", 200)},
		{"arrows", strings.Repeat("\x1b[A\x1b[1;5B", 400)},
		{"mouse", strings.Repeat("\x1b[<35;120;40M", 300)},
		{"hostile", strings.Repeat("\x1b["+strings.Repeat(";", 60)+"1m", 60)},
		{"paste", "\x1b[200~" + strings.Repeat("khai sinh\n", 400) + "\x1b[201~"},
	}
	for _, in := range inputs {
		b.Run(in.name, func(b *testing.B) {
			f := unlimited()
			src := []byte(in.in)
			var dst []byte
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				dst = f.Feed(dst[:0], src)
			}
		})
	}
}
