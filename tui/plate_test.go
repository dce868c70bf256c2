package tui_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/dossiers"
)

// Where to hand in, to pay or to collect stands whole on the first screen below the headline, on the
// smallest terminal and in a lobby, however long the procedure's name and the list of papers.
func TestWhereToGoIsNeverCut(t *testing.T) {
	long(t)
	const desk = "Quầy 12, Trung tâm Phục vụ hành chính công phường Phan Đình Phùng, tỉnh Thái Nguyên"
	private := &client.Private{}
	for i := range 9 {
		private.Missing = append(private.Missing, fmt.Sprintf("Giấy tờ thứ %d chứng minh chỗ ở hợp pháp của người yêu cầu", i+1))
	}
	owing := &client.Private{Fees: []client.DossierFee{{Name: "Lệ phí", Amount: 1_250_000, Known: true}}}
	for _, l := range []text.Lang{text.VI, text.EN} {
		for _, status := range []client.Status{client.StatusSupplement, client.StatusPayment, client.StatusFinished} {
			for _, proof := range []bool{false, true} {
				for _, in := range []struct {
					width, height int
					lobby         bool
				}{{60, 18, false}, {80, 21, false}, {80, 21, true}} {
					o, svc := options(t)
					if in.lobby {
						o, svc = lobbyOptions(t, l)
					}
					o.Lang = l
					d := svc.dossiers[sampleCode]
					d.Status, d.Desk, d.ProcedureCode, d.Private = status, desk, "3.000333", private
					if status == client.StatusPayment {
						d.Private = owing
					}
					d.ProcedureName = "Cấp Phiếu Lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam, người Việt Nam đang cư trú ở nước ngoài"
					svc.dossiers[sampleCode] = d
					onTerminal(t, o, in.width, in.height, func(c *terminal) {
						toDossier(c)
						if proof {
							c.press("m")
							c.typeText("1234")
							c.press("enter")
							c.wait(time.Second)
						}
						screen := c.text()
						rows := lines(screen)
						for i, row := range rows {
							if letters := []rune(row); in.lobby && len(letters) > 68 { // the scroll keys
								rows[i] = string(letters[:68])
							}
						}
						shown := strings.Join(strings.Fields(strings.Join(rows, " ")), " ")
						want := desk
						if proof && status == client.StatusSupplement {
							want += ": ☐ " + private.Missing[0]
						}
						if !strings.Contains(shown, want) {
							t.Errorf("%s, %s, proof %t, %+v:\n%s", l, status, proof, in, screen)
						}
					})
				}
			}
		}
	}
}

// From 120 columns the stages of a dossier stand on one line, and none of their names is cut. A
// narrow terminal does without.
func TestStagesAtAGlance(t *testing.T) {
	long(t)
	for _, l := range []text.Lang{text.VI, text.EN} {
		names := text.For(l).Dossier.Stages
		for status := client.StatusRegistered; status <= client.StatusReturned; status++ {
			for _, width := range []int{80, 120, 200} {
				o, svc := options(t)
				o.Lang = l
				d := svc.dossiers[sampleCode]
				d.Status = status
				svc.dossiers[sampleCode] = d
				onTerminal(t, o, width, 40, func(c *terminal) {
					toDossier(c)
					var bar string
					for _, row := range lines(c.text()) {
						if strings.Contains(row, "━") {
							bar = row
						}
					}
					if (bar != "") != (width >= 120 && status != client.StatusRegistered) {
						t.Errorf("%s, %s, %d columns: the bar %q", l, status, width, bar)
					}
					if bar == "" {
						return
					}
					for _, s := range dossiers.Stages(d, view.Env{Texts: text.For(l), Now: sampleDay}) {
						if !strings.Contains(bar, string(s.Sign)+" "+s.Name.String()) {
							t.Errorf("%s, %s: no %q in %q", l, status, s.Name, bar)
						}
					}
					if !strings.Contains(bar, names[status]) {
						t.Errorf("%s: the bar %q does not say where it stands", status, bar)
					}
				})
			}
		}
	}
}

// The number on a plate in block digits is the whole number: English writes 1,250,000, and there is
// no block comma.
func TestAPlateShowsNoHalfNumber(t *testing.T) {
	for l, want := range map[text.Lang]bool{text.VI: true, text.EN: false} {
		o, svc := lobbyOptions(t, l)
		d := svc.dossiers[sampleCode]
		d.Status, d.Private = client.StatusPayment, &client.Private{Fees: []client.DossierFee{{Name: "Lệ phí", Amount: 200_000, Known: true}}}
		svc.dossiers[sampleCode] = d
		onTerminal(t, o, 120, 40, func(c *terminal) {
			toDossier(c)
			c.press("m")
			c.typeText("1234")
			c.press("enter")
			c.wait(time.Second)
			c.shows(map[text.Lang]string{text.VI: "! CẦN NỘP 200.000 ĐỒNG", text.EN: "! YOU HAVE TO PAY 200,000 VND"}[l])
			if got := strings.Contains(c.text(), "▄▄▄▄█ █   █ █   █   █   █"); got != want && strings.Contains(c.text(), "█   █ █   █") != want {
				t.Errorf("%s: block digits %t, want %t:\n%s", l, got, want, c.text())
			}
		})
	}
}
