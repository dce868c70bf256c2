package text

import (
	"io/fs"
	"motcua/client/clienttest"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// Each thing has one word, the one that people use. These words were once used for the same
// things.
func TestWordsThatWereLeft(t *testing.T) {
	left := map[Lang]map[string]string{
		VI: {
			"nguồn": "cổng", "Khoản thu": "Tiền phải nộp", "mẫu 04": "no citation on a citizen's page",
			"ngày nộp": "ngày nhận", "ở giữa": "ngày nhận", "ghi bằng lời": "xem ở phần Các bước",
		},
		EN: {
			"the source": "the portal", "slip": "receipt", "form 04": "no citation on a citizen's page",
			"lookup code": "look-up code", "It is not clear where it stands": "Its state is not known",
		},
	}
	for l, words := range left {
		x := For(l)
		for _, part := range []any{x.Dossier, x.Procedure, x.Errors, x.Line} {
			for _, f := range fields(reflect.TypeOf(part).Name(), reflect.ValueOf(part)) {
				for old, now := range words {
					if strings.Contains(f.value, old) {
						t.Errorf("%s, %s says %q, want %q: %q", l, f.path, old, now, f.value)
					}
				}
			}
		}
	}
}

// leftWords are words that no text in the whole program has any more: one thing has one name,
// and nobody reads a word that only its writer knew. The new word stands beside each.
var leftWords = map[Lang]map[string]string{
	VI: {
		"cờ": "tùy chọn", "vỏ lệnh": "shell", "dấu khóa": "vân tay khóa", "máy mỏng": "máy trạm", "mã hình": "captcha",
		"hỏng theo ý": "giả lập sự cố", "sổ phạt": "danh sách địa chỉ bị phạt", "mạnh dần": "thứ tự ưu tiên, sau đè trước",
		"ống dẫn": "pipe", "trông máy": "quản lý máy", "chắc chắn tắt": "vâng, tắt", "màn hình dòng lệnh": "cửa sổ dòng lệnh (terminal)",
		"văn bản xin lỗi": "phiếu xin lỗi và hẹn lại ngày trả kết quả", "lược đồ": "phiên bản cấu trúc", "tệp lành": "tệp nguyên vẹn",
		"kèm chương trình": "có sẵn trong máy", "chưa được tiếp nhận": "không được tiếp nhận", "số đo": "số liệu giám sát",
	},
	EN: {
		"dossier": "application", "dossiers": "applications", "must i bring": "do I need to bring", "unless said": "default",
		"is in trouble": "is having problems", "look-ups rest": "too many look-ups", "near to the question": "closest matches",
		"plain file": "regular file", "without marks": "without accents", "weakest first": "later ones override earlier ones",
		"tell changes": "report changes", "fail on request": "simulate failures", "pin of the staff": "staff PIN",
	},
}

// left returns the words of a text that were left.
func left(l Lang, s string) (list []string) {
	s = " " + strings.Join(words(strings.ToLower(keys.ReplaceAllString(s, " "))), " ") + " "
	for old, now := range leftWords[l] {
		if strings.Contains(s, " "+old+" ") {
			list = append(list, old+", now "+now)
		}
	}
	return list
}

// keys matches the names of keys, variables and commands, which stay: dossier_service.
var keys = regexp.MustCompile(`\S*[_/.=]\S+|“[^”]*”`)

func TestNoTextSaysTheWordsThatWereLeft(t *testing.T) {
	for _, p := range everything(t) {
		for _, w := range append(left(VI, p.vi), left(EN, p.en)...) {
			t.Errorf("%s says %s:\n\t%q\n\t%q", p.at, w, p.vi, p.en)
		}
	}
	if got := left(VI, "Thêm cờ --json."); len(got) != 1 {
		t.Errorf("a flag is still a cờ: %v", got)
	}
	if got := append(left(EN, "Type the dossier's code."), left(EN, "the key dossier_service")...); len(got) != 1 {
		t.Errorf("of two texts one says dossier: %v", got)
	}
	if got := left(VI, "Chờ cơ quan trả lời."); len(got) > 0 {
		t.Errorf("%v is part of other words", got)
	}
}

// Tone marks stand in their old place in the files that people read as well: hòa and thúy, as
// in the forms of the offices.
func TestTonesOfFiles(t *testing.T) {
	clienttest.OneByOne(t)
	read := 0
	for _, root := range []string{"README.md", "kiosk", "client/sandbox", "themes", ".github"} {
		err := filepath.WalkDir(filepath.Join("../..", root), func(name string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case entry.IsDir() && (entry.Name() == "testdata" || entry.Name() == "details"):
				return fs.SkipDir
			case entry.IsDir() || !readByPeople[filepath.Ext(name)]:
				return nil
			}
			b, err := os.ReadFile(name)
			read++
			for n, l := range strings.Split(string(b), "\n") {
				for _, w := range words(l) {
					if got, ok := respelled(strings.ToLower(w)); marked(w) && ok && got != strings.ToLower(w) {
						t.Errorf("%s:%d: %q has its tone in the new place, want %q", name, n+1, w, got)
					}
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if read < 20 {
		t.Errorf("only %d files were read", read)
	}
}

var readByPeople = map[string]bool{".md": true, ".toml": true, ".service": true, ".conf": true, ".ini": true, ".sh": true, ".env": true, ".yml": true}

// People without their receipt still know their own number, so no hint asks only for the
// look-up code.
func TestProofHintsNameWhatPeopleKnow(t *testing.T) {
	for l, want := range map[Lang]string{VI: "4 số cuối căn cước hay điện thoại", EN: "last 4 digits of"} {
		x := For(l)
		for _, s := range []string{x.Dossier.ProofKey, x.Dossier.ProofCommand, x.Line.Track.Long, x.Line.FlagProof} {
			if !strings.Contains(s, want) {
				t.Errorf("%s: %q does not name %q", l, s, want)
			}
		}
	}
}
