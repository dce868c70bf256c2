package themes

// light is for bright rooms and for terminals with a light background: dark text on white,
// the blue of an office sign.
//
// At 16 colours few foregrounds are readable on a light background (of the eight dark ones
// only black and blue), so signs become chips there.
var light = Theme{ID: "light", Dark: false, nameVI: "Sáng", nameEN: "Light", tokens: lightTokens()}

func lightTokens() Tokens[ink] {
	var (
		ground = shade{"#FAFBFC", 231, 7}
		bar    = shade{"#E4EAF0", 254, 7}
		band   = shade{"#0B3D6B", 24, 4}
		well   = shade{"#EDF2F7", 255, 7}

		text  = shade{"#1B2430", 234, 0}
		black = shade{"#000000", 16, 0}
		soft  = shade{"#3D4957", 238, 0}
		blue  = shade{"#0B4F8A", 24, 0}
		white = shade{"#FFFFFF", 231, 15}
		mist  = shade{"#D8E6F3", 231, 15}
		slate = shade{"#6B7A8A", 243, 0}
		wine  = shade{"#8F0F18", 88, 0}

		// Signs: coloured text in true colour and at 256 colours, chips at 16.
		goodFG, goodBG = shade{"#0B6B35", 22, 0}, shade{"#FAFBFC", 231, 2}
		warnFG, warnBG = shade{"#8A4B00", 94, 11}, shade{"#FAFBFC", 231, 0}
		badFG, badBG   = shade{"#B3141E", 124, 15}, shade{"#FAFBFC", 231, 1}
		infoFG, infoBG = shade{"#0B4F8A", 25, 15}, shade{"#FAFBFC", 231, 4}

		sun = shade{"#FFD166", 221, 6} // the sample badge
	)
	return Tokens[ink]{
		Base:    on(ground, text),
		Title:   on(ground, black, boldRich, underline16),
		Heading: on(ground, blue, boldRich, underline16),
		Strong:  on(ground, black, boldRich, underline16),
		Quiet:   on(ground, soft),
		Date:    on(band, white, bold),

		Good: on(goodBG, goodFG, boldRich),
		Warn: on(warnBG, warnFG, bold),
		Bad:  on(badBG, badFG, bold),
		Info: on(infoBG, infoFG, bold),

		Link:  on(ground, blue, underline),
		Error: on(ground, wine, boldRich, underline16),
		Rule:  on(ground, slate),

		Card:            on(ground, text),
		CardFocus:       on(ground, black, boldRich),
		CardKey:         on(band, white, bold),
		CardBorder:      on(ground, slate),
		CardBorderFocus: on(ground, blue, boldRich),

		Field:            on(well, text),
		FieldFocus:       on(well, black, boldRich),
		FieldBorder:      on(ground, slate),
		FieldBorderFocus: on(ground, blue, boldRich),
		Placeholder:      on(well, soft),
		Cursor:           on(band, white),

		Marker:   on(ground, blue, boldRich),
		Selected: on(ground, black, boldRich),
		Match:    on(ground, blue, boldRich, underline),

		Header:      on(band, white, bold),
		HeaderPlace: on(band, mist),
		Footer:      on(bar, soft),
		Key:         on(bar, black, boldRich, underline16),
		KeyText:     on(bar, soft),
		Sample:      on(sun, black, boldRich),

		Button:          on(shade{"#DCE6F0", 254, 4}, shade{"#000000", 16, 15}, bold),
		ButtonEdge:      on(shade{"#DCE6F0", 254, 4}, shade{"#36475A", 238, 15}),
		ButtonFocus:     on(shade{"#FFD166", 221, 0}, shade{"#000000", 16, 11}, bold),
		ButtonFocusEdge: on(shade{"#FFD166", 221, 0}, shade{"#000000", 16, 11}, bold),
		ButtonMain:      on(shade{"#0B3D6B", 24, 0}, white, bold),
		ButtonMainEdge:  on(shade{"#0B3D6B", 24, 0}, mist),

		Weft: on(ground, shade{"#B3141E", 124, 1}),
		Warp: on(ground, shade{"#0B3D6B", 24, 4}),
		Knot: on(ground, shade{"#8A5A00", 94, 0}),

		Progress:     on(ground, blue),
		ProgressRest: on(ground, slate),
	}
}
