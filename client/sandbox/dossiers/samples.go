package dossiers

import (
	"motcua/client"
	"motcua/client/timely"
)

// The units of the sample dossiers. Phường Đức Xuân is real; its dossiers here are made
// up.
const (
	desk3      = "Quầy 3, Trung tâm Phục vụ hành chính công phường Đức Xuân"
	deskCity   = "Trung tâm Phục vụ hành chính công tỉnh Thái Nguyên"
	reception  = "Bộ phận Một cửa phường Đức Xuân"
	cityDesk   = "Bộ phận Một cửa tỉnh Thái Nguyên"
	wardPolice = "Công an phường Đức Xuân"
	ward       = "UBND phường Đức Xuân, tỉnh Thái Nguyên"
	wardTrade  = "Phòng Kinh tế, Hạ tầng và Đô thị phường Đức Xuân"
	police     = "Công an tỉnh Thái Nguyên"
	finance    = "Sở Tài chính tỉnh Thái Nguyên"
	transport  = "Sở Xây dựng tỉnh Thái Nguyên"

	clerk   = "Cán bộ mẫu 1"
	officer = "Cán bộ mẫu 2"
	chief   = "Cán bộ mẫu 3"
)

// The first lines of a time line are the same for most dossiers.
func handedIn(at string) Work {
	return Work{At: at, Text: "Nộp hồ sơ", Unit: reception, Status: client.StatusRegistered}
}

func accepted(at, unit string) Work {
	return Work{At: at, Text: "Tiếp nhận hồ sơ", Unit: unit, Who: clerk, Status: client.StatusAccepted}
}

func processing(at, unit string) Work {
	return Work{At: at, Text: "Đang xử lý", Unit: unit, Who: officer, Status: client.StatusProcessing}
}

func finished(at, unit string) Work {
	return Work{At: at, Text: "Đã xử lý xong", Unit: unit, Who: chief, Status: client.StatusFinished}
}

func returned(at, unit string) Work {
	return Work{At: at, Text: "Trả kết quả", Unit: unit, Who: clerk, Status: client.StatusReturned}
}

// samples are all dossiers: each of the ten states, each timeliness, each form of code.
var samples = []Dossier{
	{
		Agency: "H55.17.05", Date: "261120", Serial: "0001", Procedure: "1.001193",
		Status: client.StatusRegistered, Timeliness: timely.None,
		Shows:     Shows{"mới gửi, chờ tiếp nhận; chưa có ngày hẹn", "just sent, waiting to be accepted; no appointment yet"},
		Applicant: citizen("Nguyễn Văn A", 1001), Subject: "Khai sinh cho cháu Nguyễn Thị Mẫu",
		Unit: ward, HandBack: desk3, Channel: "2", HandedIn: "-1 16:20",
		Papers: []string{"Tờ khai điện tử đăng ký khai sinh", "Giấy chứng sinh"},
		Steps:  []Work{{At: "-1 16:20", Text: "Nộp hồ sơ trực tuyến", Unit: reception, Status: client.StatusRegistered}},
	},
	{
		Agency: "H55.17.05", Date: "261120", Serial: "0002", Procedure: "1.004873",
		Status: client.StatusAccepted, Timeliness: timely.OnTime,
		Shows:     Shows{"đã tiếp nhận, còn ba ngày làm việc", "accepted, three working days left"},
		Applicant: citizen("Trần Thị B", 1002), Unit: ward, HandBack: desk3, Channel: "1",
		HandedIn: "-1 14:05", Due: "+3 17:00",
		Papers: []string{"Tờ khai cấp Giấy xác nhận tình trạng hôn nhân"},
		Fees:   []Charge{{"Lệ phí cấp Giấy xác nhận tình trạng hôn nhân", 15_000, true}},
		Steps:  []Work{handedIn("-1 14:05"), accepted("-1 14:20", reception)},
	},
	{
		Agency: "H55.17.05", Date: "261120", Serial: "0003", Procedure: "1.004222",
		Status: client.StatusRefused, Timeliness: timely.None,
		Shows:     Shows{"không được tiếp nhận, có lý do", "refused, with the reason"},
		Applicant: citizen("Lê Văn C", 1003), Unit: wardPolice, HandBack: desk3, Channel: "2",
		Note:     "Ảnh chụp giấy tờ chứng minh chỗ ở bị mờ, không đọc được số nhà và tên chủ hộ.",
		HandedIn: "-3 20:41",
		Papers:   []string{"Tờ khai thay đổi thông tin cư trú (mẫu CT01)"},
		Steps: []Work{
			handedIn("-3 20:41"),
			{At: "-2 09:10", Text: "Không tiếp nhận: ảnh giấy tờ chứng minh chỗ ở bị mờ", Unit: wardPolice, Who: clerk, Status: client.StatusRefused},
		},
	},
	{
		Agency: "H55.17.05", Date: "261120", Serial: "0007", Procedure: "1.004194",
		Status: client.StatusProcessing, Timeliness: timely.OnTime,
		Shows:     Shows{"đang xử lý, còn một ngày làm việc", "being processed, one working day left"},
		Applicant: citizen("Phạm Thị D", 1007), Unit: wardPolice, HandBack: desk3, Channel: "1",
		HandedIn: "-2 08:12", Due: "+1 17:00",
		Papers: []string{"Tờ khai thay đổi thông tin cư trú (mẫu CT01)", "Hợp đồng thuê nhà"},
		Fees:   []Charge{{"Lệ phí đăng ký tạm trú", 15_000, true}},
		Steps: []Work{
			handedIn("-2 08:12"), accepted("-2 09:40", reception), processing("-1 14:05", wardPolice),
		},
	},
	{
		Agency: "H55.17.05", Date: "261120", Serial: "0008", Procedure: "1.001612",
		Status: client.StatusProcessing, Timeliness: timely.DueToday,
		Shows:     Shows{"đang xử lý, hẹn trả hôm nay", "being processed, due today"},
		Applicant: citizen("Hoàng Văn E", 1008), Subject: "Hộ kinh doanh Tạp hóa Mẫu",
		Unit: wardTrade, HandBack: desk3, Channel: "1", HandedIn: "-3 10:30", Due: "today",
		Papers: []string{"Giấy đề nghị đăng ký hộ kinh doanh"},
		Fees:   []Charge{{"Lệ phí đăng ký hộ kinh doanh", 100_000, true}},
		Steps: []Work{
			handedIn("-3 10:30"), accepted("-3 10:45", reception), processing("-2 08:30", wardTrade),
		},
	},
	{
		Agency: "H55.17.05", Date: "261120", Serial: "0009", Procedure: "1.004859",
		Status: client.StatusProcessing, Timeliness: timely.Late,
		Shows:     Shows{"đang xử lý, trễ ba ngày làm việc", "being processed, three working days late"},
		Applicant: citizen("Vũ Thị G", 1009), Subject: "Cải chính năm sinh",
		Unit: ward, HandBack: desk3, Channel: "1", HandedIn: "-9 09:00", Due: "-3 17:00",
		Papers: []string{"Tờ khai cải chính hộ tịch", "Bản sao Giấy khai sinh"},
		Fees:   []Charge{{"Lệ phí cải chính hộ tịch", 28_000, true}},
		Steps: []Work{
			handedIn("-9 09:00"), accepted("-9 09:25", reception), processing("-7 15:10", ward),
			{At: "-2 16:00", Text: "Xác minh hồ sơ gốc", Unit: ward, Who: officer, Status: client.StatusProcessing},
		},
	},
	{
		Agency: "H55.17.05", Date: "261120", Serial: "0010", Procedure: "1.004222",
		Status: client.StatusSupplement, Timeliness: timely.Paused,
		Shows:     Shows{"cần bổ sung hai giấy tờ", "two papers are missing"},
		Applicant: citizen("Đặng Văn H", 1010), Unit: wardPolice, HandBack: desk3, Channel: "1",
		Note:     "Nộp bổ sung tại Quầy 3.",
		HandedIn: "-6 08:40", Due: "-1 17:00",
		Papers: []string{"Tờ khai thay đổi thông tin cư trú (mẫu CT01)"},
		Fees:   []Charge{{"Lệ phí đăng ký thường trú", 20_000, true}},
		Supplements: []Supplement{
			{
				Text: "- Văn bản đồng ý của chủ hộ (01 bản chính)\n- Giấy chứng nhận quyền sử dụng đất của chỗ ở (01 bản sao)",
				At:   "-4 10:15", DueBefore: "-1 17:00", DueAfter: "+4 17:00",
			},
		},
		Steps: []Work{
			handedIn("-6 08:40"), accepted("-6 08:55", reception), processing("-5 09:00", wardPolice),
			{At: "-4 10:15", Text: "Yêu cầu bổ sung giấy tờ", Unit: wardPolice, Who: officer, Status: client.StatusSupplement},
		},
	},
	{
		Agency: "H55.12", Date: "261119", Serial: "0011", Procedure: "3.000333",
		Status: client.StatusPayment, Timeliness: timely.Paused,
		Shows:     Shows{"cần nộp phí 200.000 đồng", "a fee of 200,000 đồng is due"},
		Applicant: citizen("Bùi Thị K", 1011), Unit: police, HandBack: deskCity, Channel: "2",
		Note:     "Nộp phí trên Cổng Dịch vụ công quốc gia hoặc tại quầy.",
		HandedIn: "-4 21:15", Due: "+5 17:00",
		Papers: []string{"Tờ khai yêu cầu cấp Phiếu lý lịch tư pháp"},
		Fees:   []Charge{{"Phí cung cấp thông tin lý lịch tư pháp", 200_000, false}},
		Steps: []Work{
			handedIn("-4 21:15"),
			{At: "-2 08:50", Text: "Yêu cầu nộp phí", Unit: cityDesk, Who: clerk, Status: client.StatusPayment},
		},
	},
	{
		Agency: "H55.17.05", Date: "261118", Serial: "0012", Procedure: "1.010028",
		Status: client.StatusWithdrawn, Timeliness: timely.Paused,
		Shows:     Shows{"đang rút theo yêu cầu của công dân", "being withdrawn at the applicant's wish"},
		Applicant: citizen("Đỗ Văn L", 1012), Unit: wardPolice, HandBack: desk3, Channel: "1",
		HandedIn: "-4 13:50", Due: "-1 17:00",
		Papers: []string{"Tờ khai thay đổi thông tin cư trú (mẫu CT01)"},
		Steps: []Work{
			handedIn("-4 13:50"), accepted("-4 14:00", reception),
			{At: "-2 15:30", Text: "Công dân xin rút hồ sơ", Unit: reception, Who: clerk, Status: client.StatusWithdrawn},
		},
	},
	{
		Agency: "H55.20", Date: "261116", Serial: "0013", Procedure: "1.000703",
		Status: client.StatusStopped, Timeliness: timely.Paused,
		Shows:     Shows{"đã dừng xử lý, có lý do", "stopped, with the reason"},
		Applicant: company("Công ty TNHH Vận tải Mẫu", 1013), Unit: transport, HandBack: deskCity, Channel: "1",
		Note:     "Quá thời hạn bổ sung mà chưa nhận được hồ sơ của phương tiện.",
		HandedIn: "-20 08:30", Due: "-15 17:00",
		Papers: []string{"Giấy đề nghị cấp giấy phép kinh doanh vận tải bằng xe ô tô"},
		Steps: []Work{
			{At: "-20 08:30", Text: "Nộp hồ sơ", Unit: cityDesk, Status: client.StatusRegistered},
			accepted("-20 08:50", cityDesk), processing("-19 10:00", transport),
			{At: "-17 09:20", Text: "Yêu cầu bổ sung giấy tờ", Unit: transport, Who: officer, Status: client.StatusSupplement},
			{At: "-3 16:40", Text: "Dừng xử lý: quá thời hạn bổ sung", Unit: transport, Who: chief, Status: client.StatusStopped},
		},
	},
	{
		Agency: "H55.12", Date: "261117", Serial: "0014", Procedure: "2.001195",
		Status: client.StatusFinished, Timeliness: timely.Early,
		Shows:     Shows{"đã có kết quả, xong sớm", "ready, earlier than promised"},
		Applicant: citizen("Ngô Thị M", 1014), Unit: police, HandBack: deskCity, Channel: "1",
		HandedIn: "-5 08:05", Due: "+2 17:00", Finished: "-1 10:20",
		Papers:  []string{"Phiếu thu nhận thông tin căn cước"},
		Fees:    []Charge{{"Lệ phí cấp đổi thẻ căn cước", 50_000, true}},
		Results: []string{"Thẻ căn cước"},
		Steps: []Work{
			{At: "-5 08:05", Text: "Nộp hồ sơ", Unit: cityDesk, Status: client.StatusRegistered},
			accepted("-5 08:20", cityDesk), processing("-4 08:00", police), finished("-1 10:20", police),
		},
	},
	{
		Agency: "H55.17.05", Date: "261117", Serial: "0015", Procedure: "2.000635",
		Status: client.StatusFinished, Timeliness: timely.OnTime,
		Shows:     Shows{"đã có kết quả, đúng hạn", "ready, on time"},
		Applicant: citizen("Dương Văn N", 1015), Unit: ward, HandBack: desk3, Channel: "1",
		HandedIn: "-2 09:15", Due: "-1 17:00", Finished: "-1 15:45",
		Papers:  []string{"Tờ khai cấp bản sao trích lục hộ tịch"},
		Fees:    []Charge{{"Phí cấp bản sao trích lục hộ tịch", 8_000, false}},
		Results: []string{"Bản sao Trích lục kết hôn"},
		Steps: []Work{
			handedIn("-2 09:15"), accepted("-2 09:20", reception), processing("-1 08:30", ward), finished("-1 15:45", ward),
		},
	},
	{
		Agency: "H55.08", Date: "261112", Serial: "0016", Procedure: "2.002043",
		Status: client.StatusFinished, Timeliness: timely.Late,
		Shows:     Shows{"đã có kết quả, trễ hai ngày làm việc", "ready, two working days late"},
		Applicant: company("Công ty Cổ phần Mẫu", 1016), Unit: finance, HandBack: deskCity, Channel: "2",
		HandedIn: "-8 10:00", Due: "-4 17:00", Finished: "-2 11:30",
		Papers:  []string{"Giấy đề nghị đăng ký doanh nghiệp", "Điều lệ công ty", "Danh sách cổ đông sáng lập"},
		Fees:    []Charge{{"Phí công bố nội dung đăng ký doanh nghiệp", 100_000, false}},
		Results: []string{"Giấy chứng nhận đăng ký doanh nghiệp"},
		Steps: []Work{
			{At: "-8 10:00", Text: "Nộp hồ sơ trực tuyến", Unit: cityDesk, Status: client.StatusRegistered},
			accepted("-7 08:30", cityDesk), processing("-6 09:00", finance), finished("-2 11:30", finance),
		},
	},
	{
		Agency: "H55.17.05", Date: "261116", Serial: "0017", Procedure: "1.000894",
		Status: client.StatusReturned, Timeliness: timely.Early,
		Shows:     Shows{"đã trả kết quả, xong sớm", "handed over, earlier than promised"},
		Applicant: citizen("Lý Thị P", 1017), Unit: ward, HandBack: desk3, Channel: "1",
		HandedIn: "-6 08:10", Due: "-2 17:00", Finished: "-4 10:00", Returned: "-3 09:35",
		Papers:  []string{"Tờ khai đăng ký kết hôn"},
		Results: []string{"Giấy chứng nhận kết hôn"},
		Steps: []Work{
			handedIn("-6 08:10"), accepted("-6 08:30", reception), processing("-5 09:00", ward),
			finished("-4 10:00", ward), returned("-3 09:35", reception),
		},
	},
	{
		Agency: "H55.17.05", Date: "261110", Serial: "0018", Procedure: "2.001263",
		Status: client.StatusReturned, Timeliness: timely.Late,
		Shows:     Shows{"đã trả kết quả, trễ một ngày làm việc", "handed over, one working day late"},
		Applicant: citizen("Mai Văn Q", 1018), Unit: ward, HandBack: desk3, Channel: "1",
		HandedIn: "-28 09:30", Due: "-6 17:00", Finished: "-5 16:10", Returned: "-4 08:20",
		Papers:  []string{"Đơn xin nhận con nuôi", "Phiếu lý lịch tư pháp"},
		Fees:    []Charge{{"Lệ phí đăng ký nuôi con nuôi trong nước", 400_000, true}},
		Results: []string{"Giấy chứng nhận nuôi con nuôi trong nước"},
		Steps: []Work{
			handedIn("-28 09:30"), accepted("-28 09:50", reception), processing("-25 14:00", ward),
			finished("-5 16:10", ward), returned("-4 08:20", reception),
		},
	},
	{
		Agency: "000.00.00.G01", Date: "261119", Serial: "0019001", Procedure: "1.001471",
		Status: client.StatusProcessing, Timeliness: timely.OnTime,
		Shows:     Shows{"hồ sơ của Bộ Công an, mã kiểu cũ", "a ministry's application, its code in the older form"},
		Applicant: citizen("Trịnh Văn R", 1019), Unit: "Cục Quản lý xuất nhập cảnh",
		HandBack: "Nơi tiếp nhận hồ sơ của Cục Quản lý xuất nhập cảnh", Channel: "2",
		HandedIn: "-3 09:00", Due: "+5 17:00",
		Papers: []string{"Tờ khai đề nghị cấp hộ chiếu phổ thông (mẫu TK01)"},
		Fees:   []Charge{{"Lệ phí cấp hộ chiếu", 160_000, true}},
		Steps: []Work{
			{At: "-3 09:00", Text: "Nộp hồ sơ trực tuyến", Unit: "Cục Quản lý xuất nhập cảnh", Status: client.StatusRegistered},
			accepted("-3 10:30", "Cục Quản lý xuất nhập cảnh"), processing("-2 08:00", "Cục Quản lý xuất nhập cảnh"),
		},
	},
	{
		Agency: "G09.20", Date: "20261117", Serial: "0000020", Procedure: "1.001978",
		Status: client.StatusProcessing, Timeliness: timely.OnTime,
		Shows:     Shows{"mã có ngày viết tám chữ số", "a code whose date has eight digits"},
		Applicant: citizen("Cao Thị S", 1020), Unit: "Trung tâm Dịch vụ việc làm tỉnh Thái Nguyên",
		HandBack: "Trung tâm Dịch vụ việc làm tỉnh Thái Nguyên", Channel: "1",
		HandedIn: "-5 08:20", Due: "+10 17:00",
		Papers: []string{"Đề nghị hưởng trợ cấp thất nghiệp"},
		Steps: []Work{
			{At: "-5 08:20", Text: "Nộp hồ sơ", Unit: "Trung tâm Dịch vụ việc làm tỉnh Thái Nguyên", Status: client.StatusRegistered},
			accepted("-5 08:40", "Trung tâm Dịch vụ việc làm tỉnh Thái Nguyên"),
			processing("-3 14:00", "Sở Nội vụ tỉnh Thái Nguyên"),
		},
	},
	{
		Agency: "000.17.03.H03", Date: "250612", Serial: "0031", Procedure: "1.004884",
		Status: client.StatusReturned, Timeliness: timely.OnTime,
		Shows:     Shows{"hồ sơ cũ của Bắc Kạn (H03), nay thuộc Thái Nguyên", "an old application of Bắc Kạn (H03), now a part of Thái Nguyên"},
		Applicant: citizen("Hà Văn T", 1021), Unit: "UBND phường Đức Xuân, thành phố Bắc Kạn",
		HandBack: "Bộ phận Một cửa phường Đức Xuân", Channel: "1",
		HandedIn: "2025-06-12 08:20", Due: "2025-06-19 17:00", Finished: "2025-06-19 10:05", Returned: "2025-06-20 08:45",
		Papers:  []string{"Tờ khai đăng ký lại khai sinh"},
		Fees:    []Charge{{"Lệ phí đăng ký lại khai sinh", 8_000, true}},
		Results: []string{"Giấy khai sinh"},
		Steps: []Work{
			handedIn("2025-06-12 08:20"), accepted("2025-06-12 08:35", reception),
			processing("2025-06-13 09:00", "UBND phường Đức Xuân, thành phố Bắc Kạn"),
			finished("2025-06-19 10:05", "UBND phường Đức Xuân, thành phố Bắc Kạn"),
			returned("2025-06-20 08:45", reception),
		},
	},
}
