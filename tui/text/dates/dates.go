// Package dates contains the words for days, times, numbers and money, and formats them.
package dates

// Dates contains the words of one language.
type Dates struct {
	Weekdays     [7]string  // as in a sentence, Sunday first
	WeekdayHeads [7]string  // as a heading, in capitals
	DayNumber    string     // the day of the month
	Months       [12]string // as in a date of a sentence
	MonthsShort  [12]string // as in a timeline

	Today, Tomorrow, Yesterday string

	AtToday     string // clock
	AtTomorrow  string // clock
	AtYesterday string // clock
	AtDay       string // clock, day
	OnDay       string // day
	BeforeHour  string // full hour
	BeforeClock string // clock

	Thousands string // separator of thousands
	Decimal   string // decimal mark
	Dong      string // amount in đồng
	Foreign   string // amount, currency

	WorkingDay, WorkingDaysMany   string // count
	DayOne, DaysMany              string // count
	WorkingHour, WorkingHoursMany string // count
	HourOne, HoursMany            string // count
	MinuteOne, MinutesMany        string // count
	SecondOne, SecondsMany        string // count
	MissingPaper, MissingMany     string // count of papers that are still missing
	And                           string // between the last two of a list
}

// VI are these words in Vietnamese. The Decree on records,
// 30/2020/NĐ-CP, Annex I, asks for a 0 before a day below 10 and before the months 1 and 2.
var VI = Dates{
	Weekdays:     [7]string{"Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"},
	WeekdayHeads: [7]string{"CHỦ NHẬT", "THỨ HAI", "THỨ BA", "THỨ TƯ", "THỨ NĂM", "THỨ SÁU", "THỨ BẢY"},
	DayNumber:    "%02d",
	Months:       [12]string{"/01", "/02", "/3", "/4", "/5", "/6", "/7", "/8", "/9", "/10", "/11", "/12"},
	MonthsShort:  [12]string{"/01", "/02", "/3", "/4", "/5", "/6", "/7", "/8", "/9", "/10", "/11", "/12"},

	Today: "hôm nay", Tomorrow: "ngày mai", Yesterday: "hôm qua",

	AtToday:     "lúc %s hôm nay",
	AtTomorrow:  "lúc %s ngày mai",
	AtYesterday: "lúc %s hôm qua",
	AtDay:       "lúc %s ngày %s",
	OnDay:       "ngày %s",
	BeforeHour:  "trước %d giờ",
	BeforeClock: "trước %s",

	Thousands: ".",
	Decimal:   ",",
	Dong:      "%s đồng",
	Foreign:   "%s %s",

	WorkingDay: "%s ngày làm việc", WorkingDaysMany: "%s ngày làm việc",
	DayOne: "%s ngày", DaysMany: "%s ngày",
	WorkingHour: "%s giờ làm việc", WorkingHoursMany: "%s giờ làm việc",
	HourOne: "%s giờ", HoursMany: "%s giờ",
	MinuteOne: "%s phút", MinutesMany: "%s phút",
	SecondOne: "%s giây", SecondsMany: "%s giây",
	MissingPaper: "Cần bổ sung %s giấy tờ", MissingMany: "Cần bổ sung %s giấy tờ",
	And: " và ",
}

// EN are these words in English.
var EN = Dates{
	Weekdays:     [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
	WeekdayHeads: [7]string{"SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"},
	DayNumber:    "%d",
	Months: [12]string{" January", " February", " March", " April", " May", " June", " July",
		" August", " September", " October", " November", " December"},
	MonthsShort: [12]string{" Jan", " Feb", " Mar", " Apr", " May", " Jun", " Jul", " Aug", " Sep", " Oct", " Nov", " Dec"},

	Today: "today", Tomorrow: "tomorrow", Yesterday: "yesterday",

	AtToday:     "at %s today",
	AtTomorrow:  "at %s tomorrow",
	AtYesterday: "at %s yesterday",
	AtDay:       "at %s on %s",
	OnDay:       "on %s",
	BeforeHour:  "before %d:00",
	BeforeClock: "before %s",

	Thousands: ",",
	Decimal:   ".",
	Dong:      "%s VND",
	Foreign:   "%s %s",

	WorkingDay: "%s working day", WorkingDaysMany: "%s working days",
	DayOne: "%s day", DaysMany: "%s days",
	WorkingHour: "%s working hour", WorkingHoursMany: "%s working hours",
	HourOne: "%s hour", HoursMany: "%s hours",
	MinuteOne: "%s minute", MinutesMany: "%s minutes",
	SecondOne: "%s second", SecondsMany: "%s seconds",
	MissingPaper: "%s more paper needed", MissingMany: "%s more papers needed",
	And: " and ",
}
