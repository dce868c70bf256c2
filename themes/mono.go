package themes

// mono has no colour: the terminal's own text and background, with bold, underline and
// reverse. Every theme becomes this one under NO_COLOR.
var mono = Theme{ID: "mono", Dark: true, nameVI: "Không màu", nameEN: "No colour", tokens: monoTokens()}

func monoTokens() Tokens[ink] {
	var (
		plain      = ink{}
		strong     = ink{attr: bold}
		underlined = ink{attr: underline}
		loud       = ink{attr: bold | underline}
		inverse    = ink{attr: reverse}
		chip       = ink{attr: bold | reverse}
	)
	return Tokens[ink]{
		Base: plain, Title: strong, Heading: strong, Strong: strong, Quiet: plain, Date: chip,
		Good: strong, Warn: loud, Bad: chip, Info: strong,
		Link: underlined, Error: loud, Rule: plain,
		Card: plain, CardFocus: strong, CardKey: chip, CardBorder: plain, CardBorderFocus: strong,
		Field: plain, FieldFocus: strong, FieldBorder: plain, FieldBorderFocus: strong,
		Placeholder: plain, Cursor: inverse,
		Marker: strong, Selected: strong, Match: loud,
		Header: strong, HeaderPlace: plain, Footer: plain, Key: strong, KeyText: plain, Sample: inverse,
		Button: strong, ButtonEdge: plain, ButtonFocus: chip, ButtonFocusEdge: chip, ButtonMain: chip, ButtonMainEdge: inverse,
		Weft: plain, Warp: plain, Knot: strong,
		Progress: strong, ProgressRest: plain,
	}
}
