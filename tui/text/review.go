package text

// Review are the words about how a page was read, and about an office that went
// through it.
type Review struct {
	// Of an office that went through a page.
	Reviewed   string // office, day
	ReviewedBy string // office, whose office did it, day
	Changed    string // desk: the source has changed since
	Unseen     string // desk: the source cannot be seen just now
	DeskNote   string // note
	AnyDesk    string // whom to ask where no desk is known
	Conditions string
	Original   string

	// Mistakes in the file of reviews; %k is the key, %g what stands there.
	Problems map[string]string
	InLine   string // file, line
	Skipped  string // code: of the procedure that is left out
	SkippedN string // the same where no code can be read
	Warning  string // sentence

	// Of the list of pages that were marked as wrong.
	KeyMark                   string
	MarkedPage, MarkedRow     string // row
	UnmarkedPage, UnmarkedRow string // row
	MarkFailed                string // why
	MarkFull                  string
	IsMarked                  string
	HelpMark                  string

	// How a page was read, row by row, for staff.
	WhyTitle   string
	WhySum     string // rows, rows to read closely, papers that are likely
	WhyNone    string
	WhyOutline string
	WhyWords   string // the words that a reading comes from
	WhyRule    string // rule
	WhyCase    string // heading: an alternative case
	WhyGroup   string // heading: a part of one dossier
	WhyHead    string // heading: steers the sorting
	WhyWhen    string // heading: a condition

	// What something was read as.
	AsMust, AsShow       string
	AsOnlyIf             string // condition
	AsOneOf              string // what it was read as otherwise
	AsOneOfRow           string // number of the row that names the choice
	AsClose, AsOffice    string
	AsNote, AsLead       string
	AsVoid, AsRepeat     string
	Sure                 [3]string // by digest.Confidence
	Reading              string    // as, how sure
	ReadingOf            string    // as, how sure, name
	RuleOther            string
	Rules                map[string]string // by the digest's own sentence
	KeyWhy, KeyRow, Flag string
	HelpWhy              string
}

var reviewVI = Review{
	Reviewed:   "Đã được %s rà soát ngày %s.",
	ReviewedBy: "Đã được %s (%s) rà soát ngày %s.",
	Changed:    "Nguồn trên cổng đã đổi sau ngày rà soát. Đối chiếu với nguyên văn của cổng, hoặc hỏi %s.",
	Unseen:     "Đang không xem được cổng, chưa biết trang này có đổi sau ngày rà soát hay không. Nếu cần hỏi %s.",
	DeskNote:   "Ghi chú của quầy: %s",
	AnyDesk:    "bộ phận một cửa",
	Conditions: "Yêu cầu, điều kiện",
	Original:   "Nguyên văn của cổng",

	Problems: map[string]string{
		"no_file":     "không có tệp hay thư mục này.",
		"unread":      "không đọc được tệp này (%g).",
		"untrusted":   "không dùng tệp này: %g",
		"too_large":   "tệp lớn hơn %g MB.",
		"not_text":    "đây không phải tệp chữ UTF-8.",
		"syntax":      "không đọc được theo TOML (%g).",
		"unknown_key": "không có khóa “%k”.",
		"meant":       "không có khóa “%k”. Có phải muốn viết “%g”?",
		"wrong_type":  "khóa “%k” không nhận loại giá trị này.",
		"missing":     "thiếu khóa “%k”.",
		"empty":       "khóa “%k” có dòng trống hoặc không có dòng nào.",
		"too_long":    "“%k” dài quá %g chữ.",
		"too_many":    "“%k” có nhiều hơn %g mục.",
		"code":        "“%g” không phải mã thủ tục, ví dụ 1.001193.",
		"date":        "“%g” không phải ngày viết như 2026-11-20.",
		"future":      "ngày rà soát %g còn chưa tới.",
		"source":      "“%g” không phải dấu của nguồn, có dạng v1-5c0fe81b77a2d946; motcua papers new cho biết.",
		"number":      "“%k” cần số từ 0 đến 99, không phải %g.",
		"twice":       "thủ tục này đã có ở %g.",
		"no_papers":   "danh sách “%k” không có giấy nào. Bỏ cả danh sách nếu trang đã đúng.",
		"both":        "“%k” không đi cùng “%g” trong một giấy.",
		"one_choice":  "“%k” cần từ hai giấy trở lên để chọn.",
		"unknown":     "danh mục không có thủ tục %g.",
	},
	InLine:   "%s, dòng %d: %s",
	Skipped:  "%s Bỏ qua thủ tục %s.",
	SkippedN: "%s Bỏ qua mục này.",
	Warning:  "Chú ý: %s",

	KeyMark:    "báo sai",
	MarkedPage: "Đã ghi: trang này đọc sai. X lần nữa thì bỏ.", MarkedRow: "Đã ghi: dòng %d đọc sai. X lần nữa thì bỏ.",
	UnmarkedPage: "Đã bỏ ghi: trang này đọc sai.", UnmarkedRow: "Đã bỏ ghi: dòng %d đọc sai.",
	MarkFailed: "Không ghi được (%s).",
	MarkFull:   "Danh sách trang báo sai đã đầy. Xem motcua papers list.",
	IsMarked:   "đã báo sai",
	HelpMark:   "trên trang thủ tục: ghi vào danh sách trang đọc sai, bấm nữa thì bỏ",

	WhyTitle:   "Máy đọc trang này thế nào",
	WhySum:     "%s dòng; %s dòng phải đọc kỹ; %s giấy đọc chưa thật chắc.",
	WhyNone:    "Cổng không ghi dòng giấy tờ nào cho thủ tục này.",
	WhyOutline: "Ở đây chỉ có tên thủ tục này, chưa có dòng nào để đọc.",
	WhyWords:   "đọc từ: %s",
	WhyRule:    "vì: %s",
	WhyCase:    "Đầu mục, đọc là một trường hợp riêng: %s",
	WhyGroup:   "Đầu mục, đọc là một phần của cùng bộ hồ sơ: %s",
	WhyHead:    "Đầu mục, chỉ để xếp các dòng bên dưới: %s",
	WhyWhen:    "Đầu mục, đọc là điều kiện: %s",

	AsMust: "Phải nộp", AsShow: "Phải xuất trình", AsOnlyIf: "Chỉ khi %s", AsOneOf: "%s, một trong các giấy",
	AsOneOfRow: "Một trong các giấy nêu ở dòng %d", AsClose: "Đọc kỹ nguyên văn", AsOffice: "Cơ quan lập, không ai phải mang",
	AsNote: "Ghi chú, không ai phải mang gì", AsLead: "Mở đầu cho các dòng sau", AsVoid: "Không có chữ nào để đọc",
	AsRepeat: "Đã nêu ở dòng khác",
	Sure:     [3]string{"chắc", "có lẽ đúng", "chưa chắc"},
	Reading:  "%s (%s)", ReadingOf: "%s (%s): %s",
	RuleOther: "theo cách đọc chung của máy",
	HelpWhy:   "trên trang thủ tục: máy đọc từng dòng thế nào",
	KeyWhy:    "cách đọc", KeyRow: "chọn dòng", Flag: "từng dòng được đọc thế nào, từ những chữ nào (cho cán bộ)",
	Rules: map[string]string{
		"the office may ask for a paper":                                                  "cơ quan có thể hỏi thêm một giấy",
		"a duty whose paper is not plain":                                                 "có chữ “phải” mà chưa rõ phải mang giấy nào",
		"a later sentence demands it":                                                     "câu sau trong dòng đòi giấy này",
		"a later sentence may demand a paper":                                             "câu sau trong dòng có thể đòi thêm giấy",
		"a remark that may demand a paper":                                                "lời dặn này có thể đòi thêm giấy",
		"a condition at the end of several papers":                                        "điều kiện đứng cuối nhiều giấy, chưa rõ áp dụng cho giấy nào",
		"a condition behind the last of several papers":                                   "điều kiện đứng sau giấy cuối, chưa rõ có áp dụng cho các giấy trước",
		"a paper or a part of the one before":                                             "chưa rõ là một giấy riêng hay là một phần của giấy đứng trước",
		"a later clause may demand a paper":                                               "vế sau có thể đòi thêm giấy",
		"a part that may name another paper":                                              "có phần có thể là tên một giấy khác",
		"a condition in the head of a list is not plain":                                  "điều kiện ở đầu danh sách chưa rõ",
		"a list whose parts are no plain papers":                                          "danh sách có mục chưa rõ là giấy tờ",
		"one of a list":                                                                   "là một mục của danh sách",
		"alternatives that are not plain":                                                 "các giấy để chọn chưa rõ ràng",
		"the head of a list":                                                              "là tên chung đứng trước danh sách",
		"a condition without a plain paper":                                               "có điều kiện mà chưa rõ giấy nào",
		"named by its noun":                                                               "gọi đúng tên bằng chữ chỉ giấy tờ, như đơn, tờ khai, giấy, biên bản",
		"no name is left":                                                                 "bỏ các chữ chung đi thì không còn tên giấy",
		"a list of papers in brackets":                                                    "nhiều giấy liệt kê trong ngoặc",
		"the words name no paper of their own":                                            "những chữ này không gọi tên một giấy riêng",
		"a paper behind a condition":                                                      "có giấy đứng sau điều kiện",
		"alternatives and a paper on top":                                                 "có các giấy để chọn một và thêm một giấy khác",
		"advice that may demand a paper":                                                  "lời dặn này có thể đòi một giấy",
		"begins like a paper":                                                             "mở đầu như tên một giấy",
		"who makes the paper depends on the applicant":                                    "nơi lập giấy này tùy theo người làm thủ tục",
		"the name breaks off":                                                             "tên giấy đọc được bị đứt giữa chừng",
		"the office may write it while it settles the case":                               "có thể do cơ quan lập khi giải quyết vụ việc",
		"a condition behind the contents of a paper":                                      "điều kiện đứng sau phần nội dung của giấy",
		"introduces rows, or is a paper itself":                                           "mở đầu cho các dòng sau hoặc chính là một giấy",
		"words of a paper that was not read":                                              "còn chữ của một giấy chưa đọc được",
		"has a quantity, but names no paper that is known":                                "có số bản mà chưa rõ là giấy nào",
		"a demand inside a name":                                                          "trong tên giấy có chữ đòi nộp",
		"the row may free some people of it":                                              "dòng này có thể miễn cho một số người",
		"words that the name leaves out may open a condition":                             "phần chữ bỏ khỏi tên giấy có thể là điều kiện",
		"a condition on how the dossier comes in":                                         "điều kiện nói về cách nộp hồ sơ",
		"the heading of its list may say for whom it is":                                  "đầu mục của danh sách có thể nói giấy này dành cho ai",
		"rows part this list by cases, and which case this one belongs to cannot be told": "danh sách chia theo trường hợp, chưa rõ dòng này thuộc trường hợp nào",
		"a condition that may hold for the last of several papers only":                   "điều kiện có thể chỉ áp dụng cho giấy cuối",
		"a paper, or a part of another's contents":                                        "là một giấy hoặc là một phần nội dung của giấy khác",
		"several papers and conditions in a long row":                                     "dòng dài có nhiều giấy và nhiều điều kiện",
		"conditions in the middle of a paper":                                             "điều kiện chen vào giữa tên giấy",
		"an alternative behind a condition":                                               "giấy thay thế đứng sau điều kiện",
		"a condition that may hold for the last alternative only":                         "điều kiện có thể chỉ áp dụng cho giấy cuối",
		"a paper that is damaged or wrong is for whose paper is so":                       "giấy tờ hỏng hoặc sai chỉ cần khi giấy của mình bị như vậy",
		"a note says that only some hand it in":                                           "một dòng lưu ý nói chỉ một số người phải nộp",
		"an exception names a paper":                                                      "một ngoại lệ nói tới một giấy tờ",
		"in one case another row asks for one paper only":                                 "có trường hợp chỉ cần một giấy tờ ở dòng khác",
		"a power of attorney is for who acts for another":                                 "giấy ủy quyền chỉ cần khi làm thay người khác",
		"an interactive form exists online only":                                          "mẫu điện tử tương tác chỉ có khi nộp trên mạng",
		"papers of a vehicle as a home":                                                   "là giấy của phương tiện dùng làm chỗ ở",
		"proves who represents":                                                           "là giấy chứng minh người đại diện",
		"a later sentence frees some people":                                              "câu sau cho một số người không phải nộp",
		"its heading says that an office sends it to another":                             "đầu mục cho biết cơ quan này gửi cho cơ quan kia",
		"an office makes it and sends it to another":                                      "cơ quan lập rồi gửi cho cơ quan khác",
		"made at the desk, but for what a later sentence demands":                         "lập tại quầy, trừ phần câu sau đòi",
		"made at the desk":                                                                "lập hoặc in ngay tại quầy",
		"the office writes it while it settles a complaint":                               "cơ quan viết trong lúc giải quyết khiếu nại",
		"another row of the list asks for a form of the same name":                        "dòng khác trong danh sách cũng đòi một mẫu cùng tên",
		"has the name of a result of this procedure":                                      "trùng tên với kết quả của chính thủ tục này",
		"may be made by the office itself":                                                "có thể do chính cơ quan lập",
		"another row speaks of a form printed at the desk":                                "dòng khác nói có mẫu in tại quầy",
		"another row says that it is printed at the desk":                                 "dòng khác nói giấy này in tại quầy",
		"the heading asks for one of them":                                                "đầu mục chỉ đòi một trong các giấy",
		"introduces alternatives in a sentence too long to be sure of":                    "câu mở đầu cho nhiều giấy để chọn dài quá, chưa chắc hiểu đúng",
		"hangs on a row that could not be read for sure":                                  "thuộc một dòng chưa đọc chắc được",
		"may hang on a row that introduces others":                                        "có thể thuộc một dòng mở đầu ở trên",
		"introduces rows that cannot be told from the others":                             "mở đầu cho những dòng chưa rõ là dòng nào",
		"a row asks for one of the rows under it":                                         "dòng này chỉ đòi một trong các giấy bên dưới",
		"one of the alternatives":                                                         "là một trong các giấy để chọn",
		"says the same as a row before":                                                   "nói lại đúng điều dòng trước đã nói",
		"one of several parts of a paper's contents":                                      "là một phần nội dung của một giấy",
		"certificates of land of different times: one of them":                            "các loại giấy chứng nhận đất qua từng thời kỳ: chỉ cần một",
		"a paper and its interactive form":                                                "bản giấy và mẫu điện tử của cùng một giấy: chỉ cần một",
		"a bullet or a counter alone":                                                     "chỉ có dấu đầu dòng hoặc số thứ tự",
		"a remark by its first word":                                                      "mở đầu bằng lưu ý, ghi chú",
		"under a heading of advice":                                                       "nằm dưới một đầu mục để dặn dò",
		"contents of the paper that the heading names":                                    "là nội dung của giấy nêu ở đầu mục",
		"an item of a list that names no paper for sure":                                  "là mục của danh sách mà chưa chắc là giấy tờ",
		"a sentence that may demand a paper":                                              "câu này có thể đòi một giấy",
		"a sentence about a paper":                                                        "câu nói về một giấy, chưa rõ có phải mang không",
		"seems to be contents of another paper":                                           "có vẻ là nội dung của một giấy khác",
		"no noun of a paper in front":                                                     "không mở đầu bằng chữ chỉ giấy tờ",
		"has a quantity, though no known noun":                                            "có ghi số bản, tuy không mở đầu bằng chữ chỉ giấy tờ quen biết",
		"ends in a colon":                                                                 "kết thúc bằng dấu hai chấm",
		"names no paper that somebody brings":                                             "không gọi tên giấy nào phải mang",
	},
}

var reviewEN = Review{
	Reviewed:   "Reviewed by %s on %s.",
	ReviewedBy: "Reviewed by %s (%s) on %s.",
	Changed:    "The portal's page has changed since the review. Compare with the portal's own words, or ask %s.",
	Unseen:     "The portal cannot be seen now, so it is not known whether the page has changed since the review. If in doubt ask %s.",
	DeskNote:   "Note of this desk: %s",
	AnyDesk:    "the one-stop desk",
	Conditions: "Conditions",
	Original:   "The portal's own words",

	Problems: map[string]string{
		"no_file":     "there is no such file or folder.",
		"unread":      "the file cannot be read (%g).",
		"untrusted":   "the file is not used: %g",
		"too_large":   "the file is larger than %g MB.",
		"not_text":    "this is not UTF-8 text.",
		"syntax":      "this is not TOML (%g).",
		"unknown_key": "there is no key “%k”.",
		"meant":       "there is no key “%k”. Did you mean “%g”?",
		"wrong_type":  "the key “%k” does not take this kind of value.",
		"missing":     "the key “%k” is missing.",
		"empty":       "the key “%k” has an empty line, or none.",
		"too_long":    "“%k” is longer than %g characters.",
		"too_many":    "“%k” has more than %g parts.",
		"code":        "“%g” is no procedure code, for example 1.001193.",
		"date":        "“%g” is no day as in 2026-11-20.",
		"future":      "the day of the review, %g, is still to come.",
		"source":      "“%g” is no fingerprint of a source, as in v1-5c0fe81b77a2d946; motcua papers new tells it.",
		"number":      "“%k” takes a number from 0 to 99, not %g.",
		"twice":       "the procedure stands already at %g.",
		"no_papers":   "the list “%k” has no paper. Leave the list out where the page is right.",
		"both":        "“%k” does not go with “%g” in one paper.",
		"one_choice":  "“%k” needs two papers or more to choose from.",
		"unknown":     "no catalogue has the procedure %g.",
	},
	InLine:   "%s, line %d: %s",
	Skipped:  "%s The procedure %s is left out.",
	SkippedN: "%s This table is left out.",
	Warning:  "Note: %s",

	KeyMark:    "wrong",
	MarkedPage: "Noted: this page is read wrongly. X again takes it back.", MarkedRow: "Noted: row %d is read wrongly. X again takes it back.",
	UnmarkedPage: "Taken back: this page is read wrongly.", UnmarkedRow: "Taken back: row %d is read wrongly.",
	MarkFailed: "It could not be noted (%s).",
	MarkFull:   "The list of wrong pages is full. See motcua papers list.",
	IsMarked:   "marked as wrong",
	HelpMark:   "on a procedure's page: puts it on the list of pages read wrongly, again takes it off",

	WhyTitle:   "How this page was read",
	WhySum:     "%s rows; %s to read closely; %s papers likely, not sure.",
	WhyNone:    "The portal lists no row of papers for this procedure.",
	WhyOutline: "Only the name of this procedure is known here, there is no row to read.",
	WhyWords:   "read from: %s",
	WhyRule:    "because: %s",
	WhyCase:    "Heading, read as a case of its own: %s",
	WhyGroup:   "Heading, read as a part of one dossier: %s",
	WhyHead:    "Heading, only sorts the rows under it: %s",
	WhyWhen:    "Heading, read as a condition: %s",

	AsMust: "Hand in", AsShow: "Show", AsOnlyIf: "Only if %s", AsOneOf: "%s, one of several",
	AsOneOfRow: "One of the papers that row %d asks for", AsClose: "Read closely", AsOffice: "Made by an office, nobody brings it",
	AsNote: "Note, nobody brings anything for it", AsLead: "Introduces the rows after it", AsVoid: "There is nothing to read",
	AsRepeat: "Said in another row",
	Sure:     [3]string{"sure", "likely", "in doubt"},
	Reading:  "%s (%s)", ReadingOf: "%s (%s): %s",
	RuleOther: "by the general way of reading",
	HelpWhy:   "on a procedure's page: how each row was read",
	KeyWhy:    "how read", KeyRow: "row", Flag: "how each row was read, and from which words (for staff)",
	Rules: map[string]string{
		"the office may ask for a paper":                                                  "the office may ask for one more paper",
		"a duty whose paper is not plain":                                                 "it says “must”, but not plainly which paper",
		"a later sentence demands it":                                                     "a later sentence of the row demands it",
		"a later sentence may demand a paper":                                             "a later sentence of the row may demand a paper",
		"a remark that may demand a paper":                                                "the remark may demand a paper",
		"a condition at the end of several papers":                                        "a condition stands behind several papers, for which of them is not plain",
		"a condition behind the last of several papers":                                   "a condition stands behind the last of several papers and may hold for those before",
		"a paper or a part of the one before":                                             "this may be a paper of its own or a part of the one before",
		"a later clause may demand a paper":                                               "a later part of the sentence may demand a paper",
		"a part that may name another paper":                                              "a part of it may name another paper",
		"a condition in the head of a list is not plain":                                  "the condition in front of the list is not plain",
		"a list whose parts are no plain papers":                                          "the list has items that are not plainly papers",
		"one of a list":                                                                   "an item of a list",
		"alternatives that are not plain":                                                 "the papers to choose from are not plain",
		"the head of a list":                                                              "the common name in front of a list",
		"a condition without a plain paper":                                               "there is a condition, but no plain paper",
		"named by its noun":                                                               "named by a word for a paper, such as application, form, certificate, minutes",
		"no name is left":                                                                 "without common words no name of a paper is left",
		"a list of papers in brackets":                                                    "several papers are listed in brackets",
		"the words name no paper of their own":                                            "the words name no paper of their own",
		"a paper behind a condition":                                                      "a paper stands behind a condition",
		"alternatives and a paper on top":                                                 "papers to choose from, and one more on top",
		"advice that may demand a paper":                                                  "this advice may ask for a paper",
		"begins like a paper":                                                             "it begins like the name of a paper",
		"who makes the paper depends on the applicant":                                    "who makes the paper depends on who applies",
		"the name breaks off":                                                             "the name that was read breaks off",
		"the office may write it while it settles the case":                               "the office may write it while it settles the case",
		"a condition behind the contents of a paper":                                      "a condition stands behind what the paper has to hold",
		"introduces rows, or is a paper itself":                                           "it opens the rows below, or is a paper itself",
		"words of a paper that was not read":                                              "there are words of a paper that was not read",
		"has a quantity, but names no paper that is known":                                "it has a number of copies, but which paper it is is not known",
		"a demand inside a name":                                                          "the name of the paper holds a demand",
		"the row may free some people of it":                                              "the row may free some people of it",
		"words that the name leaves out may open a condition":                             "words left out of the name may be a condition",
		"a condition on how the dossier comes in":                                         "the condition is about how the dossier is handed in",
		"the heading of its list may say for whom it is":                                  "the heading of its list may say for whom it is",
		"rows part this list by cases, and which case this one belongs to cannot be told": "rows part this list by cases, and which case this one belongs to is not clear",
		"a condition that may hold for the last of several papers only":                   "the condition may hold for the last paper only",
		"a paper, or a part of another's contents":                                        "it is a paper, or a part of what another paper holds",
		"several papers and conditions in a long row":                                     "a long row with several papers and conditions",
		"conditions in the middle of a paper":                                             "a condition stands in the middle of the paper's name",
		"an alternative behind a condition":                                               "another paper to choose stands behind a condition",
		"a condition that may hold for the last alternative only":                         "the condition may hold for the last paper only",
		"a paper that is damaged or wrong is for whose paper is so":                       "a damaged or wrong paper is only for those whose paper is so",
		"a note says that only some hand it in":                                           "a note says that only some people hand it in",
		"an exception names a paper":                                                      "an exception names a paper",
		"in one case another row asks for one paper only":                                 "in one case another row asks for one paper only",
		"a power of attorney is for who acts for another":                                 "a power of attorney is only for those who act for another",
		"an interactive form exists online only":                                          "an interactive form is only for handing in online",
		"papers of a vehicle as a home":                                                   "papers of a vehicle that is a home",
		"proves who represents":                                                           "it proves who represents somebody",
		"a later sentence frees some people":                                              "a later sentence frees some people from it",
		"its heading says that an office sends it to another":                             "its heading says that one office sends it to another",
		"an office makes it and sends it to another":                                      "an office makes it and sends it to another",
		"made at the desk, but for what a later sentence demands":                         "made at the desk, but for what a later sentence demands",
		"made at the desk":                                                                "made or printed at the desk",
		"the office writes it while it settles a complaint":                               "the office writes it while it settles a complaint",
		"another row of the list asks for a form of the same name":                        "another row of the list asks for a form of the same name",
		"has the name of a result of this procedure":                                      "it has the name of what this procedure results in",
		"may be made by the office itself":                                                "the office itself may make it",
		"another row speaks of a form printed at the desk":                                "another row speaks of a form printed at the desk",
		"another row says that it is printed at the desk":                                 "another row says that it is printed at the desk",
		"the heading asks for one of them":                                                "the heading asks for one of the papers",
		"introduces alternatives in a sentence too long to be sure of":                    "the sentence in front of the choices is too long to be sure of",
		"hangs on a row that could not be read for sure":                                  "it belongs to a row that could not be read for sure",
		"may hang on a row that introduces others":                                        "it may belong to a row above that introduces others",
		"introduces rows that cannot be told from the others":                             "which rows it introduces is not plain",
		"a row asks for one of the rows under it":                                         "the row asks for one of the papers under it",
		"one of the alternatives":                                                         "one of the papers to choose from",
		"says the same as a row before":                                                   "says again what a row before said",
		"one of several parts of a paper's contents":                                      "one of several parts of a paper's contents",
		"certificates of land of different times: one of them":                            "certificates of land of different times: one of them will do",
		"a paper and its interactive form":                                                "a paper and its interactive form: one of them will do",
		"a bullet or a counter alone":                                                     "there is only a bullet or a number",
		"a remark by its first word":                                                      "it begins as a remark does",
		"under a heading of advice":                                                       "it stands under a heading of advice",
		"contents of the paper that the heading names":                                    "contents of the paper that the heading names",
		"an item of a list that names no paper for sure":                                  "an item of a list that is not plainly a paper",
		"a sentence that may demand a paper":                                              "the sentence may demand a paper",
		"a sentence about a paper":                                                        "a sentence about a paper; whether to bring it is not plain",
		"seems to be contents of another paper":                                           "it seems to be contents of another paper",
		"no noun of a paper in front":                                                     "it does not begin with a word for a paper",
		"has a quantity, though no known noun":                                            "it has a number of copies, though it begins with no known word for a paper",
		"ends in a colon":                                                                 "it ends in a colon",
		"names no paper that somebody brings":                                             "it names no paper that somebody brings",
	},
}
