package themes

// dark is the everyday theme: a dark blue background, almost white text, gold for what has
// the focus.
var dark = Theme{ID: "dark", Dark: true, nameVI: "Tối", nameEN: "Dark", tokens: darkTokens()}

func darkTokens() Tokens[ink] {
	var (
		ground = shade{"#0E1621", 233, 0}
		bar    = shade{"#16283B", 235, 0}
		well   = shade{"#1B2B3D", 236, 0} // the inside of a field
		plate  = shade{"#1D4E89", 24, 4}
		gold   = shade{"#FFC857", 221, 7} // as a background
		night  = shade{"#0E1621", 233, 0} // as text on a light background

		white  = shade{"#FFFFFF", 231, 15}
		text   = shade{"#E6EDF3", 255, 7}
		soft   = shade{"#B4C2D1", 251, 7}
		sky    = shade{"#8FC7FF", 117, 14}
		amber  = shade{"#FFC857", 221, 11}
		green  = shade{"#7EE2A0", 114, 10}
		coral  = shade{"#FF8A80", 210, 9}
		blush  = shade{"#FFB4AB", 217, 15}
		slate  = shade{"#6F8AA6", 245, 7}
		teal   = shade{"#5EC4C4", 80, 6} // the sample badge
		dusk   = shade{"#5F7891", 243, 7}
		accent = amber
	)
	return Tokens[ink]{
		Base:    on(ground, text),
		Title:   on(ground, white, bold),
		Heading: on(ground, sky, bold),
		Strong:  on(ground, white, bold),
		Quiet:   on(ground, soft),
		Date:    on(plate, white, bold),

		Good: on(ground, green, bold),
		Warn: on(ground, amber, bold),
		Bad:  on(ground, coral, bold),
		Info: on(ground, sky, bold),

		Link:  on(ground, sky, underline),
		Error: on(ground, blush, bold),
		Rule:  on(ground, dusk),

		Card:            on(ground, text),
		CardFocus:       on(ground, white, bold),
		CardKey:         on(gold, night, boldRich),
		CardBorder:      on(ground, slate),
		CardBorderFocus: on(ground, accent, bold),

		Field:            on(well, text),
		FieldFocus:       on(well, white, bold),
		FieldBorder:      on(ground, slate),
		FieldBorderFocus: on(ground, accent, bold),
		Placeholder:      on(well, soft),
		Cursor:           on(gold, night),

		Marker:   on(ground, accent, bold),
		Selected: on(ground, white, bold),
		Match:    on(ground, amber, bold, underline),

		Header:      on(bar, white, bold),
		HeaderPlace: on(bar, soft),
		Footer:      on(bar, soft),
		Key:         on(bar, white, bold),
		KeyText:     on(bar, soft),
		Sample:      on(teal, night, boldRich),

		Button:          on(shade{"#20374F", 237, 4}, white, bold),
		ButtonEdge:      on(shade{"#20374F", 237, 4}, shade{"#B8C9DB", 252, 15}),
		ButtonFocus:     on(gold, night, boldRich),
		ButtonFocusEdge: on(gold, night, boldRich),
		ButtonMain:      on(shade{"#8FC7FF", 117, 6}, night, boldRich),
		ButtonMainEdge:  on(shade{"#8FC7FF", 117, 6}, night),

		Weft: on(ground, amber),
		Warp: on(ground, sky),
		Knot: on(ground, white),

		Progress:     on(ground, sky),
		ProgressRest: on(ground, dusk),
	}
}
