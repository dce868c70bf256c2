package joint

import (
	"strings"
	"testing"

	"motcua/client/digest/condition"
	"motcua/client/digest/token"
)

// A condition behind joined papers is about all of them or about the last one; the words tell.
func TestReachOf(t *testing.T) {
	for row, want := range map[string]Reach{
		"Hợp đồng mua bán phương tiện hoặc giấy tờ khác chứng minh việc mua bán | đối với phương tiện thuộc diện đăng kiểm":                                    All,
		"Hợp đồng thuê phương tiện bằng văn bản hoặc hợp đồng cho thuê tài chính | đối với trường hợp cho thuê tài chính":                                      Last,
		"Giấy chứng nhận tốt nghiệp khóa đào tạo hoặc quyết định công nhận tương đương | đối với người học ở nước ngoài":                                       Last,
		"Trích sao hồ sơ bệnh án của người bệnh hoặc giấy báo tử của cơ sở khám bệnh | (đối với giấy chứng tử, trích lục khai tử, cơ quan dùng dữ liệu đã có)": Unclear,
		"Bảng kê danh sách lái xe của đơn vị và danh sách người áp tải | đối với trường hợp bắt buộc có người áp tải":                                          Last,
		"Biên bản nghiệm thu hoàn thành công trình và bản vẽ hoàn công mặt bằng | đối với bến thủy nội địa":                                                    Unclear,
		"Hợp đồng bảo đảm hoặc hợp đồng bảo đảm có công chứng | đối với trường hợp luật khác quy định":                                                         Last,
		"Đơn đề nghị sửa đổi địa chỉ trụ sở và tài liệu chứng minh quyền sử dụng trụ sở | đối với doanh nghiệp không thuê trụ sở của nhà nước":                 Last,
	} {
		paper, when, _ := strings.Cut(row, " | ")
		l := token.Scan(paper + " " + when)
		ts := condition.Behind(l, token.Between(0, len(l.Tokens)))
		if len(ts) != 1 {
			t.Errorf("%s: %d conditions", row, len(ts))
			continue
		}
		head := token.Between(0, ts[0].Open)
		i, n := LastJoint(l, head)
		if got := ReachOf(l, token.Between(0, i), token.Between(i+n, head.To), ts[0].When.Piece, l.At(i) == "hoặc"); got != want {
			t.Errorf("%s: %v, want %v", row, got, want)
		}
	}
}

// Which form is for whom ends a name; the number of a single form does not.
func TestFormChoice(t *testing.T) {
	for row, want := range map[string]string{
		"Văn bản đề nghị cấp thẻ: mẫu NA6 đối với tổ chức; mẫu NA7 đối với cá nhân":                  "Văn bản đề nghị cấp thẻ",
		"Giấy đề nghị theo Mẫu 01a áp dụng đối với người tự liên hệ hoặc Mẫu 01b đối với người khác": "Giấy đề nghị",
		"Đơn đề nghị theo Mẫu số 01 đối với tổ chức":                                                 "",
	} {
		l := token.Scan(row)
		got := l.Text(token.Between(0, FormChoice(l, token.Between(0, len(l.Tokens)))))
		if got != want {
			t.Errorf("%s: %q, want %q", row, got, want)
		}
	}
}
