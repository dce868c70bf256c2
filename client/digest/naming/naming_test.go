package naming

import (
	"testing"

	"motcua/client/digest/token"
)

// A name is the source's words without those that do not distinguish papers.
func TestNames(t *testing.T) {
	for row, want := range map[string]string{
		"- 02 (hai) bộ Tờ khai đăng ký khai sinh theo mẫu;":                                 "Tờ khai đăng ký khai sinh theo mẫu",
		"Bản sao có chứng thực Giấy phép xây dựng":                                          "Giấy phép xây dựng",
		"Bản sao Giấy phép xây dựng":                                                        "Bản sao Giấy phép xây dựng",
		"Hợp đồng mua bán, trong đó ghi rõ số lượng":                                        "Hợp đồng mua bán",
		"Báo cáo tài chính ban hành kèm theo Thông tư số 200/2014/TT-BTC":                   "Báo cáo tài chính",
		"Đơn đề nghị cấp giấy phép quy định tại Phụ lục I kèm theo Nghị định 15/2021/NĐ-CP": "Đơn đề nghị cấp giấy phép",
	} {
		l := token.Scan(token.FoldSpace(row))
		if got := Of(l, Spans(l, token.Between(0, len(l.Tokens)), nil)); got != want {
			t.Errorf("%s\n got %q\nwant %q", row, got, want)
		}
	}
}

// A paper begins after counts and kinds of copies. Text about other things does not begin with
// a paper's noun.
func TestStarts(t *testing.T) {
	for row, want := range map[string]string{
		"01 bản sao Giấy khai sinh":                      "Giấy khai sinh",
		"Các bản chính hoặc bản sao hợp đồng lao động":   "hợp đồng lao động",
		"Người yêu cầu có mặt tại nơi tiếp nhận hồ sơ":   "",
		"Trong thời hạn 03 ngày làm việc kể từ ngày cấp": "",
	} {
		l := token.Scan(row)
		all := token.Between(0, len(l.Tokens))
		got := ""
		if StartsPaper(l, all) {
			got = l.Text(token.Between(BehindCopies(l, all), all.To))
		}
		if got != want {
			t.Errorf("%s\n got %q\nwant %q", row, got, want)
		}
	}
}

// The form of a copy is no paper of its own.
func TestCopyRules(t *testing.T) {
	for row, want := range map[string]bool{
		"bản chính để đối chiếu":       true,
		"bản sao có chứng thực":        true,
		"bản sao Giấy phép kinh doanh": false,
		"Giấy phép kinh doanh":         false,
		"01 bản chụp":                  true,
		"bản chính giấy tờ đó":         true,
		"bản chính giấy chứng sinh":    false,
	} {
		l := token.Scan(row)
		if got := CopyRule(l, token.Between(0, len(l.Tokens))); got != want {
			t.Errorf("%s: %v, want %v", row, got, want)
		}
	}
}
