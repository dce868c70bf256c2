package parts

// A very large screen has more columns than a line of text can use: the eye loses the next line.
const (
	// Readable is the most columns of a line of text.
	Readable = 100
	// Wide is the width of a page from which its parts stand beside one another: two thirds of a
	// page are a column of text, the rest another.
	Wide = 120
)
