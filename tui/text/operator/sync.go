package operator

import "motcua/tui/text"

// Texts of motcua sync.
var (
	// SyncOtherStore takes the folder of this account, the service, its folder, the
	// command.
	SyncOtherStore = text.Say(
		"Lần này danh mục được đọc về %s, là của tài khoản đang chạy lệnh. Dịch vụ %s có danh mục riêng ở %s, không đổi. Muốn cập nhật cho dịch vụ, bằng quyền root:\n  %s",
		"The catalogue is read into %s, that of the account that runs this. The service %s has one of its own in %s, which stays as it is. To bring that one up to date, as root:\n  %s",
	)
	SyncShort = text.Say("Cập nhật danh mục thủ tục về máy này", "Update the catalogue of procedures on this machine")
	SyncLong  = text.Say(
		`Đọc cả danh mục của cổng về máy này, từng trang một, có nghỉ giữa hai trang. Từ đó tra
thủ tục không tốn một byte nào trên đường truyền, mất mạng cũng tra được. Đứt giữa chừng
thì lần sau đọc tiếp; danh mục cũ còn nguyên cho đến khi đọc xong.

Đọc xong danh mục thì lấy thêm chi tiết những thủ tục hay dùng nhất mà máy chưa có.`,
		`Reads the portal's whole catalogue to this machine, page by page, with a pause between two
pages. From then on looking up a procedure costs no byte on the line and works without a
network. An interrupted sync resumes the next time; the old catalogue is used until the
new one is complete.

After the catalogue it pre-fetches the details of the procedures used most that are not
here yet.`,
	)
	SyncFlagChanges = text.Say(
		"xem các lần cập nhật thấy gì mới, sửa, bãi bỏ, lần gần nhất trước; không hỏi cổng",
		"list what the syncs found new, amended and gone, the last one first; asks no portal",
	)
	SyncFlagDetails = text.Say("lấy trước chi tiết của bao nhiêu thủ tục hay dùng; 0 là không lấy", "pre-fetch the details of this many of the most used procedures; 0 for none")

	// SyncReading takes the number read so far, and the total.
	SyncReading = text.Say("Danh mục %s/%s", "Catalogue %s/%s")
	// SyncReadingMany takes the number read so far.
	SyncReadingMany = text.Say("Danh mục %s", "Catalogue %s")
	// SyncDetailing takes the number fetched so far, and the total.
	SyncDetailing = text.Say("Chi tiết %s/%s", "Details %s/%s")
	// SyncResumed takes the number read before.
	SyncResumed = text.Say("Đọc tiếp lần trước, đã có %s thủ tục.", "Continuing the last sync after %s procedures.")
	// SyncPages takes the number of procedures in a request.
	SyncPages = text.Say("Đường truyền yếu, mỗi lần chỉ hỏi %s thủ tục.", "The connection is slow: asking for %s procedures at a time.")

	// SyncDone takes the number of procedures.
	SyncDone = text.Say("Danh mục trong máy có %s thủ tục.", "The catalogue on this machine has %s procedures.")
	// SyncCost takes the requests for the catalogue and for details, and the bytes.
	SyncCost       = text.Say("%s lượt hỏi danh mục, %s lượt hỏi chi tiết, %s.", "%s requests for the catalogue, %s for details, %s.")
	SyncNothingNew = text.Say("Không có gì thay đổi so với lần trước.", "Nothing has changed since the last time.")
	// SyncChanged takes the numbers of new, amended and removed ones.
	SyncChanged = text.Say("So với lần trước: %s mới, %s sửa, %s bãi bỏ.", "Since the last time: %s new, %s amended, %s gone.")
	// SyncMore takes how many more there are.
	SyncMore = text.Say("và %s thủ tục nữa, xem: motcua sync --changes", "and %s more, see: motcua sync --changes")
	// SyncDetails takes the number fetched and the number stored.
	SyncDetails = text.Say("Đã lấy chi tiết của %s thủ tục hay dùng; trong máy hiện có chi tiết của %s thủ tục.", "Fetched the details of %s of the most used procedures; %s are stored.")
	// SyncDecisions takes the agency and the numbers of decisions, of those read in full now
	// and of those left.
	SyncDecisions = text.Say("Quyết định công bố của %s: %s, lần này đọc đủ %s, còn %s cho lần sau.", "Decisions published by %s: %s, read in full now %s, left for the next time %s.")
	// SyncDecisionsCut precedes the cause.
	SyncDecisionsCut = text.Say("Chưa đọc hết quyết định công bố; lần sau máy đọc tiếp.", "The decisions were not all read; the next sync goes on.")
	// SyncDetailsCut takes the number fetched.
	SyncDetailsCut = text.Say("Mới lấy được chi tiết %s thủ tục.", "Fetched the details of only %s procedures.")

	SyncNever = text.Say("Máy này chưa cập nhật danh mục lần nào. Chạy: motcua sync", "This machine has never read the portal's catalogue. Run: motcua sync")
	// SyncSince takes the two moments.
	SyncSince = text.Say("Danh mục %s so với %s", "The catalogue %s compared with the one %s")
	// SyncFirstSync takes the moment.
	SyncFirstSync = text.Say("Danh mục đọc lần đầu %s, chưa có lần trước để so.", "The catalogue was read for the first time %s: there is nothing to compare it with.")

	SyncNewWord     = text.Say("mới", "new")
	SyncGoneWord    = text.Say("bãi bỏ", "gone")
	SyncAmendedWord = text.Say("sửa", "amended")
	// SyncBefore takes the previous name.
	SyncBefore = text.Say("trước là “%s”", "was “%s”")

	// SyncDown takes the portal, and the cause in a few words.
	SyncDown = text.Say(
		"%s không trả lời (%s). Danh mục trong máy còn nguyên; lát nữa chạy lại, hoặc xem vì sao: motcua doctor",
		"%s does not answer (%s). The catalogue on this machine is unchanged; try again later, or find the cause: motcua doctor",
	)
	// SyncRefuses takes the portal.
	SyncRefuses = text.Say(
		"%s không cho hỏi thêm lúc này. Danh mục trong máy còn nguyên; đợi ít nhất 15 phút rồi chạy lại.",
		"%s accepts no more requests now. The catalogue on this machine is unchanged; wait at least 15 minutes.",
	)
	SyncOffline = text.Say(
		"--offline thì không hỏi cổng, nên không cập nhật được. Bỏ --offline rồi chạy lại.",
		"With --offline no portal is asked, so nothing can be updated. Leave out --offline.",
	)
	SyncNoPortal = text.Say(
		"Chưa có cổng nào để đọc danh mục. Đặt [national] url trong tệp cấu hình: motcua config init",
		"There is no portal to read the catalogue from. Set [national] url in the config file: motcua config init",
	)
	SyncBusy = text.Say("Một lần cập nhật khác đang chạy trên máy này.", "Another sync is under way on this machine.")
	// SyncFull takes the file.
	SyncFull = text.Say("Ổ đĩa đã đầy, không ghi được %s. Danh mục cũ còn nguyên.", "The disk is full, %s cannot be written. The old catalogue is unchanged.")
	// SyncShort80 takes the number received and the total.
	SyncShort80 = text.Say(
		"Cổng chỉ đưa %s trên %s thủ tục rồi thôi, nên không tin danh mục này. Danh mục cũ còn nguyên, lát nữa chạy lại.",
		"The portal sent only %s of %s procedures, so this list is not used. The old catalogue is unchanged; try again later.",
	)
	// SyncNoStore takes the folder and the reason.
	SyncNoStore = text.Say("Không ghi được danh mục vào %s: %s.", "The catalogue cannot be written to %s: %s.")
	// SyncNewer takes the file.
	SyncNewer = text.Say("%s do bản motcua mới hơn ghi. Dùng bản mới, hoặc dời tệp ấy đi.", "A newer motcua wrote %s. Use the newer version, or move that file away.")
	// SyncCorrupt takes the new path of the file.
	SyncCorrupt   = text.Say("Tệp danh mục bị hỏng, đã dời sang %s và lập tệp mới.", "The catalogue's file was damaged; it was moved to %s, and a new one was created.")
	SyncInterrupt = text.Say("Đã dừng.", "Stopped.")
	// SyncGoOn takes the number read and the total.
	SyncGoOn = text.Say(
		"Đã đọc %s/%s thủ tục; lần sau đọc tiếp từ đó, danh mục cũ còn nguyên.",
		"%s of %s procedures were read; the next sync continues from there, and the old catalogue is unchanged.",
	)
	// SyncUnits takes the numbers of units, of communes with a place of the same name, of all
	// communes, of abolished procedures.
	SyncUnits = text.Say(
		"%s đơn vị nhận hồ sơ; %s/%s xã, phường khớp tên địa danh; %s thủ tục đã bãi bỏ.",
		"%s units that take applications; %s of %s communes match a place by name; %s abolished procedures.",
	)
	SyncNoUnits = text.Say(
		"Chưa đọc được danh sách đơn vị; danh mục thủ tục thì đã đủ.",
		"The units could not be read; the catalogue of procedures is complete.",
	)
	// SyncNews takes the numbers of news, and of those that this sync read in full.
	SyncNews   = text.Say("%s tin của cổng, lần này đọc thêm %s.", "%s news of the portal, %s of them read now.")
	SyncNoNews = text.Say("Chưa đọc được tin của cổng; danh mục thủ tục thì đã đủ.", "The portal's news could not be read; the catalogue of procedures is complete.")
	// SyncQuality takes the numbers of answers, of periods and of units.
	SyncQuality = text.Say(
		"Chất lượng phục vụ: %s báo cáo của %s kỳ, %s đơn vị trong tỉnh.",
		"Quality of service: %s reports of %s periods, %s units of the province.",
	)
	// SyncNoQuality takes how many answers were read before.
	SyncNoQuality = text.Say(
		"Chưa đọc đủ số liệu chất lượng phục vụ (mới %s báo cáo); danh mục thủ tục thì đã đủ.",
		"The quality of service could not be read whole (%s reports so far); the catalogue of procedures is complete.",
	)
	// SyncBadDetails takes the given text.
	SyncBadDetails = text.Say("--details “%s”: cần một số từ 0 đến 2000.", "--details “%s”: a number from 0 to 2000 is needed.")
)

// SyncParts are the parts of a procedure that a sync finds amended, by their names in JSON.
var SyncParts = map[string]text.Said{
	"name": text.Say("tên", "name"), "field": text.Say("lĩnh vực", "field"), "agency": text.Say("cơ quan thực hiện", "agency"),
	"kind": text.Say("loại", "kind"), "published": text.Say("công bố lại", "published anew"), "detail": text.Say("nội dung", "content"),
}
