package facts

import (
	"time"

	"motcua/client/linked"
	"motcua/client/workday"
)

// linkedByLaw are the two groups of Decree 63/2024/NĐ-CP, in force since 1 July 2024. The
// catalogue has each under the name of its members, the first also under an older one with
// more uses and the papers. A health insurance card for a small child and the funeral
// allowance of social insurance have no code of their own there.
var linkedByLaw = []linked.Group{
	{
		Code: "2.000986", Also: []string{"2.002621"}, Basis: "Nghị định 63/2024/NĐ-CP", Since: time.Date(2024, time.July, 1, 0, 0, 0, 0, workday.Zone),
		Members: []linked.Member{
			{Code: "1.001193", Name: "đăng ký khai sinh"}, {Code: "1.004222", Name: "đăng ký thường trú"},
			{Name: "cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi"},
		},
	},
	{
		Code: "2.002622", Basis: "Nghị định 63/2024/NĐ-CP", Since: time.Date(2024, time.July, 1, 0, 0, 0, 0, workday.Zone),
		Members: []linked.Member{
			{Code: "1.000656", Name: "đăng ký khai tử"}, {Code: "1.003197", Name: "xóa đăng ký thường trú"},
			{Code: "1.001731", Name: "giải quyết mai táng phí, tử tuất"},
		},
	},
}

// Linked returns the groups by law that have a procedure.
func Linked(code string) []linked.Group { return linked.With(code, linkedByLaw) }
