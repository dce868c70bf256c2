package text

var lobbyEN = Lobby{
	Finish: "Finish", Back: "Back", Help: "Help", Size: "Text size", Colours: "Colours", Aloud: "Read aloud",
	State: "Status", Again: "Read again", More: "More", Results: "Show results", Type: "Keyboard", Before: "Previous", After: "Next", Up: "▲ Up", Down: "▼ Down",

	Space: "space", Delete: "Del", Digits: "123", Two: "12", Letters: "ABC",

	Sizes: [3]string{"Text size: normal", "Text size: large", "Text size: largest"},

	MoreTitle: "More buttons",
	Scan:      "Have a receipt? Scan its code, on any screen.",
	First:     "Touch here, type the code on your receipt",
	Second:    "Touch here, type what you want to get done",

	Proving:     "Touch “See name, papers” and type the last 4 digits of your identity card or phone number",
	IsDossier:   "%s is a dossier code. Touch Look up to see it.",
	Phone:       "Or touch QR code to see it on your phone.",
	IsProcedure: "Touch Look up to see this procedure.",

	TouchHead: "Using this screen",
	Touch: []string{
		"Touch a box to choose it. Drag a long page up, or touch ▲ ▼.",
		"Touch a field and the keyboard appears. Only keys that can come next are lit.",
		"With a real keyboard: Tab or arrows move, Enter chooses.",
		"When you are done, touch Finish: the screen forgets everything, nobody can look back.",
	},
	What: []string{
		"Where is my dossier: touch 1, type the code printed on your receipt, touch Look up. Or scan the code.",
		"What must I bring: touch 2, type what you want to get done, in Vietnamese, with or without marks.",
	},
	Code: []string{
		"A dossier code has three parts: agency, date received, number of the day.",
		"Upper or lower case, with dashes or without, all are read.",
	},
	Proof:     "Last 4 digits of your identity card or phone, or the look-up code",
	CodeReady: "Complete. Touch Look up.",
	Slow:      "The system is slow. Wait a little, or touch %s.",
	Where:     "%d / %d",
}
