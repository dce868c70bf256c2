package national

import (
	"strconv"
	"strings"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/rest"
)

type methodBody struct {
	Channel     rest.Raw           `json:"submissionMethod"`
	Quantity    rest.Number        `json:"processingTime"`
	Unit        rest.Raw           `json:"processingTimeUnit"`
	Description rest.Text          `json:"description"`
	Fees        rest.List[feeBody] `json:"fees"`
}

func (b methodBody) method() client.Method {
	m := client.Method{
		Channel:     channel(string(b.Channel)),
		Description: said(b.Description),
	}
	m.Limit = timeLimit(b.Quantity, string(b.Unit), m.Description)
	m.Fees = fees(b.Fees)
	return m
}

func channel(s string) client.Channel {
	switch strings.ToUpper(strings.TrimSpace(s)) {
	case "DIRECT":
		return client.ChannelDirect
	case "ONLINE":
		return client.ChannelOnline
	case "POSTAL":
		return client.ChannelPostal
	}
	return client.ChannelOther
}

var timeUnits = map[string]client.TimeUnit{
	"WORKING_DAY": client.UnitWorkingDay, "DAY": client.UnitDay,
	"WORKING_HOUR": client.UnitWorkingHour, "HOUR": client.UnitHour,
}

// timeLimit reads a quantity with its unit. With OTHER the number is at most a hint (the
// portal sends 1 for "in the day, after 15:00 the next working day", and 5 where days
// are meant but not said): the limit is stated only in the words of the method or of the
// steps, so no promise is made from the number.
func timeLimit(n rest.Number, unit, words string) client.TimeLimit {
	unit = strings.ToUpper(strings.TrimSpace(unit))
	known, ok := timeUnits[unit]
	switch {
	case ok && n.OK && n.Value > 0:
		return client.TimeLimit{Quantity: n.Value, Unit: known}
	case unit == "OTHER":
		l := client.TimeLimit{Unit: client.UnitOther, Text: words}
		if n.OK && n.Value > 0 {
			l.Quantity = n.Value
		}
		return l
	case !ok && unit != "" && n.OK && n.Value > 0:
		// A unit that the portal has added since: show it as it is.
		return client.TimeLimit{Unit: client.UnitOther, Text: strconv.FormatFloat(n.Value, 'f', -1, 64) + " " + clean.Line(unit)}
	}
	return client.TimeLimit{}
}
