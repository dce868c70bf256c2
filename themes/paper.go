package themes

// paper is a light theme for people who find white too bright: a cream background, brown
// text, and a seal's red that is only used for failures. At 16 colours it equals light.
var paper = Theme{ID: "paper", Dark: false, nameVI: "Giấy", nameEN: "Paper", tokens: paperTokens()}

func paperTokens() Tokens[ink] {
	var (
		ground = shade{"#F7F0E1", 230, 7}
		bar    = shade{"#EADFC8", 230, 7}
		band   = shade{"#4A2C17", 52, 4}
		well   = shade{"#EFE6D2", 230, 7}

		text  = shade{"#2B2118", 234, 0}
		black = shade{"#17100A", 16, 0}
		soft  = shade{"#4F4234", 239, 0}
		brown = shade{"#6B3A12", 52, 0}
		cream = shade{"#FFF9EC", 230, 15}
		clay  = shade{"#8A7760", 243, 0}
		wine  = shade{"#7A1414", 88, 0}

		goodFG, goodBG = shade{"#2F5A1E", 22, 0}, shade{"#F7F0E1", 230, 2}
		warnFG, warnBG = shade{"#7A4700", 94, 11}, shade{"#F7F0E1", 230, 0}
		badFG, badBG   = shade{"#A01818", 124, 15}, shade{"#F7F0E1", 230, 1}
		infoFG, infoBG = shade{"#1F4E79", 24, 15}, shade{"#F7F0E1", 230, 4}

		straw = shade{"#E8C468", 221, 6} // the sample badge
	)
	return Tokens[ink]{
		Base:    on(ground, text),
		Title:   on(ground, black, boldRich, underline16),
		Heading: on(ground, brown, boldRich, underline16),
		Strong:  on(ground, black, boldRich, underline16),
		Quiet:   on(ground, soft),
		Date:    on(band, cream, bold),

		Good: on(goodBG, goodFG, boldRich),
		Warn: on(warnBG, warnFG, bold),
		Bad:  on(badBG, badFG, bold),
		Info: on(infoBG, infoFG, bold),

		Link:  on(ground, brown, underline),
		Error: on(ground, wine, boldRich, underline16),
		Rule:  on(ground, clay),

		Card:            on(ground, text),
		CardFocus:       on(ground, black, boldRich),
		CardKey:         on(band, cream, bold),
		CardBorder:      on(ground, clay),
		CardBorderFocus: on(ground, brown, boldRich),

		Field:            on(well, text),
		FieldFocus:       on(well, black, boldRich),
		FieldBorder:      on(ground, clay),
		FieldBorderFocus: on(ground, brown, boldRich),
		Placeholder:      on(well, soft),
		Cursor:           on(band, cream),

		Marker:   on(ground, brown, boldRich),
		Selected: on(ground, black, boldRich),
		Match:    on(ground, brown, boldRich, underline),

		Header:      on(band, cream, bold),
		HeaderPlace: on(band, cream),
		Footer:      on(bar, soft),
		Key:         on(bar, black, boldRich, underline16),
		KeyText:     on(bar, soft),
		Sample:      on(straw, black, boldRich),

		Button:          on(shade{"#E6D8BC", 187, 4}, shade{"#17100A", 16, 15}, bold),
		ButtonEdge:      on(shade{"#E6D8BC", 187, 4}, shade{"#4B3C2A", 237, 15}),
		ButtonFocus:     on(shade{"#F2C94C", 221, 0}, shade{"#17100A", 16, 11}, bold),
		ButtonFocusEdge: on(shade{"#F2C94C", 221, 0}, shade{"#17100A", 16, 11}, bold),
		ButtonMain:      on(shade{"#4A2C17", 52, 0}, cream, bold),
		ButtonMainEdge:  on(shade{"#4A2C17", 52, 0}, cream),

		Weft: on(ground, shade{"#A01818", 124, 1}),
		Warp: on(ground, shade{"#4A2C17", 52, 0}),
		Knot: on(ground, shade{"#7A4700", 94, 4}),

		Progress:     on(ground, brown),
		ProgressRest: on(ground, clay),
	}
}
