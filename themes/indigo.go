package themes

// indigo takes its colours from Bắc Kạn: the indigo-dyed cloth and the silver of the Tày
// and the Nùng, with some red-orange.
var indigo = Theme{ID: "indigo", Dark: true, nameVI: "Chàm", nameEN: "Indigo", tokens: indigoTokens()}

func indigoTokens() Tokens[ink] {
	var (
		ground = shade{"#14143A", 17, 0}
		bar    = shade{"#1F1F52", 17, 0}
		well   = shade{"#23235C", 17, 0}
		silver = shade{"#D5D9E6", 253, 7} // as a background
		dye    = shade{"#14143A", 17, 0}  // as text on silver

		white  = shade{"#FFFFFF", 231, 15}
		text   = shade{"#DFE3EF", 254, 7}
		soft   = shade{"#B9BFD6", 251, 7}
		thread = shade{"#FF8A5B", 209, 11}
		steel  = shade{"#B7C6F2", 153, 14}
		leaf   = shade{"#8ED8B0", 115, 10}
		straw  = shade{"#F2CF7A", 222, 11}
		red    = shade{"#FF8F87", 210, 9}
		blush  = shade{"#FFBFB3", 217, 15}
		seam   = shade{"#7F87B5", 103, 7}
	)
	return Tokens[ink]{
		Base:    on(ground, text),
		Title:   on(ground, white, bold),
		Heading: on(ground, steel, bold),
		Strong:  on(ground, white, bold),
		Quiet:   on(ground, soft),
		Date:    on(silver, dye, boldRich),

		Good: on(ground, leaf, bold),
		Warn: on(ground, straw, bold),
		Bad:  on(ground, red, bold),
		Info: on(ground, steel, bold),

		Link:  on(ground, steel, underline),
		Error: on(ground, blush, bold),
		Rule:  on(ground, seam),

		Card:            on(ground, text),
		CardFocus:       on(ground, white, bold),
		CardKey:         on(silver, dye, boldRich),
		CardBorder:      on(ground, seam),
		CardBorderFocus: on(ground, thread, bold),

		Field:            on(well, text),
		FieldFocus:       on(well, white, bold),
		FieldBorder:      on(ground, seam),
		FieldBorderFocus: on(ground, thread, bold),
		Placeholder:      on(well, soft),
		Cursor:           on(silver, dye),

		Marker:   on(ground, thread, bold),
		Selected: on(ground, white, bold),
		Match:    on(ground, thread, bold, underline),

		Header:      on(bar, white, bold),
		HeaderPlace: on(bar, soft),
		Footer:      on(bar, soft),
		Key:         on(bar, white, bold),
		KeyText:     on(bar, soft),
		Sample:      on(silver, dye, boldRich),

		Button:          on(shade{"#2B2B70", 18, 4}, white, bold),
		ButtonEdge:      on(shade{"#2B2B70", 18, 4}, shade{"#BDC4E8", 146, 15}),
		ButtonFocus:     on(shade{"#FF8A5B", 209, 7}, dye, boldRich),
		ButtonFocusEdge: on(shade{"#FF8A5B", 209, 7}, dye, boldRich),
		ButtonMain:      on(shade{"#D5D9E6", 253, 6}, dye, boldRich),
		ButtonMainEdge:  on(shade{"#D5D9E6", 253, 6}, shade{"#34386F", 17, 0}),

		Weft: on(ground, thread),
		Warp: on(ground, shade{"#D5D9E6", 253, 7}),
		Knot: on(ground, straw),

		Progress:     on(ground, thread),
		ProgressRest: on(ground, seam),
	}
}
