package doctor

// The size that the screens of a kiosk are drawn for: large letters on a 24-inch
// display leave 86 by 21 to 24 cells.
const (
	KioskColumns = 80
	KioskRows    = 21
)
