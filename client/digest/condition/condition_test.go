package condition

import (
	"testing"

	"motcua/client/digest/token"
)

// A condition before a paper ends at "thì", a colon, a duty, or the comma before a new clause.
func TestFront(t *testing.T) {
	for row, want := range map[string][2]string{
		"Trường hợp ủy quyền thì nộp văn bản ủy quyền":            {"ủy quyền", "nộp văn bản ủy quyền"},
		"Đối với doanh nghiệp: giấy đăng ký kinh doanh":           {"doanh nghiệp", "giấy đăng ký kinh doanh"},
		"Nếu là người nước ngoài, phải nộp hộ chiếu":              {"là người nước ngoài", "phải nộp hộ chiếu"},
		"Ngoài ra, đối với trẻ em: giấy khai sinh":                {"trẻ em", "giấy khai sinh"},
		"Giấy đăng ký kinh doanh đối với doanh nghiệp":            {},
		"Trường hợp (1): đăng ký lần đầu: Tờ khai":                {"đăng ký lần đầu", "Tờ khai"},
		"Trường hợp đăng ký thay đổi, bổ sung thông tin: tờ khai": {"đăng ký thay đổi, bổ sung thông tin", "tờ khai"},
	} {
		l := token.Scan(row)
		w, rest, ok := Front(l, token.Between(0, len(l.Tokens)))
		got := [2]string{}
		if ok {
			got = [2]string{w.Words, l.Text(rest)}
		}
		if got != want {
			t.Errorf("%s\n got %q\nwant %q", row, got, want)
		}
	}
}

// "đối với" after a paper begins a condition if it distinguishes applicants, but not in a law's
// title or after a duty.
func TestBehind(t *testing.T) {
	for row, want := range map[string]string{
		"Giấy phép lao động đối với người nước ngoài":                                   "người nước ngoài",
		"Hộ chiếu (nếu có)":                                                             "nếu có",
		"Văn bản ủy quyền (trừ trường hợp người được ủy quyền là cha, mẹ)":              "người được ủy quyền là cha, mẹ",
		"Báo cáo việc thực hiện nghĩa vụ đối với người lao động":                        "",
		"Bản sao (trường hợp nộp trực tiếp) giấy khai sinh":                             "",
		"Văn bản theo Thông tư số 28/2018/TT-NHNN quy định điều kiện đối với ngân hàng": "",
	} {
		l := token.Scan(row)
		got := ""
		for _, tail := range Behind(l, token.Between(0, len(l.Tokens))) {
			got += tail.When.Words
		}
		if got != want {
			t.Errorf("%s\n got %q\nwant %q", row, got, want)
		}
	}
}

// The short form of a condition follows "chỉ khi" on the page.
func TestShort(t *testing.T) {
	for words, want := range map[string]string{
		"nếu có":            HaveOne,
		"Trẻ em bị bỏ rơi;": "trẻ em bị bỏ rơi",
		"ủy quyền thực hiện thủ tục cấp bản sao":                             "làm thay người khác",
		"không thể khai thác được thông tin về nơi cư trú của người yêu cầu": "không tra được nơi cư trú",
		"UBND cấp xã yêu cầu": "UBND cấp xã yêu cầu",
	} {
		if got := Short(words); got != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
}
