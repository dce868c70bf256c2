package main

import "motcua/tui/text"

// syncWords are what `motcua sync` says.
type syncWords struct {
	short, long, example     string
	flagChanges, flagDetails string

	reading     string // procedures so far, in all
	readingMany string // procedures so far
	detailing   string // details so far, in all
	resumed     string // procedures that were read before
	pages       string // page size

	done       string // procedures
	cost       string // requests for the list, for details, bytes
	nothingNew string
	changed    string // new, amended, gone
	more       string // how many more
	details    string // details fetched, kept in all
	detailsCut string // fetched

	never     string
	since     string // time, time
	firstSync string // time

	newWord, goneWord, amendedWord string
	before                         string // the name it had
	parts                          map[string]string

	down       string // portal, why in a few words
	refuses    string // portal
	offline    string
	noPortal   string
	busy       string
	full       string // file
	short80    string // seen, expected
	noStore    string // folder, reason
	newer      string // file
	corrupt    string // where it lies now
	interrupt  string
	goOn       string // procedures read, in all
	badDetails string // what was given
}

func syncWordsFor(l text.Lang) *syncWords {
	if l == text.EN {
		return &syncWordsEN
	}
	return &syncWordsVI
}

var syncWordsVI = syncWords{
	short: "Cập nhật danh mục thủ tục về máy này",
	long: `Đọc cả danh mục của cổng về máy này, từng trang một, có nghỉ giữa hai trang. Từ đó tra
thủ tục không tốn một byte nào trên đường truyền, mất mạng cũng tra được. Đứt giữa chừng
thì lần sau đọc tiếp; danh mục cũ còn nguyên cho đến khi đọc xong.

Đọc xong danh mục thì lấy thêm chi tiết những thủ tục hay dùng nhất mà máy chưa có.`,
	example: `motcua sync
motcua sync --details 200
motcua sync --changes`,
	flagChanges: "xem các lần cập nhật thấy gì mới, sửa, bãi bỏ, lần gần nhất trước; không hỏi cổng",
	flagDetails: "lấy trước chi tiết của bao nhiêu thủ tục hay dùng; 0 là không lấy",

	reading: "Danh mục %s/%s", readingMany: "Danh mục %s", detailing: "Chi tiết %s/%s",
	resumed: "Đọc tiếp lần trước, đã có %s thủ tục.",
	pages:   "Đường truyền yếu, mỗi lần chỉ hỏi %s thủ tục.",

	done:       "Danh mục trong máy có %s thủ tục.",
	cost:       "%s lượt hỏi danh mục, %s lượt hỏi chi tiết, %s.",
	nothingNew: "Không có gì thay đổi so với lần trước.",
	changed:    "So với lần trước: %s mới, %s sửa, %s bãi bỏ.",
	more:       "và %s thủ tục nữa, xem: motcua sync --changes",
	details:    "Lấy thêm chi tiết %s thủ tục hay dùng, trong máy có %s.",
	detailsCut: "Mới lấy được chi tiết %s thủ tục.",

	never:     "Máy này chưa cập nhật danh mục lần nào. Chạy: motcua sync",
	since:     "Danh mục %s so với %s",
	firstSync: "Danh mục đọc lần đầu %s, chưa có lần trước để so.",

	newWord: "mới", goneWord: "bãi bỏ", amendedWord: "sửa", before: "trước là “%s”",
	parts: map[string]string{
		"name": "tên", "field": "lĩnh vực", "agency": "cơ quan thực hiện", "kind": "loại",
		"published": "công bố lại", "detail": "nội dung",
	},

	down:       "%s không trả lời (%s). Danh mục trong máy còn nguyên; lát nữa chạy lại, hoặc xem vì sao: motcua doctor",
	refuses:    "%s không cho hỏi thêm lúc này. Danh mục trong máy còn nguyên; đợi ít nhất 15 phút rồi chạy lại.",
	offline:    "--offline thì không hỏi cổng, nên không cập nhật được. Bỏ --offline rồi chạy lại.",
	noPortal:   "Chưa có cổng nào để đọc danh mục. Đặt [national] url trong tệp cấu hình: motcua config init",
	busy:       "Một lần cập nhật khác đang chạy trên máy này.",
	full:       "Ổ đĩa đã đầy, không ghi được %s. Danh mục cũ còn nguyên.",
	short80:    "Cổng chỉ đưa %s trên %s thủ tục rồi thôi, nên không tin danh mục này. Danh mục cũ còn nguyên, lát nữa chạy lại.",
	noStore:    "Không ghi được danh mục vào %s: %s.",
	newer:      "%s do bản motcua mới hơn ghi. Dùng bản mới, hoặc dời tệp ấy đi.",
	corrupt:    "Tệp danh mục bị hỏng, đã dời sang %s và lập tệp mới.",
	interrupt:  "Đã dừng.",
	goOn:       "Đã đọc %s/%s thủ tục; lần sau đọc tiếp từ đó, danh mục cũ còn nguyên.",
	badDetails: "--details “%s”: cần một số từ 0 đến 2000.",
}

var syncWordsEN = syncWords{
	short: "Bring the catalogue of procedures to this machine",
	long: `Reads the portal's whole catalogue to this machine, page by page, with a pause between two
pages. From then on looking up a procedure costs no byte on the line and works without a
network. What breaks off is gone on with the next time; the old catalogue stands until the
new one is complete.

After the catalogue it fetches the details of the procedures used most, as far as they are
not here.`,
	example:     syncWordsVI.example,
	flagChanges: "list what the syncs found new, amended and gone, the last one first; asks no portal",
	flagDetails: "fetch the details of so many much used procedures ahead of need; 0 for none",

	reading: "Catalogue %s/%s", readingMany: "Catalogue %s", detailing: "Details %s/%s",
	resumed: "Going on where the last sync broke off, after %s procedures.",
	pages:   "The line is weak: asking for %s procedures at a time.",

	done:       "The catalogue on this machine has %s procedures.",
	cost:       "%s requests for the catalogue, %s for details, %s.",
	nothingNew: "Nothing has changed since the last time.",
	changed:    "Since the last time: %s new, %s amended, %s gone.",
	more:       "and %s more, see: motcua sync --changes",
	details:    "Fetched the details of %s much used procedures, %s are here.",
	detailsCut: "Fetched the details of only %s procedures.",

	never:     "The catalogue was never brought to this machine. Run: motcua sync",
	since:     "The catalogue %s compared with the one %s",
	firstSync: "The catalogue was read for the first time %s: there is nothing to compare it with.",

	newWord: "new", goneWord: "gone", amendedWord: "amended", before: "was “%s”",
	parts: map[string]string{
		"name": "name", "field": "field", "agency": "agency", "kind": "kind",
		"published": "published anew", "detail": "content",
	},

	down:       "%s does not answer (%s). The catalogue on this machine stands; try again later, or see why: motcua doctor",
	refuses:    "%s takes no more questions just now. The catalogue on this machine stands; wait at least 15 minutes.",
	offline:    "With --offline no portal is asked, so nothing can be brought here. Leave out --offline.",
	noPortal:   "There is no portal to read the catalogue from. Set [national] url in the config file: motcua config init",
	busy:       "Another sync is under way on this machine.",
	full:       "The disk is full, %s cannot be written. The old catalogue stands.",
	short80:    "The portal gave %s of %s procedures and stopped, so this list is not believed. The old catalogue stands; try again later.",
	noStore:    "The catalogue cannot be written to %s: %s.",
	newer:      "%s was written by a newer motcua. Use the newer one, or move that file away.",
	corrupt:    "The file of the catalogue was damaged; it lies at %s now and a new one was begun.",
	interrupt:  "Stopped.",
	goOn:       "%s of %s procedures were read; the next sync goes on from there, the old catalogue stands.",
	badDetails: "--details “%s”: a number from 0 to 2000 is needed.",
}
