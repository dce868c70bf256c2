package parts

import (
	"strings"
	"testing"
)

func TestProgressIsDrawnOverItself(t *testing.T) {
	var b strings.Builder
	p := &Progress{Out: &b, Width: 60}
	for _, step := range []struct {
		do   func()
		want string
	}{
		{func() { p.Leave(); p.Clear() }, ""},
		{func() { p.Draw(0, 4, "0/4, còn lại 3 phút") }, "\r[" + strings.Repeat("-", 29) + "]   0 %  0/4, còn lại 3 phút"},
		{func() { p.Draw(2, 4, "2/4") }, "\r[" + strings.Repeat("#", 20) + strings.Repeat("-", 20) + "]  50 %  2/4" + strings.Repeat(" ", 5)},
		{func() { p.Draw(9, 4, "9/4") }, "\r[" + strings.Repeat("#", 40) + "] 100 %  9/4"},
		{func() { p.Draw(9, 0, "9") }, "\r9" + strings.Repeat(" ", 52)},
		{func() { p.Clear() }, "\r \r"},
		{func() { p.Draw(9, 0, "9") }, "\r9"},
		{func() { p.Leave(); p.Leave() }, "\n"},
		{func() { p.Width = 8; p.Draw(1, 2, "một câu dài") }, "\rmột câu"},
	} {
		b.Reset()
		if step.do(); b.String() != step.want {
			t.Errorf("%q, want %q", b.String(), step.want)
		}
	}
}
