package tui_test

import (
	"context"
	"errors"
	"fmt"
	"image/color"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/workday"
	"motcua/tui"
	"motcua/tui/device"
	"motcua/tui/text"
)

// press is a printer that takes a while and then says what it is told to say.
type press struct {
	mu    sync.Mutex
	takes time.Duration
	err   error
	slips []device.Slip
	left  int // slips that were given up
}

func (p *press) Print(ctx context.Context, s device.Slip) error {
	p.mu.Lock()
	p.slips = append(p.slips, s)
	takes, err := p.takes, p.err
	p.mu.Unlock()
	select {
	case <-time.After(takes):
		return err
	case <-ctx.Done():
		p.mu.Lock()
		defer p.mu.Unlock()
		p.left++
		return ctx.Err()
	}
}

func (p *press) printed() []device.Slip {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.slips)
}

// withPrinter are options of a lobby with a printer.
func withPrinter(t *testing.T, l text.Lang) (tui.Options, *answers, *press) {
	t.Helper()
	o, svc := withPages(t)
	o.Lang = l
	p := &press{takes: 2 * time.Second}
	o.Kiosk = &tui.Kiosk{
		Idle: time.Hour, Printer: p,
		Hours: func(l text.Lang) string {
			return map[text.Lang]string{text.VI: "thứ Hai đến thứ Sáu, 7:30 – 17:00", text.EN: "Monday to Friday, 7:30 – 17:00"}[l]
		},
	}
	return o, svc, p
}

func TestASlipIsPrintedOnce(t *testing.T) {
	o, _, p := withPrinter(t, text.VI)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.openDossier()
		c.send("i")
		c.send("iii") // an impatient finger
		c.shows("Đang in")
		c.wait(3 * time.Second)
		c.shows("In xong rồi")
		c.press("i", "i")
		c.wait(3 * time.Second)
		if n := len(p.printed()); n != 1 {
			t.Errorf("%d slips", n)
		}
		c.press("esc")
		c.shows("THỨ TƯ 25/11/2026")
	})
}

// What keeps a slip from coming out is a sentence of its own, and the code stands
// in its place; a phone reads it.
func TestNoSlipButACode(t *testing.T) {
	long(t)
	for _, l := range []text.Lang{text.VI, text.EN} {
		said := map[string]bool{}
		for _, reason := range []device.PrintReason{
			device.PrinterAbsent, device.PrinterPaper, device.PrinterCover, device.PrinterJam, device.PrinterBusy, "",
		} {
			t.Run(fmt.Sprint(l, " ", reason), func(t *testing.T) {
				o, _, p := withPrinter(t, l)
				p.err = &device.PrintError{Reason: reason, Err: errors.New("raw words of a driver")}
				if reason == "" {
					p.err = errors.New("raw words of a driver")
				}
				onTerminal(t, o, 80, 21, func(c *terminal) {
					c.openProcedure()
					c.press("i")
					c.wait(3 * time.Second)
					c.hides("raw words")
					// How to scan is said whole or not at all.
					if has := strings.Contains; (has(c.text(), "Mở máy ảnh") && !has(c.text(), "bên cạnh")) || (has(c.text(), "Open your phone") && !has(c.text(), "at the code")) {
						t.Errorf("half a sentence:\n%s", c.text())
					}
					if l == text.VI {
						c.reads(procedureLink, color.Black, color.White)
					}
					said[squeezed(c.text())] = true
					p.mu.Lock()
					p.err = nil // somebody mended it
					p.mu.Unlock()
					c.press("i")
					c.wait(3 * time.Second)
					c.shows(map[text.Lang]string{text.VI: "In xong rồi", text.EN: "Printed."}[l])
				})
			})
		}
		if len(said) != 6 {
			t.Errorf("%s: %d sentences for six reasons", l, len(said))
		}
	}
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

// Who leaves takes the slip with them or leaves none: printing is given up, and
// what comes of it reaches nobody.
func TestASlipThatNobodyWaitsFor(t *testing.T) {
	o, _, p := withPrinter(t, text.VI)
	p.err = &device.PrintError{Reason: device.PrinterPaper}
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.openDossier()
		c.press("i", "esc")
		c.wait(5 * time.Second)
		c.hides("hết giấy")
		c.shows("THỨ TƯ 25/11/2026")
		p.mu.Lock()
		if p.left != 1 {
			t.Errorf("%d slips given up", p.left)
		}
		p.err = nil
		p.mu.Unlock()
		c.press("i")
		c.wait(3 * time.Second)
		c.shows("In xong rồi")
	})
}

// No name on a slip: not the applicant's, whose proof was given, in whatever
// words of the agency it stands, and none from a note.
func TestNoNameOnASlip(t *testing.T) {
	long(t)
	for _, status := range []client.Status{client.StatusSupplement, client.StatusPayment, client.StatusRefused, client.StatusProcessing, client.StatusFinished} {
		o, svc, p := withPrinter(t, text.VI)
		d := svc.dossiers[sampleCode]
		d.Status = status
		d.Reason = "Ông Nguyễn Văn A chưa ký tên"
		d.Private.Applicant = clean.MaskName("Nguyễn Văn A")
		d.Private.Note = "Gọi anh Trần Quốc Bảo, 0912345678"
		d.Private.Missing = []string{"Giấy khai sinh của NGUYỄN VĂN A", "Hợp đồng thuê nhà"}
		d.Private.Supplied = []string{"Đơn của Lê Thị Cúc"}
		d.Private.Results = []client.ResultPaper{{Name: "Sổ của Phạm Hồng Dung"}}
		svc.dossiers[sampleCode] = d
		onTerminal(t, o, 80, 40, func(c *terminal) {
			c.openDossier()
			c.press("m")
			c.typeText("1234")
			c.press("enter")
			c.wait(time.Second)
			c.shows("N••••• V•• A")
			c.press("i")
			c.wait(3 * time.Second)
		})
		slips := p.printed()
		if len(slips) != 1 {
			t.Fatalf("%s: %d slips", status, len(slips))
		}
		got := fmt.Sprintf("%+v", slips[0])
		for _, name := range []string{"Nguyễn", "NGUYỄN", "Văn", "N••", "Trần", "Quốc", "0912", "Cúc", "Phạm", "1234"} {
			if strings.Contains(got, name) {
				t.Errorf("%s: %q stands on the slip: %s", status, name, got)
			}
		}
		if status == client.StatusSupplement && !strings.Contains(got, "Hợp đồng thuê nhà") {
			t.Errorf("what is missing is missing: %s", got)
		}
	}
}

// written is what stands on a slip, line by line.
func written(s device.Slip) string {
	marks := map[device.SlipKind]string{device.SlipHeading: "# ", device.SlipItem: "• ", device.SlipSubitem: "  • "}
	lines := make([]string, len(s.Lines))
	for i, l := range s.Lines {
		lines[i] = marks[l.Kind] + l.Text
	}
	return strings.Join(lines, "\n")
}

// What stands on a slip, in reading order.
func TestSlips(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		o, svc, p := withPrinter(t, l)
		d := svc.dossiers[sampleCode]
		d.Status = client.StatusPayment
		svc.dossiers[sampleCode] = d
		onTerminal(t, o, 80, 24, func(c *terminal) {
			c.openDossier()
			c.press("i")
			c.wait(3 * time.Second)
		})
		onTerminal(t, o, 80, 24, func(c *terminal) {
			c.openProcedure()
			c.press("i")
			c.wait(3 * time.Second)
		})
		var b strings.Builder
		for _, s := range p.printed() {
			fmt.Fprintf(&b, "%s | %s\n%s | %s\n[%s] %s\n%s\n%s\n\n", s.Name, s.Office, s.Title, s.Code, s.Label, strings.Join(s.Big, ", "), written(s), s.Link)
			if after := s.Printed.Sub(sampleDay); after <= 0 || after > time.Minute {
				t.Errorf("printed at %s", s.Printed)
			}
		}
		t.Run(string(l), func(t *testing.T) { golden.RequireEqual(t, []byte(b.String())) })
	}
}

// A slip says what the screen says of the way there, and leaves out only the note:
// that nobody works on the day, that there is no date to come, how to see the papers
// that the note names.
func TestSlipsOfRareDossiers(t *testing.T) {
	slipOf := func(l text.Lang, change func(*client.Dossier)) (device.Slip, string) {
		o, svc, p := withPrinter(t, l)
		d := svc.dossiers[sampleCode]
		change(&d)
		svc.dossiers[sampleCode] = d
		onTerminal(t, o, 80, 24, func(c *terminal) {
			c.openDossier()
			c.press("i")
			c.wait(3 * time.Second)
		})
		s := p.printed()[0]
		return s, written(s)
	}
	for _, l := range []text.Lang{text.VI, text.EN} {
		w := text.For(l)
		_, lines := slipOf(l, func(d *client.Dossier) {
			d.Status, d.DueAt = client.StatusProcessing, time.Date(2026, 11, 29, 0, 0, 0, 0, workday.Zone)
		})
		if !strings.Contains(lines, w.Dossier.DayOff) {
			t.Errorf("due on a Sunday:\n%s", lines)
		}
		_, lines = slipOf(l, func(d *client.Dossier) {
			d.Status, d.Proof, d.Private = client.StatusSupplement, client.ProofGiven, &client.Private{Note: "Gọi 0912345678"}
		})
		if !strings.Contains(lines, w.Slip.Proving) || strings.Contains(lines, "0912345678") {
			t.Errorf("a note names the papers:\n%s", lines)
		}
		for status := client.StatusRegistered; status <= client.StatusReturned; status++ {
			s, _ := slipOf(l, func(d *client.Dossier) { d.Status, d.DueAt = status, time.Time{} })
			want := strings.ToUpper(w.Dossier.States[status].Heading)
			if status == client.StatusRegistered || status == client.StatusAccepted || status == client.StatusProcessing {
				want = w.Slip.NoDate // it may still get one
			}
			if !slices.Equal(s.Big, []string{want}) {
				t.Errorf("%s without a date: %q, want %q", status, s.Big, want)
			}
		}
	}
}

// heights are where a code grows out of the frame, and a lobby gets another row of
// buttons.
var heights = []int{21, 22, 24, 27, 28, 29, 30, 31, 36, 44}

// Wherever the screen has room for the code at all, a lobby shows it, and no
// height falls between frame and whole screen.
func TestTheCodeOfALobbyAtEveryHeight(t *testing.T) {
	long(t)
	for _, height := range heights {
		o, _, _ := withPrinter(t, text.VI)
		onTerminal(t, o, 80+height%3*20, height, func(c *terminal) {
			c.openProcedure()
			c.press("w")
			c.reads(procedureLink, color.Black, color.White)
			c.press("esc")
			c.shows("Đăng ký tạm trú")
		})
	}
}

// The same for a terminal of one's own.
func TestTheCodeAtEveryHeight(t *testing.T) {
	long(t)
	for _, height := range heights {
		o, _ := withPages(t)
		onTerminal(t, o, 80+height%3*20, height, func(c *terminal) {
			c.openProcedure()
			c.press("w")
			c.reads(procedureLink, color.Black, color.White)
		})
	}
}

// Paper has neither buttons nor keys: what to do with the digits is said as one does
// it back at the kiosk.
func TestASlipNamesNoButton(t *testing.T) {
	for l, want := range map[text.Lang]string{text.VI: "Ở máy tra cứu, nhập mã", text.EN: "At the kiosk, enter the code"} {
		o, svc, p := withPrinter(t, l)
		for _, status := range []client.Status{client.StatusPayment, client.StatusSupplement} {
			d := svc.dossiers[sampleCode]
			d.Status, d.Proof, d.Private = status, client.ProofNeeded, nil
			svc.dossiers[sampleCode] = d
			onTerminal(t, o, 80, 24, func(c *terminal) {
				c.openDossier()
				c.press("i")
				c.wait(3 * time.Second)
			})
		}
		for _, s := range p.printed() {
			lines := written(s)
			for _, elsewhere := range []string{"Chạm", "Bấm", "Touch", "Press"} {
				if strings.Contains(lines, elsewhere) {
					t.Errorf("%s: a slip says %q:\n%s", l, elsewhere, lines)
				}
			}
			if !strings.Contains(lines, want) {
				t.Errorf("%s: a slip does not say how to see the rest:\n%s", l, lines)
			}
		}
		if n := len(p.printed()); n != 2 {
			t.Errorf("%s: %d slips, want 2", l, n)
		}
	}
}
