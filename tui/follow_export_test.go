package tui_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"time"

	"motcua/tui/text"
)

// The list is written to a file of the machine at which the officer sits: over an old one only when
// that is said by a key of its own. Where there is no such machine, there is no key.
func TestTheFollowedListIsWrittenToAFile(t *testing.T) {
	words := map[text.Lang][5]string{
		text.VI: {"Ctrl+O ghi ra tệp", "Đã có tệp /home/an/ho-so-theo-doi-20261124.csv", "Đã ghi 2 hồ sơ vào", "Mã hồ sơ là dữ liệu cá nhân", "Không ghi được tệp"},
		text.EN: {"Ctrl+O write to a file", "There is a file /home/an/followed-20261124.csv already", "2 applications written to", "Application codes are personal data", "could not be written"},
	}
	for l, says := range words {
		for _, size := range [][2]int{{60, 18}, {120, 40}} {
			o, _ := staffOptions(t)
			o.Lang = l
			files, full := map[string]string{}, false
			o.Write = func(name string, content []byte, over bool) (string, error) {
				name = "/home/an/" + name
				switch _, there := files[name]; {
				case full:
					return name, &fs.PathError{Op: "open", Path: name, Err: errors.New("no space left on device")}
				case there && !over:
					return name, &fs.PathError{Op: "open", Path: name, Err: fs.ErrExist}
				}
				files[name] = string(content)
				return name, nil
			}
			onTerminal(t, o, size[0], size[1], func(c *terminal) {
				shows := func(yes bool, piece string) {
					t.Helper()
					if strings.Contains(strings.Join(strings.Fields(c.text()), " "), piece) != yes {
						t.Errorf("%s %v: %q is shown: %t\n%s", l, size, piece, !yes, c.text())
					}
				}
				c.press("f6", "ctrl+o") // an empty list
				shows(false, says[3])
				c.send(paste(followCode(4) + "\n" + followCode(5)))
				c.wait(5 * time.Second)
				c.press("f1") // the footer has no room for it
				shows(true, says[0])
				c.press("esc")
				write := func() {
					c.press("ctrl+o")
					shows(true, says[3])
					c.press("enter")
					c.wait(time.Second)
				}
				write()
				shows(true, says[2])
				name := map[text.Lang]string{text.VI: "/home/an/ho-so-theo-doi-20261124.csv", text.EN: "/home/an/followed-20261124.csv"}[l]
				if rows := strings.Split(files[name], "\n"); len(rows) != 4 || !strings.HasPrefix(rows[0], "\ufeff") || !strings.Contains(files[name], followCode(4)+",") {
					t.Errorf("%s: the file holds %q", l, files[name])
				}
				c.press("enter", "esc")
				files[name] = "old"
				write()
				shows(true, says[1])
				c.press("enter") // somebody who presses it twice keeps the old file
				c.wait(time.Second)
				if files[name] != "old" {
					t.Error("Enter overwrote the file")
				}
				c.press("ctrl+o")
				c.wait(time.Second)
				shows(true, says[2])
				if files[name] == "old" {
					t.Error("the file was not overwritten")
				}
				c.press("esc")
				full = true
				write()
				shows(true, says[4])
				shows(true, "no space left on device")
				c.press("esc")
				shows(true, followCode(4))
			})
		}
	}
	o, _ := staffOptions(t)
	onTerminal(t, o, 120, 40, func(c *terminal) {
		c.press("f6")
		c.send(paste(followCode(4)))
		c.wait(5 * time.Second)
		c.press("ctrl+o")
		c.shows(followCode(4))
		c.press("f1")
		c.hides("ghi ra tệp")
	})
}
