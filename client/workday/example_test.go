package workday_test

import (
	"fmt"
	"time"

	"motcua/client/workday"
)

// A receipt of Friday says five working days, and Wednesday is the National Day.
func ExampleCalendar_AddWorkingDays() {
	calendar, err := workday.NewCalendar(map[int][]string{2026: {"2026-09-02"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	friday := time.Date(2026, time.August, 28, 9, 30, 0, 0, workday.Zone)
	due := calendar.AddWorkingDays(friday, 5)
	fmt.Println(due.Format("Monday 02/01/2006"))
	fmt.Println(calendar.WorkingDaysBetween(friday, due))
	// Output:
	// Monday 07/09/2026
	// 5
}
