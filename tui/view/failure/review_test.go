package failure

import (
	"os"
	"testing"

	"motcua/client/review"
	"motcua/tui/text"
)

func TestProblemsOfReviews(t *testing.T) {
	for _, tc := range []struct {
		p      review.Problem
		vi, en string
	}{
		{review.Problem{File: "a", Line: 3, Kind: review.UnknownKey, Key: "ofice", Value: "office", Code: "1.000001"}, "a, dòng 3: không có khóa “ofice”. Có phải muốn viết “office”? Bỏ qua thủ tục 1.000001.", "a, line 3: there is no key “ofice”. Did you mean “office”? The procedure 1.000001 is left out."},
		{review.Problem{File: "a", Line: 3, Kind: review.UnknownKey, Key: "phone"}, "a, dòng 3: không có khóa “phone”. Bỏ qua mục này.", "a, line 3: there is no key “phone”. This table is left out."},
		{review.Problem{File: "a", Line: 9, Kind: review.Unknown, Value: "9.999999", Warn: true}, "a, dòng 9: danh mục không có thủ tục 9.999999.", "a, line 9: no catalogue has the procedure 9.999999."},
		{review.Problem{File: "a", Kind: review.NoFile, Err: os.ErrNotExist}, "a: không có tệp hay thư mục này.", "a: there is no such file or folder."},
		{review.Problem{File: "a", Kind: review.Untrusted, Err: os.ErrPermission}, "a: không dùng tệp này: ai cũng sửa được", "a: the file is not used: ai cũng sửa được"},
	} {
		for l, want := range map[text.Lang]string{text.VI: tc.vi, text.EN: tc.en} {
			if got := Review(tc.p, text.For(l), func(error) string { return "ai cũng sửa được" }); got != want {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		}
	}
	// Each kind has words.
	for _, k := range []review.Kind{
		review.NoFile, review.Unread, review.Untrusted, review.TooLarge, review.NotText, review.Syntax, review.UnknownKey, review.WrongType, review.Missing,
		review.Empty, review.TooLong, review.TooMany, review.BadCode, review.BadDate, review.Future, review.BadSource, review.BadNumber, review.Twice,
		review.NoPapers, review.Both, review.OneChoice, review.Unknown, review.Itself, review.Circle, review.InForce,
	} {
		if text.For(text.VI).Review.Problems[string(k)] == "" {
			t.Errorf("no words for %q", k)
		}
	}
}
