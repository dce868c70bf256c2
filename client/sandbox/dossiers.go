package sandbox

import "motcua/client"

// The units of the sample dossiers. Phường Đức Xuân is real, its dossiers here
// are not.
const (
	desk3      = "Quầy 3, Trung tâm Phục vụ hành chính công phường Đức Xuân"
	deskCity   = "Trung tâm Phục vụ hành chính công tỉnh Thái Nguyên"
	reception  = "Bộ phận một cửa phường Đức Xuân"
	cityDesk   = "Bộ phận một cửa tỉnh Thái Nguyên"
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
func handedIn(at string) work {
	return work{at: at, text: "Nộp hồ sơ", unit: reception, status: client.StatusRegistered}
}

func accepted(at, unit string) work {
	return work{at: at, text: "Tiếp nhận hồ sơ", unit: unit, who: clerk, status: client.StatusAccepted}
}

func processing(at, unit string) work {
	return work{at: at, text: "Đang xử lý", unit: unit, who: officer, status: client.StatusProcessing}
}

func finished(at, unit string) work {
	return work{at: at, text: "Đã xử lý xong", unit: unit, who: chief, status: client.StatusFinished}
}

func returned(at, unit string) work {
	return work{at: at, text: "Trả kết quả", unit: unit, who: clerk, status: client.StatusReturned}
}

// dossiers are all samples: each of the ten states, each way to stand to the
// appointment, each form of code.
var dossiers = []dossier{
	{
		agency: "H55.17.05", date: "261120", serial: "0001", procedure: "1.001193",
		status: client.StatusRegistered, timeliness: client.TimelyNone,
		shows:     Shows{"mới gửi, chờ tiếp nhận; chưa có ngày hẹn", "just sent, waiting to be accepted; no appointment yet"},
		applicant: citizen("Nguyễn Văn A", 1001), subject: "Khai sinh cho cháu Nguyễn Thị Mẫu",
		unit: ward, handBack: desk3, channel: "2", handedIn: "-1 16:20",
		papers: []string{"Tờ khai điện tử đăng ký khai sinh", "Giấy chứng sinh"},
		steps:  []work{{at: "-1 16:20", text: "Nộp hồ sơ trên mạng", unit: reception, status: client.StatusRegistered}},
	},
	{
		agency: "H55.17.05", date: "261120", serial: "0002", procedure: "1.004873",
		status: client.StatusAccepted, timeliness: client.TimelyOnTime,
		shows:     Shows{"đã tiếp nhận, còn ba ngày làm việc", "accepted, three working days left"},
		applicant: citizen("Trần Thị B", 1002), unit: ward, handBack: desk3, channel: "1",
		handedIn: "-1 14:05", due: "+3 17:00",
		papers: []string{"Tờ khai cấp Giấy xác nhận tình trạng hôn nhân"},
		fees:   []charge{{"Lệ phí cấp Giấy xác nhận tình trạng hôn nhân", 15_000, true}},
		steps:  []work{handedIn("-1 14:05"), accepted("-1 14:20", reception)},
	},
	{
		agency: "H55.17.05", date: "261120", serial: "0003", procedure: "1.004222",
		status: client.StatusRefused, timeliness: client.TimelyNone,
		shows:     Shows{"chưa được tiếp nhận, có lý do", "refused, with the reason"},
		applicant: citizen("Lê Văn C", 1003), unit: wardPolice, handBack: desk3, channel: "2",
		note:     "Ảnh chụp giấy tờ chứng minh chỗ ở bị mờ, không đọc được số nhà và tên chủ hộ.",
		handedIn: "-3 20:41",
		papers:   []string{"Tờ khai thay đổi thông tin cư trú (mẫu CT01)"},
		steps: []work{
			handedIn("-3 20:41"),
			{at: "-2 09:10", text: "Không tiếp nhận: ảnh giấy tờ chứng minh chỗ ở bị mờ", unit: wardPolice, who: clerk, status: client.StatusRefused},
		},
	},
	{
		agency: "H55.17.05", date: "261120", serial: "0007", procedure: "1.004194",
		status: client.StatusProcessing, timeliness: client.TimelyOnTime,
		shows:     Shows{"đang xử lý, còn một ngày làm việc", "being processed, one working day left"},
		applicant: citizen("Phạm Thị D", 1007), unit: wardPolice, handBack: desk3, channel: "1",
		handedIn: "-2 08:12", due: "+1 17:00",
		papers: []string{"Tờ khai thay đổi thông tin cư trú (mẫu CT01)", "Hợp đồng thuê nhà"},
		fees:   []charge{{"Lệ phí đăng ký tạm trú", 15_000, true}},
		steps: []work{
			handedIn("-2 08:12"), accepted("-2 09:40", reception), processing("-1 14:05", wardPolice),
		},
	},
	{
		agency: "H55.17.05", date: "261120", serial: "0008", procedure: "1.001612",
		status: client.StatusProcessing, timeliness: client.TimelyDueToday,
		shows:     Shows{"đang xử lý, hẹn trả hôm nay", "being processed, due today"},
		applicant: citizen("Hoàng Văn E", 1008), subject: "Hộ kinh doanh Tạp hóa Mẫu",
		unit: wardTrade, handBack: desk3, channel: "1", handedIn: "-3 10:30", due: "today",
		papers: []string{"Giấy đề nghị đăng ký hộ kinh doanh"},
		fees:   []charge{{"Lệ phí đăng ký hộ kinh doanh", 100_000, true}},
		steps: []work{
			handedIn("-3 10:30"), accepted("-3 10:45", reception), processing("-2 08:30", wardTrade),
		},
	},
	{
		agency: "H55.17.05", date: "261120", serial: "0009", procedure: "1.004859",
		status: client.StatusProcessing, timeliness: client.TimelyLate,
		shows:     Shows{"đang xử lý, trễ ba ngày làm việc", "being processed, three working days late"},
		applicant: citizen("Vũ Thị G", 1009), subject: "Cải chính năm sinh",
		unit: ward, handBack: desk3, channel: "1", handedIn: "-9 09:00", due: "-3 17:00",
		papers: []string{"Tờ khai cải chính hộ tịch", "Bản sao Giấy khai sinh"},
		fees:   []charge{{"Lệ phí cải chính hộ tịch", 28_000, true}},
		steps: []work{
			handedIn("-9 09:00"), accepted("-9 09:25", reception), processing("-7 15:10", ward),
			{at: "-2 16:00", text: "Xác minh hồ sơ gốc", unit: ward, who: officer, status: client.StatusProcessing},
		},
	},
	{
		agency: "H55.17.05", date: "261120", serial: "0010", procedure: "1.004222",
		status: client.StatusSupplement, timeliness: client.TimelyPaused,
		shows:     Shows{"cần bổ sung hai giấy tờ", "two papers are missing"},
		applicant: citizen("Đặng Văn H", 1010), unit: wardPolice, handBack: desk3, channel: "1",
		note:     "Nộp bổ sung tại Quầy 3.",
		handedIn: "-6 08:40", due: "-1 17:00",
		papers: []string{"Tờ khai thay đổi thông tin cư trú (mẫu CT01)"},
		fees:   []charge{{"Lệ phí đăng ký thường trú", 20_000, true}},
		supplements: []supplement{
			{
				text: "- Văn bản đồng ý của chủ hộ (01 bản chính)\n- Giấy chứng nhận quyền sử dụng đất của chỗ ở (01 bản sao)",
				at:   "-4 10:15", dueBefore: "-1 17:00", dueAfter: "+4 17:00",
			},
		},
		steps: []work{
			handedIn("-6 08:40"), accepted("-6 08:55", reception), processing("-5 09:00", wardPolice),
			{at: "-4 10:15", text: "Yêu cầu bổ sung giấy tờ", unit: wardPolice, who: officer, status: client.StatusSupplement},
		},
	},
	{
		agency: "H55.12", date: "261119", serial: "0011", procedure: "3.000333",
		status: client.StatusPayment, timeliness: client.TimelyPaused,
		shows:     Shows{"cần nộp phí 200.000 đồng", "a fee of 200,000 đồng is due"},
		applicant: citizen("Bùi Thị K", 1011), unit: police, handBack: deskCity, channel: "2",
		note:     "Nộp phí trên Cổng Dịch vụ công quốc gia hoặc tại quầy.",
		handedIn: "-4 21:15", due: "+5 17:00",
		papers: []string{"Tờ khai yêu cầu cấp Phiếu lý lịch tư pháp"},
		fees:   []charge{{"Phí cung cấp thông tin lý lịch tư pháp", 200_000, false}},
		steps: []work{
			handedIn("-4 21:15"),
			{at: "-2 08:50", text: "Yêu cầu nộp phí", unit: cityDesk, who: clerk, status: client.StatusPayment},
		},
	},
	{
		agency: "H55.17.05", date: "261118", serial: "0012", procedure: "1.010028",
		status: client.StatusWithdrawn, timeliness: client.TimelyPaused,
		shows:     Shows{"đang rút theo yêu cầu của công dân", "being withdrawn at the applicant's wish"},
		applicant: citizen("Đỗ Văn L", 1012), unit: wardPolice, handBack: desk3, channel: "1",
		handedIn: "-4 13:50", due: "-1 17:00",
		papers: []string{"Tờ khai thay đổi thông tin cư trú (mẫu CT01)"},
		steps: []work{
			handedIn("-4 13:50"), accepted("-4 14:00", reception),
			{at: "-2 15:30", text: "Công dân xin rút hồ sơ", unit: reception, who: clerk, status: client.StatusWithdrawn},
		},
	},
	{
		agency: "H55.20", date: "261116", serial: "0013", procedure: "1.000703",
		status: client.StatusStopped, timeliness: client.TimelyPaused,
		shows:     Shows{"đã dừng xử lý, có lý do", "stopped, with the reason"},
		applicant: company("Công ty TNHH Vận tải Mẫu", 1013), unit: transport, handBack: deskCity, channel: "1",
		note:     "Quá thời hạn bổ sung mà chưa nhận được hồ sơ của phương tiện.",
		handedIn: "-20 08:30", due: "-15 17:00",
		papers: []string{"Giấy đề nghị cấp giấy phép kinh doanh vận tải bằng xe ô tô"},
		steps: []work{
			{at: "-20 08:30", text: "Nộp hồ sơ", unit: cityDesk, status: client.StatusRegistered},
			accepted("-20 08:50", cityDesk), processing("-19 10:00", transport),
			{at: "-17 09:20", text: "Yêu cầu bổ sung giấy tờ", unit: transport, who: officer, status: client.StatusSupplement},
			{at: "-3 16:40", text: "Dừng xử lý: quá thời hạn bổ sung", unit: transport, who: chief, status: client.StatusStopped},
		},
	},
	{
		agency: "H55.12", date: "261117", serial: "0014", procedure: "2.001195",
		status: client.StatusFinished, timeliness: client.TimelyEarly,
		shows:     Shows{"đã có kết quả, xong sớm", "ready, earlier than promised"},
		applicant: citizen("Ngô Thị M", 1014), unit: police, handBack: deskCity, channel: "1",
		handedIn: "-5 08:05", due: "+2 17:00", finished: "-1 10:20",
		papers:  []string{"Phiếu thu nhận thông tin căn cước"},
		fees:    []charge{{"Lệ phí cấp đổi thẻ căn cước", 50_000, true}},
		results: []string{"Thẻ căn cước"},
		steps: []work{
			{at: "-5 08:05", text: "Nộp hồ sơ", unit: cityDesk, status: client.StatusRegistered},
			accepted("-5 08:20", cityDesk), processing("-4 08:00", police), finished("-1 10:20", police),
		},
	},
	{
		agency: "H55.17.05", date: "261117", serial: "0015", procedure: "2.000635",
		status: client.StatusFinished, timeliness: client.TimelyOnTime,
		shows:     Shows{"đã có kết quả, đúng hạn", "ready, on time"},
		applicant: citizen("Dương Văn N", 1015), unit: ward, handBack: desk3, channel: "1",
		handedIn: "-2 09:15", due: "-1 17:00", finished: "-1 15:45",
		papers:  []string{"Tờ khai cấp bản sao trích lục hộ tịch"},
		fees:    []charge{{"Phí cấp bản sao trích lục hộ tịch", 8_000, false}},
		results: []string{"Bản sao Trích lục kết hôn"},
		steps: []work{
			handedIn("-2 09:15"), accepted("-2 09:20", reception), processing("-1 08:30", ward), finished("-1 15:45", ward),
		},
	},
	{
		agency: "H55.08", date: "261112", serial: "0016", procedure: "2.002043",
		status: client.StatusFinished, timeliness: client.TimelyLate,
		shows:     Shows{"đã có kết quả, trễ hai ngày làm việc", "ready, two working days late"},
		applicant: company("Công ty Cổ phần Mẫu", 1016), unit: finance, handBack: deskCity, channel: "2",
		handedIn: "-8 10:00", due: "-4 17:00", finished: "-2 11:30",
		papers:  []string{"Giấy đề nghị đăng ký doanh nghiệp", "Điều lệ công ty", "Danh sách cổ đông sáng lập"},
		fees:    []charge{{"Phí công bố nội dung đăng ký doanh nghiệp", 100_000, false}},
		results: []string{"Giấy chứng nhận đăng ký doanh nghiệp"},
		steps: []work{
			{at: "-8 10:00", text: "Nộp hồ sơ trên mạng", unit: cityDesk, status: client.StatusRegistered},
			accepted("-7 08:30", cityDesk), processing("-6 09:00", finance), finished("-2 11:30", finance),
		},
	},
	{
		agency: "H55.17.05", date: "261116", serial: "0017", procedure: "1.000894",
		status: client.StatusReturned, timeliness: client.TimelyEarly,
		shows:     Shows{"đã trả kết quả, xong sớm", "handed over, earlier than promised"},
		applicant: citizen("Lý Thị P", 1017), unit: ward, handBack: desk3, channel: "1",
		handedIn: "-6 08:10", due: "-2 17:00", finished: "-4 10:00", returned: "-3 09:35",
		papers:  []string{"Tờ khai đăng ký kết hôn"},
		results: []string{"Giấy chứng nhận kết hôn"},
		steps: []work{
			handedIn("-6 08:10"), accepted("-6 08:30", reception), processing("-5 09:00", ward),
			finished("-4 10:00", ward), returned("-3 09:35", reception),
		},
	},
	{
		agency: "H55.17.05", date: "261110", serial: "0018", procedure: "2.001263",
		status: client.StatusReturned, timeliness: client.TimelyLate,
		shows:     Shows{"đã trả kết quả, trễ một ngày làm việc", "handed over, one working day late"},
		applicant: citizen("Mai Văn Q", 1018), unit: ward, handBack: desk3, channel: "1",
		handedIn: "-28 09:30", due: "-6 17:00", finished: "-5 16:10", returned: "-4 08:20",
		papers:  []string{"Đơn xin nhận con nuôi", "Phiếu lý lịch tư pháp"},
		fees:    []charge{{"Lệ phí đăng ký nuôi con nuôi trong nước", 400_000, true}},
		results: []string{"Giấy chứng nhận nuôi con nuôi trong nước"},
		steps: []work{
			handedIn("-28 09:30"), accepted("-28 09:50", reception), processing("-25 14:00", ward),
			finished("-5 16:10", ward), returned("-4 08:20", reception),
		},
	},
	{
		agency: "000.00.00.G01", date: "261119", serial: "0019001", procedure: "1.001471",
		status: client.StatusProcessing, timeliness: client.TimelyOnTime,
		shows:     Shows{"hồ sơ của Bộ Công an, mã kiểu cũ", "a ministry's dossier, its code in the older form"},
		applicant: citizen("Trịnh Văn R", 1019), unit: "Cục Quản lý xuất nhập cảnh",
		handBack: "Nơi tiếp nhận hồ sơ của Cục Quản lý xuất nhập cảnh", channel: "2",
		handedIn: "-3 09:00", due: "+5 17:00",
		papers: []string{"Tờ khai đề nghị cấp hộ chiếu phổ thông (mẫu TK01)"},
		fees:   []charge{{"Lệ phí cấp hộ chiếu", 160_000, true}},
		steps: []work{
			{at: "-3 09:00", text: "Nộp hồ sơ trên mạng", unit: "Cục Quản lý xuất nhập cảnh", status: client.StatusRegistered},
			accepted("-3 10:30", "Cục Quản lý xuất nhập cảnh"), processing("-2 08:00", "Cục Quản lý xuất nhập cảnh"),
		},
	},
	{
		agency: "G09.20", date: "20261117", serial: "0000020", procedure: "1.001978",
		status: client.StatusProcessing, timeliness: client.TimelyOnTime,
		shows:     Shows{"mã có ngày viết tám chữ số", "a code whose date has eight digits"},
		applicant: citizen("Cao Thị S", 1020), unit: "Trung tâm Dịch vụ việc làm tỉnh Thái Nguyên",
		handBack: "Trung tâm Dịch vụ việc làm tỉnh Thái Nguyên", channel: "1",
		handedIn: "-5 08:20", due: "+10 17:00",
		papers: []string{"Đề nghị hưởng trợ cấp thất nghiệp"},
		steps: []work{
			{at: "-5 08:20", text: "Nộp hồ sơ", unit: "Trung tâm Dịch vụ việc làm tỉnh Thái Nguyên", status: client.StatusRegistered},
			accepted("-5 08:40", "Trung tâm Dịch vụ việc làm tỉnh Thái Nguyên"),
			processing("-3 14:00", "Sở Nội vụ tỉnh Thái Nguyên"),
		},
	},
	{
		agency: "000.17.03.H03", date: "250612", serial: "0031", procedure: "1.004884",
		status: client.StatusReturned, timeliness: client.TimelyOnTime,
		shows:     Shows{"hồ sơ cũ của Bắc Kạn (H03), nay thuộc Thái Nguyên", "an old dossier of Bắc Kạn (H03), now a part of Thái Nguyên"},
		applicant: citizen("Hà Văn T", 1021), unit: "UBND phường Đức Xuân, thành phố Bắc Kạn",
		handBack: "Bộ phận một cửa phường Đức Xuân", channel: "1",
		handedIn: "2025-06-12 08:20", due: "2025-06-19 17:00", finished: "2025-06-19 10:05", returned: "2025-06-20 08:45",
		papers:  []string{"Tờ khai đăng ký lại khai sinh"},
		fees:    []charge{{"Lệ phí đăng ký lại khai sinh", 8_000, true}},
		results: []string{"Giấy khai sinh"},
		steps: []work{
			handedIn("2025-06-12 08:20"), accepted("2025-06-12 08:35", reception),
			processing("2025-06-13 09:00", "UBND phường Đức Xuân, thành phố Bắc Kạn"),
			finished("2025-06-19 10:05", "UBND phường Đức Xuân, thành phố Bắc Kạn"),
			returned("2025-06-20 08:45", reception),
		},
	},
}
