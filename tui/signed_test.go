package tui_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"motcua/client/signature"
	"motcua/tui"
	"motcua/tui/text"
	"motcua/tui/text/topic"
)

// toSigned opens the page for signed files, which is the last topic.
func toSigned(c *terminal) { c.press("k", "up", "enter") }

// readsFiles are the options of a program that runs for the person who sits at the machine.
func readsFiles(t *testing.T, l text.Lang) tui.Options {
	t.Helper()
	o, _ := options(t)
	o.Lang = l
	o.Signatures = func(ctx context.Context, _ text.Lang, file string) (signature.Report, error) {
		if strings.HasSuffix(file, ".bad") {
			return signature.Report{}, errors.New("roots cannot be read")
		}
		check := signature.Checker{Now: time.Now}
		return check.File(ctx, filepath.Join("..", "client", "signature", "testdata", file)), nil
	}
	return o
}

func TestSignedScreens(t *testing.T) {
	long(t)
	for _, lang := range []text.Lang{text.VI, text.EN} {
		for _, scene := range []scene{
			{"empty", toSigned},
			{"unchanged", func(c *terminal) {
				toSigned(c)
				c.typeText("66.9-nq.signed.pdf")
				c.press("enter")
				c.wait(time.Second)
			}},
			{"no_pdf", func(c *terminal) { toSigned(c); c.typeText("LICENSE-SongGio"); c.press("enter"); c.wait(time.Second) }},
		} {
			for _, size := range [][2]int{{80, 21}, {120, 40}} {
				t.Run(fmt.Sprintf("%s/%s_%dx%d", lang, scene.name, size[0], size[1]), func(t *testing.T) {
					beside(t)
					var got string
					onTerminal(t, readsFiles(t, lang), size[0], size[1], func(c *terminal) {
						scene.play(c)
						got = c.text()
					})
					golden.RequireEqual(t, got)
				})
			}
		}
	}
}

// The answer belongs to the file that was checked, follows the language, and gives way to a
// sentence when nothing can be checked.
func TestSignedFiles(t *testing.T) {
	onTerminal(t, readsFiles(t, text.VI), 80, 40, func(c *terminal) {
		toSigned(c)
		c.typeText("66.9-nq.signed.pdf")
		c.press("enter")
		c.wait(time.Second)
		c.typeText(".bad")
		if got := c.text(); !strings.Contains(got, "Còn nguyên như lúc ký") || strings.Count(got, "66.9-nq.signed.pdf") != 2 {
			t.Errorf("while another name is typed:\n%s", got)
		}
		c.press("f2")
		if got := c.text(); !strings.Contains(got, "Unchanged since it was signed") {
			t.Errorf("in English:\n%s", got)
		}
		c.press("enter")
		c.wait(time.Second)
		if got := c.text(); !strings.Contains(got, "! roots cannot be read") || strings.Contains(got, "Unchanged") {
			t.Errorf("without roots:\n%s", got)
		}
	})
}

// Where the disk is not the visitor's, there is no such topic.
func TestNoSignedFilesElsewhere(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 40, func(c *terminal) {
		toSigned(c)
		if got := c.text(); strings.Contains(got, topic.Signature.In(text.For(text.VI)).Label) {
			t.Errorf("files can be opened:\n%s", got)
		}
	})
}
