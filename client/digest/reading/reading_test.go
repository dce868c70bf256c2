package reading

import (
	"fmt"
	"testing"

	"motcua/client"
)

// A row has a class, and its papers have conditions; "+close" if a part of it must be read.
func TestClasses(t *testing.T) {
	for row, want := range map[string]string{
		"Tờ khai đăng ký khai sinh theo mẫu":           "hand_in | Tờ khai đăng ký khai sinh theo mẫu",
		"Xuất trình hộ chiếu":                          "show | Hộ chiếu",
		"Trường hợp ủy quyền thì nộp văn bản ủy quyền": "only_if | Văn bản ủy quyền IF ủy quyền",
		"Hợp đồng lao động (nếu có)":                   "only_if | Hợp đồng lao động IF nếu có",
		"Lưu ý: hồ sơ được trả lại khi không đầy đủ":   "note",
		"Giấy tờ đối với doanh nghiệp gồm:":            "lead",
		"---": "void",
		"Một trong các giấy tờ sau: hộ chiếu; căn cước":               "hand_in | one of 2",
		"Giấy phép kinh doanh; hợp đồng mua bán đối với doanh nghiệp": "close",
	} {
		r := Of(Head{}, client.PaperRow{Name: row, Originals: 1})
		got := string(r.Class)
		if len(r.Close) > 0 && r.Class != ClassClose {
			got += "+close"
		}
		for _, it := range r.Items {
			got += " | " + it.Name
			if len(it.OneOf) > 0 {
				got += fmt.Sprintf("one of %d", len(it.OneOf))
			}
			for _, w := range it.Whens {
				got += " IF " + w.Words
			}
		}
		if got != want {
			t.Errorf("%s\n got %q\nwant %q", row, got, want)
		}
	}
}

// A row under a heading of advice is no paper, and one under a heading of papers to show is
// shown.
func TestHeadsSteer(t *testing.T) {
	row := client.PaperRow{Name: "Hộ chiếu", Originals: 1}
	if r := Of(Head{Show: true}, row); len(r.Items) != 1 || !r.Items[0].Show {
		t.Errorf("under papers to show: %+v", r)
	}
	if r := Of(Head{Notes: true, Named: true}, row); r.Class != ClassNote {
		t.Errorf("contents of a paper that the heading names: %v", r.Class)
	}
}
