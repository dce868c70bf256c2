package client_test

import (
	"testing"

	"motcua/client"
)

// The kind is all of a reason that the code alone opens.
func TestGiveReason(t *testing.T) {
	for words, want := range map[string]client.ReasonKind{
		"Ảnh chụp giấy tờ chứng minh chỗ ở bị mờ, không đọc được số nhà và tên chủ hộ.": client.ReasonPapers,
		"Thieu to khai": client.ReasonPapers,
		"Quá thời hạn bổ sung mà chưa nhận được hồ sơ của phương tiện.": client.ReasonTerm,
		"Công dân không bổ sung": client.ReasonTerm,
		"Không thuộc thẩm quyền giải quyết, mời ông Nguyễn Văn A nộp ở UBND xã": client.ReasonPlace,
		"Chưa đáp ứng đủ điều kiện về diện tích":                                client.ReasonConditions,
		"Hồ sơ trùng với hồ sơ của bà Trần Thị B đã nộp":                        client.ReasonTwice,
		"Chưa nộp lệ phí":               client.ReasonMoney,
		"Theo đề nghị của anh Lê Văn C": client.ReasonWish,
		"Gặp chị Lan phòng 2":           client.ReasonOther,
		" ":                             client.ReasonUnsaid,
	} {
		for _, status := range client.AllStatuses() {
			for _, open := range []bool{false, true} {
				d := client.Dossier{Status: status, Reason: "cũ"}
				if open {
					d.Private = &client.Private{}
				}
				d.GiveReason(words)
				kind, full := client.ReasonUnsaid, ""
				if status == client.StatusRefused || status == client.StatusStopped {
					kind = want
					if open && want != client.ReasonUnsaid {
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
