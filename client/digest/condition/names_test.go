package condition

import "testing"

func TestNames(t *testing.T) {
	for when, want := range map[string]bool{
		"quân đội nhân dân": true,
		"cá nhân":           true,
		"ban Quản lý dự án": true,
		"trẻ em mồ côi":     true,
		"người nước ngoài, người Việt Nam định cư ở nước ngoài": true,
		"người yêu cầu không có giấy tờ nêu trên":               false,
		"trẻ em bị bỏ rơi":     false,
		"bị mất hộ chiếu":      false,
		"ủy quyền cho cá nhân": false,
		"cá nhân có yêu cầu":   false,
		"banh":                 false,
		"":                     false,
	} {
		if got := Names(when); got != want {
			t.Errorf("%q: %v, want %v", when, got, want)
		}
	}
}
