package client_test

import (
	"testing"

	"motcua/client"
	"motcua/client/reason"
)

// The kind is all of a reason that the code alone opens.
func TestGiveReason(t *testing.T) {
	for words, want := range map[string]reason.Kind{
		"Ảnh chụp giấy tờ chứng minh chỗ ở bị mờ, không đọc được số nhà và tên chủ hộ.": reason.Papers,
		"Thieu to khai": reason.Papers,
		"Quá thời hạn bổ sung mà chưa nhận được hồ sơ của phương tiện.": reason.Term,
		"Công dân không bổ sung": reason.Term,
		"Không thuộc thẩm quyền giải quyết, mời ông Nguyễn Văn A nộp ở UBND xã": reason.Place,
		"Chưa đáp ứng đủ điều kiện về diện tích":                                reason.Conditions,
		"Hồ sơ trùng với hồ sơ của bà Trần Thị B đã nộp":                        reason.Twice,
		"Chưa nộp lệ phí":               reason.Money,
		"Theo đề nghị của anh Lê Văn C": reason.Wish,
		"Gặp chị Lan phòng 2":           reason.Other,
		" ":                             reason.Unsaid,
	} {
		for _, status := range client.AllStatuses() {
			for _, open := range []bool{false, true} {
				d := client.Dossier{Status: status, Reason: "cũ"}
				if open {
					d.Private = &client.Private{}
				}
				d.GiveReason(words)
				kind, full := reason.Unsaid, ""
				if status == client.StatusRefused || status == client.StatusStopped {
					kind = want
					if open && want != reason.Unsaid {
						full = words
					}
				}
				if d.ReasonKind != kind || d.Reason != full {
					t.Errorf("%q in state %v, open %v: %v %q", words, status, open, d.ReasonKind, d.Reason)
				}
			}
		}
	}
}
