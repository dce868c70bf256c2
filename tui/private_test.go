package tui_test

import (
	"testing"
	"time"

	"motcua/client"
)

// The proof opens the name, the papers that were handed in and those that come
// out; the code alone opens none of them.
func TestProofOpensAllThatIsPrivate(t *testing.T) {
	o, svc := options(t)
	d := sampleDossier(t)
	d.Private.Supplied, d.Private.Results = []string{"Tờ khai CT01"}, []client.ResultPaper{{Name: "Thông báo về kết quả giải quyết"}}
	svc.dossiers[sampleCode] = d
	onTerminal(t, o, 80, 40, func(c *terminal) {
		c.press("1")
		c.typeText(sampleCode)
		c.press("enter")
		c.wait(time.Second)
		c.hides("N•••••", "Tờ khai CT01", "Giấy tờ kết quả", "Lệ phí")
		c.press("m")
		c.typeText("1234")
		c.press("enter")
		c.wait(time.Second)
		c.shows("N••••• V•• A", "Lệ phí đăng ký tạm trú: 7.000 đồng", "Giấy tờ kết quả", "Thông báo về kết quả", "Giấy tờ đã nộp", "Tờ khai CT01")
	})
}
