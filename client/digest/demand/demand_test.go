package demand

import (
	"slices"
	"testing"

	"motcua/client/digest/token"
)

// A duty requires a paper of the applicant; "người nộp" and "nộp hồ sơ" require none.
func TestDuty(t *testing.T) {
	for row, want := range map[string]string{
		"người yêu cầu phải nộp giấy khai sinh":            "phải nộp",
		"đại diện thân nhân lập bản khai theo mẫu":         "lập",
		"người nộp hồ sơ được hướng dẫn":                   "",
		"công dân đến cơ quan; sau đó xuất trình hộ chiếu": "",
	} {
		l := token.Scan(row)
		got := ""
		if at, n := Duty(l, token.Between(0, len(l.Tokens))); at >= 0 {
			got = l.Text(token.Between(at, at+n))
		}
		if got != want {
			t.Errorf("%s: %q, want %q", row, got, want)
		}
	}
}

// A clause that looks like a remark may require a paper.
func TestHidden(t *testing.T) {
	for row, want := range map[string]bool{
		"tài liệu bằng tiếng nước ngoài phải kèm theo bản dịch tiếng Việt": true,
		"bản dịch thì không phải nộp bản chính giấy khai sinh":             false,
		"cơ quan tiếp nhận kèm theo phiếu hẹn":                             false,
		"người yêu cầu nộp bản chính để đối chiếu":                         false,
	} {
		l := token.Scan(row)
		if got := Hidden(l, token.Between(0, len(l.Tokens))); got != want {
			t.Errorf("%s: %v, want %v", row, got, want)
		}
	}
}

func TestInSomeCase(t *testing.T) {
	got := InSomeCase("Trường hợp chưa có thẻ thường trú thì phải có đơn giải trình về thời gian đã tạm trú")
	want := [][]string{{"đơn", "giải", "trình", "về", "thời", "gian", "đã", "tạm", "trú"}}
	if !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := InSomeCase("Trường hợp cơ quan nhận đủ hồ sơ thì cơ quan phải gửi thông báo"); len(got) > 0 {
		t.Errorf("what the office does: %q", got)
	}
}
