package code

// Case is the number of the case, "01", or empty.
func (c Procedure) Case() string { return c.cas }
