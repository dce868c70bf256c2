package themes

// contrast is for low vision: only black, white and yellow.
var contrast = Theme{
	ID: "contrast", Dark: true, nameVI: "Tương phản cao", nameEN: "High contrast",
	tokens: contrastTokens(),
}

func contrastTokens() Tokens[ink] {
	var (
		black  = shade{"#000000", 16, 0}
		white  = shade{"#FFFFFF", 231, 15}
		yellow = shade{"#FFFF00", 226, 11}

		paper = shade{"#FFFFFF", 231, 7} // as a background
		sun   = shade{"#FFFF00", 226, 7} // as a background
	)
	return Tokens[ink]{
		Base:    on(black, white),
		Title:   on(black, yellow, bold),
		Heading: on(black, yellow, bold),
		Strong:  on(black, white, bold, underline),
		Quiet:   on(black, white),
		Date:    on(sun, black, boldRich),

		Good: on(black, white, bold),
		Warn: on(black, yellow, bold),
		Bad:  on(paper, black, boldRich),
		Info: on(black, white, bold),

		Link:  on(black, white, underline),
		Error: on(black, yellow, bold, underline),
		Rule:  on(black, white),

		Card:            on(black, white),
		CardFocus:       on(black, yellow, bold),
		CardKey:         on(sun, black, boldRich),
		CardBorder:      on(black, white),
		CardBorderFocus: on(black, yellow, bold),

		Field:            on(black, white),
		FieldFocus:       on(black, yellow, bold),
		FieldBorder:      on(black, white),
		FieldBorderFocus: on(black, yellow, bold),
		Placeholder:      on(black, white),
		Cursor:           on(sun, black),

		Marker:   on(black, yellow, bold),
		Selected: on(black, yellow, bold),
		Match:    on(black, yellow, bold, underline),

		Header:      on(black, yellow, bold),
		HeaderPlace: on(black, white),
		Footer:      on(black, white),
		Key:         on(black, yellow, bold),
		KeyText:     on(black, white),
		Sample:      on(paper, black, boldRich),

		Button:          on(black, white, bold),
		ButtonEdge:      on(black, white),
		ButtonFocus:     on(sun, black, boldRich),
		ButtonFocusEdge: on(sun, black, boldRich),
		ButtonMain:      on(paper, black, boldRich),
		ButtonMainEdge:  on(paper, black),

		Weft: on(black, yellow),
		Warp: on(black, white),
		Knot: on(black, yellow),

		Progress:     on(black, yellow),
		ProgressRest: on(black, white),
	}
}
