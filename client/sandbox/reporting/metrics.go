package reporting

import "motcua/client/sandbox/units"

// metric is a row below a group.
type metric struct {
	Code    string   `json:"code"`
	Name    string   `json:"name"`
	Part    *int     `json:"numerator"`
	Whole   *int     `json:"denominator"`
	Ratio   *float64 `json:"ratio"`
	Score   *float64 `json:"score"`
	Max     float64  `json:"maxScore"`
	Doubt   string   `json:"dataQualityStatus,omitempty"`
	Message string   `json:"dataQualityMessage,omitempty"`
}

// counted is a row like any other; of nothing it has neither share nor points.
func counted(code, name string, part, whole int, most float64) metric {
	m := metric{Code: code, Name: name, Part: &part, Whole: &whole, Max: most}
	if whole > 0 {
		share := cents(float64(part) / float64(whole) * 100)
		points := cents(float64(part) / float64(whole) * most)
		m.Ratio, m.Score = &share, &points
	}
	return m
}

type measured struct {
	Row        int      `json:"stt"`
	ID         string   `json:"departmentId"`
	Name       string   `json:"departmentName"`
	Code       string   `json:"departmentCode,omitempty"`
	Type       string   `json:"departmentType"`
	Level      string   `json:"departmentLevel"`
	Agency     string   `json:"agencyLevel"`
	Metrics    []metric `json:"metrics"`
	Petitions  *int     `json:"totalPetitions,omitempty"`
	Classified *int     `json:"classifiedPetitions,omitempty"`
	Dossiers   *int     `json:"totalDossiers,omitempty"`
	Average    *float64 `json:"averageScore,omitempty"`
	score
}

type metricsData struct {
	Overview   measured    `json:"overview"`
	Evaluation []measured  `json:"evaluation"`
	Pages      *pagination `json:"pagination,omitempty"`
}

// rows answers one of the three reports that have rows below a group.
func rows(g int, of func(u units.Unit, province bool, period string) measured) func(units.Unit, question, string) any {
	return func(p units.Unit, q question, period string) any {
		data := metricsData{Overview: of(p, true, period), Evaluation: []measured{}}
		data.Overview.Row, data.Overview.Agency = 1, "level_1"
		data.Overview.score = scoreOf(points(p.Code, g, period), groups[g].most) // as in the country's report
		for i, u := range q.below(p) {
			m := of(u, false, period)
			m.Row, m.Agency = i+1, "level_2"
			sum := 0.0
			for _, row := range m.Metrics {
				if row.Score != nil {
					sum += *row.Score
				}
			}
			m.score = scoreOf(sum, groups[g].most)
			data.Evaluation = append(data.Evaluation, m)
		}
		if g == openness {
			n := len(units.Below(p.ID))
			size := max(q.PageSize, 1)
			average := cents(points(p.Code, g, period) - 0.07)
			data.Overview.Average = &average
			data.Pages = &pagination{n, max(q.CurrentPage, 1), size, (n + size - 1) / size}
		}
		return data
	}
}

const openness, satisfaction, digitised = 0, 4, 5

func unitRow(u units.Unit) measured {
	return measured{ID: u.ID, Name: u.Name, Type: u.Type, Level: u.Level}
}

// transparency gives no codes, and repeats the province's PUBLIC_CONTENT_FULL.
func transparency(u units.Unit, province bool, period string) measured {
	m := unitRow(u)
	n := dossiers(u, period)
	m.Metrics = []metric{
		counted("PUBLISH_ON_TIME", "Tỷ lệ TTHC công bố đúng hạn", 0, 0, 6),
		counted("PUBLIC_UPDATE_ON_TIME", "Tỷ lệ TTHC cập nhật, công khai đúng hạn", 0, 0, 4),
		counted("PUBLIC_CONTENT_FULL", "Tỷ lệ TTHC công khai đầy đủ nội dung", 87, 89, 2),
		counted("DOSSIER_SYNC", "Tỷ lệ hồ sơ đồng bộ lên Cổng DVCQG", n-n/50, n, 6),
	}
	last := &m.Metrics[3]
	if n == 0 && !province {
		last.Doubt, last.Message = "NO_NATIONAL_REPORT_DATA", "Không có dữ liệu báo cáo tổng hợp."
	} else {
		last.Doubt, last.Message = "TEMP_NATIONAL_REPORT_DENOMINATOR", "Mẫu số BCQG/GRIS đang dùng số tạm, cần thay bằng dữ liệu crawl hệ thống cũ."
	}
	return m
}

// digitized has a row without numbers that has all points, and a true nought.
func digitized(u units.Unit, _ bool, period string) measured {
	m := unitRow(u)
	m.Code = u.Code
	n := dossiers(u, period)
	whole, all := 100.0, 2.0
	m.Metrics = []metric{
		counted("ORIGINAL_RESULT_AVAILABLE", "Tỷ lệ hồ sơ thủ tục hành chính có cấp kết quả giải quyết thủ tục hành chính điện tử", part(n, 0.72, u.Code, "result", period), n, 6),
		counted("SO_HOA_GIAY_TO_GIAI_QUYET", "Tỷ lệ hồ sơ thủ tục hành chính thực hiện số hóa hồ sơ", part(n, 0.2, u.Code, "scan", period), n, 4),
		counted("REUSED_DIGITIZED_DATA", "Tỷ lệ hồ sơ khai thác, sử dụng lại thông tin, dữ liệu số hóa", n/60, n, 2),
		counted("SYNCED_WITH_DVCQG_PERSONAL_STORAGE", "Tỷ lệ hồ sơ TTHC được số hóa có kết nối, chia sẻ dữ liệu phục vụ tái sử dụng", 0, n, 4),
		counted("CITIZEN_DATA_CONNECTED_DOSSIER", "Tỷ lệ hồ sơ TTHC có sử dụng thông tin, dữ liệu dân cư", part(n, 0.44, u.Code, "people", period), n, 2),
		counted("CITIZEN_DATA_CONNECTED_FORMALITY", "Tỷ lệ TTHC triển khai kết nối, chia sẻ dữ liệu dân cư phục vụ GQ TTHC", min(n, 46), 3+min(n, 382), 2),
		{Code: "ELECTRONIC_CERTIFIED_COPY", Name: "Tỷ lệ cung cấp dịch vụ chứng thực bản sao điện tử từ bản chính", Ratio: &whole, Score: &all, Max: 2},
	}
	return m
}

// handling gives no codes. Of nothing a unit gets 0 points for dossiers and all points for
// petitions; two rows are information.
func handling(u units.Unit, province bool, period string) measured {
	m := unitRow(u)
	n := dossiers(u, period)
	petitions := int(chance(u.Code, "petitions", period) * 9)
	switch {
	case n == 0:
		petitions = 0
	case province:
		petitions = 180 + int(chance(u.Code, period)*120)
	}
	m.Petitions, m.Classified, m.Dossiers = &petitions, &petitions, &n
	about := petitions * 3 / 4
	info := func(code, name string, some int) metric {
		row := counted(code, name, some, petitions, 0)
		row.Score = nil
		if petitions == 0 {
			row.Ratio = new(float64)
		}
		return row
	}
	rate := func(code, name string, some, whole int, ofNothing float64) metric {
		row := counted(code, name, some, whole, 6)
		if whole == 0 {
			row.Ratio, row.Score = new(float64), &ofNothing
		}
		return row
	}
	m.Metrics = []metric{
		info("PETITION_CLASSIFICATION_TTHC", "Tỷ lệ PAKN về quy định, thủ tục hành chính", about),
		rate("DOSSIER_RECEIVING_SATISFACTION", "Tỷ lệ hài lòng trong tiếp nhận, giải quyết TTHC", part(n, 0.78, u.Code, "happy", period), n, 0),
		rate("PETITION_PROCESSING_ON_TIME", "Tỷ lệ PAKN xử lý đúng hạn", petitions-petitions/4, petitions, 6),
		rate("PETITION_HANDLING_SATISFACTION", "Tỷ lệ hài lòng trong xử lý PAKN", petitions-petitions/3, petitions, 6),
		info("PETITION_CLASSIFICATION_STAFF", "Tỷ lệ PAKN về hành vi cán bộ, công chức, viên chức", petitions-about),
	}
	return m
}
