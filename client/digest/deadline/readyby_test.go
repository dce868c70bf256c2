package deadline_test

import (
	"testing"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/digest/deadline"
)

// The wording of the civil status procedures on the national portal, shortened.
const stepOf15 = "(i) Trường hợp hồ sơ đầy đủ, hợp lệ thì tiếp nhận hồ sơ; nếu tiếp nhận hồ sơ sau 15 giờ thì có Phiếu hẹn, " +
	"trả kết quả cho người yêu cầu trong ngày làm việc tiếp theo (nếu người yêu cầu nộp hồ sơ trực tiếp)."

func TestProcedureReadyBy(t *testing.T) {
	working := func(n float64) client.TimeLimit {
		return client.TimeLimit{Quantity: n, Unit: client.UnitWorkingDay}
	}
	days := func(n float64) client.TimeLimit { return client.TimeLimit{Quantity: n, Unit: client.UnitDay} }
	words := func(n float64) client.TimeLimit { return client.TimeLimit{Quantity: n, Unit: client.UnitOther} }
	direct := func(l client.TimeLimit, description string) client.Method {
		return client.Method{Channel: client.ChannelDirect, Limit: l, Description: description}
	}
	online := func(l client.TimeLimit) client.Method {
		return client.Method{Channel: client.ChannelOnline, Limit: l}
	}
	postal := func(l client.TimeLimit) client.Method {
		return client.Method{Channel: client.ChannelPostal, Limit: l}
	}
	steps := []client.ProcedureStep{{Name: "Nộp hồ sơ"}, {Text: stepOf15}}

	for _, tt := range []struct {
		name     string
		p        client.Procedure
		handedIn string // "" is Tuesday 24 November 2026 at 8:00
		want     string // "" for no promise
		rule     string
	}{
		{"the counter", client.Procedure{Methods: []client.Method{direct(working(3), "")}}, "", "2026-11-27", deadline.RuleLimit},
		{"the counter before the other channels", client.Procedure{Methods: []client.Method{online(working(2)), postal(working(9)), direct(working(3), "")}},
			"", "2026-11-27", deadline.RuleLimit},
		{"online only", client.Procedure{Methods: []client.Method{online(working(2))}}, "", "2026-11-26", deadline.RuleLimit},
		{"by post nobody knows when it arrives", client.Procedure{Methods: []client.Method{postal(working(2))}}, "", "", ""},
		{"no channel", client.Procedure{}, "", "", ""},
		{"the counter without a limit", client.Procedure{Methods: []client.Method{direct(client.TimeLimit{}, ""), online(working(2))}}, "", "", ""},
		{"one of two counters without a limit", client.Procedure{Methods: []client.Method{direct(client.TimeLimit{}, ""), direct(working(2), "")}}, "", "", ""},
		{"two counters: the longer", client.Procedure{Methods: []client.Method{direct(working(2), ""), direct(working(5), ""), direct(working(3), "")}},
			"", "2026-12-01", deadline.RuleLimit},

		{"the description agrees", client.Procedure{Methods: []client.Method{direct(working(5), "Không quá 05 ngày làm việc kể từ ngày nhận đủ hồ sơ.")}},
			"", "2026-12-01", deadline.RuleLimit},
		{"days in the field, working days in the words: nothing is promised", client.Procedure{Methods: []client.Method{direct(days(20), "tối đa không quá 20 ngày làm việc")}},
			"", "", ""},
		{"the words allow more", client.Procedure{Methods: []client.Method{direct(working(5), "Trong thời hạn 30 ngày; phải xác minh thì trong thời hạn 60 ngày")}}, "", "", ""},
		{"the words name a step that is shorter", client.Procedure{Methods: []client.Method{direct(working(5), "báo cho người nộp trong 02 ngày làm việc")}},
			"", "2026-12-01", deadline.RuleLimit},
		{"numbers of another meaning", client.Procedure{Methods: []client.Method{direct(working(5), "Lệ phí theo Thông tư số 75/2022/TT-BTC ngày 22/12/2022; nhận đến 17 giờ")}},
			"", "2026-12-01", deadline.RuleLimit},

		{"a case that takes longer", client.Procedure{Methods: []client.Method{direct(working(3), "")},
			CaseLimits: []client.CaseLimit{{Limit: working(3)}, {Limit: working(5)}}}, "", "2026-12-01", deadline.RuleCase},
		{"a case that is shorter", client.Procedure{Methods: []client.Method{direct(working(3), "")},
			CaseLimits: []client.CaseLimit{{Limit: working(1)}}}, "", "2026-11-27", deadline.RuleLimit},
		{"a case without a limit", client.Procedure{Methods: []client.Method{direct(working(3), "")},
			CaseLimits: []client.CaseLimit{{}}}, "", "2026-11-27", deadline.RuleLimit},
		{"a case in words that cannot be read", client.Procedure{Methods: []client.Method{direct(working(3), "")},
			CaseLimits: []client.CaseLimit{{Limit: words(7)}}}, "", "", ""},
		{"only the cases have numbers", client.Procedure{Methods: []client.Method{direct(words(5), "")},
			CaseLimits: []client.CaseLimit{{Limit: working(5)}}}, "", "2026-12-01", deadline.RuleCase},
		{"the cases have fewer than the channel", client.Procedure{Methods: []client.Method{direct(words(5), "")},
			CaseLimits: []client.CaseLimit{{Limit: working(3)}}}, "", "", ""},

		{"birth registration before 15:00", client.Procedure{Methods: []client.Method{direct(words(1), "")}, Steps: steps,
			CaseLimits: []client.CaseLimit{{Limit: working(1)}, {Limit: working(1)}}}, "2026-11-24 14:00", "2026-11-24", deadline.RuleCutoff15},
		{"birth registration after 15:00", client.Procedure{Methods: []client.Method{direct(words(0), "")}, Steps: steps},
			"2026-11-24 15:01", "2026-11-25", deadline.RuleCutoff15},
		{"birth registration on a Friday after 15:00", client.Procedure{Methods: []client.Method{direct(words(1), "")}, Steps: steps},
			"2026-11-27 15:01", "2026-11-30", deadline.RuleCutoff15},
		{"birth registration on the eve of Tết", client.Procedure{Methods: []client.Method{direct(words(1), "")}, Steps: steps},
			"2026-02-13 15:01", "2026-02-23", deadline.RuleCutoff15},
		{"the rule without any limit", client.Procedure{Methods: []client.Method{direct(client.TimeLimit{}, "")}, Steps: steps},
			"", "2026-11-24", deadline.RuleCutoff15},
		{"the rule in the description", client.Procedure{Methods: []client.Method{direct(words(1), "Trong ngày; sau 15 giờ thì ngày làm việc tiếp theo")}},
			"", "2026-11-24", deadline.RuleCutoff15},
		{"the rule beside a number of days", client.Procedure{Methods: []client.Method{direct(working(3), "")}, Steps: steps},
			"", "2026-11-27", deadline.RuleLimit},
		{"the rule for a part of it only", client.Procedure{Methods: []client.Method{direct(words(1), "")}, Steps: []client.ProcedureStep{{
			Text: "có Phiếu hẹn, trả kết quả cho người yêu cầu thay đổi, cải chính (nếu tiếp nhận hồ sơ bổ sung thông tin hộ tịch sau 15 giờ) (nếu nộp trực tiếp)"}}},
			"", "", ""},
		{"three days in words, no rule", client.Procedure{Methods: []client.Method{direct(words(3), "")}}, "", "", ""},
		{"the rule, but a case takes three days", client.Procedure{Methods: []client.Method{direct(words(1), "")}, Steps: steps,
			CaseLimits: []client.CaseLimit{{Limit: working(3)}}}, "", "2026-11-27", deadline.RuleCase},
	} {
		t.Run(tt.name, func(t *testing.T) {
			handedIn := "2026-11-24 08:00"
			if tt.handedIn != "" {
				handedIn = tt.handedIn
			}
			by, rule, ok := deadline.ReadyBy(tt.p, clienttest.At(t, handedIn), clienttest.Calendar(t))
			if ok != (tt.want != "") || rule != tt.rule {
				t.Fatalf("%v, rule %q, %v", by, rule, ok)
			}
			if ok && !by.Equal(clienttest.At(t, tt.want)) {
				t.Errorf("%s, want %s", by.Format("2006-01-02 15:04"), tt.want)
			}
			if _, _, ok := deadline.ReadyBy(tt.p, clienttest.At(t, handedIn), nil); ok {
				t.Error("a promise without a calendar")
			}
		})
	}
}
