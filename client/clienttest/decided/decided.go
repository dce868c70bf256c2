// Package decided is a source of decisions with prepared answers, for tests of whatever shows
// them.
package decided

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/decision"
	"motcua/client/workday"
)

// Source has four decisions of each year, of one province; the counts are those of a real
// report of 2018, of which one decision is not counted in other years.
type Source struct {
	AsOf time.Time
	Err  error // instead of any answer
}

var home = decision.Agency{ID: "370865", Name: "UBND tỉnh Thái Nguyên", Code: "H55"}

func (s Source) head(year, n int) decision.Decision {
	return decision.Decision{
		ID: strconv.Itoa((year-2000)*1000 + n), Number: fmt.Sprintf("%d/QĐ-UBND", 100+37*n), Agency: home,
		Title: "Về việc công bố Danh mục thủ tục hành chính " + [...]string{
			"mới ban hành lĩnh vực Hộ tịch", "được sửa đổi, bổ sung lĩnh vực Đất đai", "bị bãi bỏ lĩnh vực Lâm nghiệp", "lĩnh vực Thủy lợi",
		}[n],
		Date: time.Date(year, time.Month(11-2*n), 5, 0, 0, 0, 0, workday.Zone),
	}
}

// List answers with the year asked for, or 2026.
func (s Source) List(_ context.Context, q decision.Query) (client.Answer[decision.List], error) {
	if s.Err != nil {
		return client.Answer[decision.List]{}, s.Err
	}
	year := q.Year
	if year == 0 {
		year = 2026
	}
	v := decision.List{Agency: home}
	if q.Procedure != "" {
		return s.with(q), nil
	}
	for n := range 4 {
		if d := s.head(year, n); strings.Contains(d.Number+d.Title, q.Words) {
			v.Decisions = append(v.Decisions, d)
		}
	}
	v.Total = len(v.Decisions)
	if q.Count && q.Year != 0 {
		v.Counts = &decision.Counts{Year: year, Decisions: 4, Counted: 3, New: 40, Amended: 121, Abolished: 9}
		if year == 2018 {
			v.Counts = &decision.Counts{Year: year, Decisions: 35, Counted: 35, New: 598, Amended: 166, Abolished: 354}
		}
	}
	if q.Limit > 0 && len(v.Decisions) > q.Limit {
		v.Decisions = v.Decisions[:q.Limit]
	}
	return client.Answer[decision.List]{Value: v, AsOf: s.AsOf, Source: client.SourceName{ID: "gateway", Name: "Cổng Dịch vụ công quốc gia"}}, nil
}

// with answers which decisions have a procedure: two of the province and a ministry's, of which
// only the number is known, or none for procedures that Full has none of.
func (s Source) with(q decision.Query) client.Answer[decision.List] {
	v := decision.List{Known: 3, Among: 4}
	if q.Procedure == "1.001193" || q.Procedure == "1.004194" {
		v.Decisions = []decision.Decision{s.head(2026, 1), {
			ID: "40036", Number: "9354/QĐ-BCA-C06", Agency: decision.Agency{ID: "365003", Name: "Bộ Công an"},
			Title: "Về việc công bố Danh mục thủ tục hành chính lĩnh vực Đăng ký, quản lý cư trú", Date: time.Date(2025, 9, 10, 0, 0, 0, 0, workday.Zone),
		}, s.head(2021, 0)}
		v.Does = map[string]decision.Kind{v.Decisions[0].ID: decision.Amended, v.Decisions[2].ID: decision.New}
	}
	if len(v.Decisions) == 0 {
		v.Named = q.Number
	}
	v.Total = len(v.Decisions)
	return client.Answer[decision.List]{Value: v, AsOf: s.AsOf, Source: client.SourceName{ID: "gateway", Name: "Cổng Dịch vụ công quốc gia"}}
}

// Full answers with a decision of two lists; ErrNotFound for an ID that List does not give.
func (s Source) Full(_ context.Context, id string) (client.Answer[decision.Full], error) {
	n, _ := strconv.Atoi(id)
	if s.Err != nil || n < 8000 || n%1000 > 3 {
		if s.Err == nil {
			return client.Answer[decision.Full]{}, client.ErrNotFound
		}
		return client.Answer[decision.Full]{}, s.Err
	}
	f := decision.Full{
		Decision: s.head(2000+n/1000, n%1000), Fields: []string{"Hộ tịch", "Chứng thực"},
		New: []decision.Procedure{{ID: "1", Code: "1.001193", Name: "Thủ tục đăng ký khai sinh"}},
		Amended: []decision.Procedure{
			{ID: "2", Code: "2.000815", Name: "Thủ tục chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam cấp hoặc chứng nhận"},
			{ID: "3", Name: "Thủ tục cấp bản sao trích lục hộ tịch"},
		},
	}
	return client.Answer[decision.Full]{Value: f, AsOf: s.AsOf, Source: client.SourceName{ID: "gateway", Name: "Cổng Dịch vụ công quốc gia"}}, nil
}
