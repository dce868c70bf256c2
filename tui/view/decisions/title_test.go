package decisions

import "testing"

// Below a heading that says so already, a title begins with what it is about.
func TestTitlesBeginWithWhatTheyAreAbout(t *testing.T) {
	for title, want := range map[string]string{
		"Về việc công bố Danh mục thủ tục hành chính mới ban hành trong lĩnh vực Thừa phát lại":       "Mới ban hành trong lĩnh vực Thừa phát lại",
		"Quyết định về việc Công bố thủ tục hành chính được sửa đổi,  bổ sung lĩnh vực Thiết bị y tế": "Được sửa đổi, bổ sung lĩnh vực Thiết bị y tế",
		"V/v công bố các TTHC bị bãi bỏ trong lĩnh vực đất đai":                                       "Bị bãi bỏ trong lĩnh vực đất đai",
		"Về việc công bố danh mục nhóm thủ tục hành chính liên thông điện tử":                         "Về việc công bố danh mục nhóm thủ tục hành chính liên thông điện tử",
		"Công bố thủ tục hành chính năm 2018":                                                         "Công bố thủ tục hành chính năm 2018",
		"": "",
	} {
		if got := Short(title); got != want {
			t.Errorf("%q is listed as %q, want %q", title, got, want)
		}
	}
}
