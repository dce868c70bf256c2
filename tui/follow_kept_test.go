package tui_test

import (
	"errors"
	"io/fs"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"motcua/client"
	"motcua/client/follow"
	"motcua/tui/text"
)

// shelf keeps a list in memory, for the pages; package kiosk/followed has the files.
type shelf struct {
	mu      sync.Mutex
	how     follow.Keeping
	pass    string
	kept    []follow.Entry
	now     []follow.Entry
	damaged bool
	err     error // of every writing
	writes  int
}

func (s *shelf) Keeping() follow.Keeping {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.how
}

func (s *shelf) Open(pass string) ([]follow.Entry, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.damaged:
		return s.kept, &follow.DamagedError{Aside: "/var/lib/motcua/followed/own.old-1"}
	case s.how == follow.KeepSealed && pass != s.pass:
		return nil, follow.ErrPassphrase
	}
	return s.kept, nil
}

func (s *shelf) Put(list []follow.Entry) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now = list
}

func (s *shelf) Flush() ([]follow.Entry, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil {
		return nil, s.err
	}
	s.kept = s.now
	s.writes++
	return s.kept, nil
}

func (s *shelf) Change(to follow.Keeping, pass string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil {
		return s.err
	}
	s.how, s.pass, s.kept = to, pass, s.now
	return nil
}

func (s *shelf) Aside() (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.how, s.kept = follow.KeepNothing, nil
	return "/var/lib/motcua/followed/own.old-1", nil
}

const passphrase = "cửa sổ mở sớm"

// An officer seals the list, comes back the next day with the passphrase, and sees what has
// changed meanwhile.
func TestASealedListIsOpenedTheNextDay(t *testing.T) {
	keeper := &shelf{}
	o, svc := staffOptions(t)
	o.Keeper = keeper
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("f6")
		c.shows("không ghi vào đâu", "Ctrl+S")
		c.send(paste(followCode(4) + "\n" + followCode(5)))
		c.wait(5 * time.Second)
		c.press("ctrl+s")
		c.shows("1  Không giữ (đang chọn)", "2  Giữ mã hồ sơ", "3  Giữ có mật khẩu")
		c.press("3")
		c.typeText("ngắn")
		c.press("enter")
		c.shows("ít nhất 8 ký tự", "Mật khẩu cần ít nhất")
		c.typeText(passphrase)
		c.hides(passphrase)
		c.shows("*************")
		c.press("enter")
		c.shows("Nhập lại mật khẩu ấy")
		c.typeText("cửa sổ khác hẳn")
		c.press("enter")
		c.shows("Hai lần nhập không giống nhau")
		for range 2 {
			c.typeText(passphrase)
			c.press("enter")
		}
		c.wait(time.Second)
		c.shows("giữ cho lần sau, có mật khẩu", followCode(4))
		c.press("esc")
	})
	if keeper.how != follow.KeepSealed || keeper.pass != passphrase || len(keeper.kept) != 2 || keeper.kept[0].Seen == nil {
		t.Fatalf("kept %v %q %+v", keeper.how, keeper.pass, keeper.kept)
	}
	svc.turn(followCode(4), client.StatusFinished)
	onTerminal(t, o, 60, 18, func(c *terminal) {
		c.press("f6")
		c.shows("Mật khẩu của danh sách")
		c.hides(followCode(4), "Ctrl+R")
		c.typeText("không phải nó")
		c.press("enter")
		c.wait(time.Second)
		c.shows("Mật khẩu không đúng", "Ctrl+R")
		c.typeText(passphrase)
		c.press("enter")
		c.wait(5 * time.Second)
		c.shows("! "+followCode(4), "Đã có kết quả", "1 có thay đổi")
		writes := keeper.writes
		c.press("esc", "f6") // not looked at: it stays news, for the next session too
		c.wait(time.Second)
		c.shows("1 có thay đổi")
		if keeper.writes != writes+1 {
			t.Errorf("%d writings", keeper.writes-writes)
		}
	})
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("f6")
		c.typeText(passphrase)
		c.press("enter")
		c.wait(5 * time.Second)
		c.shows("1 có thay đổi")
		c.press("tab", "enter")
		c.wait(time.Second)
		c.press("esc")
		c.wait(20 * time.Minute)
	})
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("f6")
		c.typeText(passphrase)
		c.press("enter")
		c.wait(5 * time.Second)
		c.shows(followCode(4))
		c.hides("có thay đổi") // it was looked at
	})
}

// Codes alone are kept as they are added and removed, also from a dossier's page.
func TestCodesAreKeptAsTheyCome(t *testing.T) {
	keeper := &shelf{}
	o, _ := staffOptions(t)
	o.Keeper = keeper
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("f6", "ctrl+s", "down", "enter")
		c.wait(time.Second)
		c.shows("chỉ các mã hồ sơ")
		c.typeText(followCode(4))
		c.press("enter")
		c.wait(time.Second)
		c.press("esc", "1")
		c.typeText(sampleCode)
		c.press("enter")
		c.wait(time.Second)
		c.press("f6")
		c.wait(3 * time.Second)
		if len(keeper.kept) != 2 || keeper.kept[1].Code.String() != sampleCode {
			t.Errorf("kept %+v", keeper.kept)
		}
		c.press("delete")
		c.wait(time.Second)
	})
	if len(keeper.kept) != 1 {
		t.Errorf("kept %+v", keeper.kept)
	}
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("f6")
		c.wait(2 * time.Second)
		c.shows("1 hồ sơ")
		c.press("ctrl+s")
		c.shows("2  Giữ mã hồ sơ (đang chọn)")
		c.press("1")
		c.wait(time.Second)
		c.shows("không ghi vào đâu")
	})
	if keeper.how != follow.KeepNothing {
		t.Error("it is still kept")
	}
}

// What goes wrong is said in a sentence, and the list on the screen stays.
func TestWhatGoesWrongWithAKeptList(t *testing.T) {
	for name, tt := range map[string]struct {
		keeper *shelf
		says   map[text.Lang]string
	}{
		"the disk is full": {&shelf{how: follow.KeepCodes, err: errors.New("no space left on device")}, map[text.Lang]string{text.VI: "Không ghi được danh sách (no space left", text.EN: "could not be written (no space left"}},
		"kept otherwise":   {&shelf{how: follow.KeepCodes, err: follow.ErrElsewhere}, map[text.Lang]string{text.VI: "Một cửa sổ khác đã đổi", text.EN: "Another window now keeps"}},
	} {
		for l, says := range tt.says {
			t.Run(name+" "+string(l), func(t *testing.T) {
				o, _ := staffOptions(t)
				tt.keeper.how = follow.KeepCodes
				o.Keeper, o.Lang = tt.keeper, l
				onTerminal(t, o, 80, 24, func(c *terminal) {
					c.press("f6")
					c.wait(time.Second)
					c.shows(says)
					c.typeText(followCode(4))
					c.press("enter")
					c.wait(time.Second)
					c.shows(followCode(4))
				})
			})
		}
	}
	keeper := &shelf{how: follow.KeepCodes, damaged: true}
	o, _ := staffOptions(t)
	o.Keeper = keeper
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("f6")
		c.shows("Tệp giữ danh sách bị hỏng", "own.old-1")
	})
}

// On the smallest screen the selected way says all that it means, and an error has its line.
func TestTheWaysToKeepAListOnASmallScreen(t *testing.T) {
	for l, says := range map[text.Lang][3]string{
		text.VI: {"thì máy xóa.", "nữa.", "Không ghi được danh sách (no space"},
		text.EN: {"is deleted.", "open it again.", "could not be written (no space"},
	} {
		o, _ := staffOptions(t)
		o.Keeper, o.Lang = &shelf{err: errors.New("no space left on device")}, l
		onTerminal(t, o, 60, 18, func(c *terminal) {
			c.press("f6", "ctrl+s")
			c.shows("▸ 1 ", says[0])
			c.press("down", "down")
			c.shows("▸ 3 ", says[1])
			c.hides(says[0])
			c.press("2")
			c.wait(time.Second)
			c.shows("▸ 2 ", says[2])
		})
		onTerminal(t, o, 80, 21, func(c *terminal) {
			c.press("f6", "ctrl+s")
			c.shows(says[0], says[1])
		})
	}
}

// A forgotten passphrase: the old list is set aside, and a new one begins.
func TestAForgottenPassphraseIsNoEnd(t *testing.T) {
	keeper := &shelf{how: follow.KeepSealed, pass: passphrase}
	o, _ := staffOptions(t)
	o.Keeper = keeper
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("f6", "ctrl+r") // not before a try
		c.shows("Mật khẩu của danh sách")
		c.typeText("quên mất rồi")
		c.press("enter")
		c.wait(time.Second)
		c.press("ctrl+r")
		c.wait(time.Second)
		c.shows("Danh sách cũ được cất ở", "own.old-1", "Chưa theo dõi hồ sơ nào")
	})
}

// Who has no key of their own has no list that is kept, and no key to keep it.
func TestNothingIsKeptWithoutAKeeper(t *testing.T) {
	o, _ := staffOptions(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("f6")
		c.hides("Ctrl+S")
		c.press("ctrl+s")
		c.shows("không ghi vào đâu")
	})
}

// The pages that ask how the list is kept, for its passphrase and for a file, one below the other:
// a file for each language.
func TestKeepScreens(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		t.Run(string(l), func(t *testing.T) {
			var all pictures
			for _, size := range [][2]int{{60, 18}, {80, 24}} {
				o, _ := staffOptions(t)
				o.Lang, o.Keeper = l, &shelf{}
				o.Write = func(name string, _ []byte, over bool) (string, error) {
					if over {
						return "/home/an/" + name, nil
					}
					return "/home/an/" + name, fs.ErrExist
				}
				onTerminal(t, o, size[0], size[1], func(c *terminal) {
					add := func(name string) { all.add(name, size, c.text()) }
					c.press("f6")
					add("empty")
					c.send(paste(followCode(4)))
					c.wait(5 * time.Second)
					c.press("ctrl+s")
					add("ways")
					c.press("3")
					add("new passphrase")
					for range 2 {
						c.typeText(passphrase)
						c.press("enter")
					}
					c.wait(time.Second)
					c.press("ctrl+o")
					add("file")
					c.press("enter")
					add("file there")
					c.press("ctrl+o")
					add("file written")
				})
				o.Staff = true
				onTerminal(t, o, size[0], size[1], func(c *terminal) {
					c.press("f6")
					c.typeText("falsch")
					c.press("enter")
					c.wait(time.Second)
					all.add("wrong passphrase", size, c.text())
				})
			}
			golden.RequireEqual(t, all.String())
		})
	}
}
