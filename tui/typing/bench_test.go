package typing_test

import (
	"testing"

	"motcua/tui/typing"
)

// What a key costs in the middle of a line of text.
func BenchmarkType(b *testing.B) {
	for _, m := range []typing.Method{typing.Telex, typing.VNI} {
		b.Run(m.String(), func(b *testing.B) {
			keys := []rune(keysOf("chuyển", m, atOnce) + " ")
			const line = "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất "
			b.ReportAllocs()
			c := typing.Composer{Method: m}
			text := line
			for i := 0; b.Loop(); i++ {
				if i%len(keys) == 0 {
					text = line
				}
				text = c.Type(text, keys[i%len(keys)])
			}
		})
	}
}
