package themes

// colourBlind keeps good, warning and bad apart for people who cannot tell red from green.
// Its colours come from the palette of Okabe and Ito ("Color Universal Design", 2002,
// https://jfly.uni-koeln.de/color/): sky blue, yellow and vermilion, which differ in
// lightness as well as in hue.
var colourBlind = Theme{
	ID: "colourblind", Dark: true, nameVI: "Dễ phân biệt màu", nameEN: "Colour-blind safe",
	tokens: colourBlindTokens(),
}

func colourBlindTokens() Tokens[ink] {
	var (
		ground = shade{"#0B0F14", 233, 0}
		bar    = shade{"#1A222B", 235, 0}
		well   = shade{"#202A35", 236, 0}
		plate  = shade{"#004B78", 24, 4}
		orange = shade{"#E69F00", 214, 7} // as a background
		night  = shade{"#000000", 16, 0}

		white  = shade{"#FFFFFF", 231, 15}
		text   = shade{"#EBEFF2", 255, 7}
		soft   = shade{"#BAC4CE", 251, 7}
		sky    = shade{"#56B4E9", 74, 14}
		yellow = shade{"#F0E442", 227, 11}
		vermil = shade{"#E0661A", 202, 9}
		amber  = shade{"#E69F00", 214, 11}
		slate  = shade{"#7C8A98", 245, 7}
		teal   = shade{"#56B4E9", 74, 6} // the sample badge
	)
	return Tokens[ink]{
		Base:    on(ground, text),
		Title:   on(ground, white, bold),
		Heading: on(ground, amber, bold),
		Strong:  on(ground, white, bold),
		Quiet:   on(ground, soft),
		Date:    on(plate, white, bold),

		Good: on(ground, sky, bold),
		Warn: on(ground, yellow, bold),
		Bad:  on(ground, vermil, bold),
		Info: on(ground, white, bold),

		Link:  on(ground, white, underline),
		Error: on(ground, yellow, bold, underline),
		Rule:  on(ground, slate),

		Card:            on(ground, text),
		CardFocus:       on(ground, white, bold),
		CardKey:         on(orange, night, boldRich),
		CardBorder:      on(ground, slate),
		CardBorderFocus: on(ground, amber, bold),

		Field:            on(well, text),
		FieldFocus:       on(well, white, bold),
		FieldBorder:      on(ground, slate),
		FieldBorderFocus: on(ground, amber, bold),
		Placeholder:      on(well, soft),
		Cursor:           on(orange, night),

		Marker:   on(ground, amber, bold),
		Selected: on(ground, white, bold),
		Match:    on(ground, amber, bold, underline),

		Header:      on(bar, white, bold),
		HeaderPlace: on(bar, soft),
		Footer:      on(bar, soft),
		Key:         on(bar, white, bold),
		KeyText:     on(bar, soft),
		Sample:      on(teal, night, boldRich),

		Button:          on(shade{"#25313E", 236, 4}, white, bold),
		ButtonEdge:      on(shade{"#25313E", 236, 4}, shade{"#B8C3CE", 251, 15}),
		ButtonFocus:     on(orange, night, boldRich),
		ButtonFocusEdge: on(orange, night, boldRich),
		ButtonMain:      on(shade{"#56B4E9", 74, 6}, night, boldRich),
		ButtonMainEdge:  on(shade{"#56B4E9", 74, 6}, night),

		Weft: on(ground, amber),
		Warp: on(ground, sky),
		Knot: on(ground, white),

		Progress:     on(ground, sky),
		ProgressRest: on(ground, slate),
	}
}
