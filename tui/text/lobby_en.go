package text

var lobbyEN = Lobby{
	Finish: "Finish", Back: "Back", Help: "Help", Size: "Text size", Colours: "Colours", Aloud: "Read aloud",
	State: "State", More: "More", Results: "Show results", Type: "Keyboard", Up: "▲ Up", Down: "▼ Down",

	Space: "space", Delete: "Del", Digits: "123", Letters: "ABC",

	Sizes: [3]string{"Text size: normal", "Text size: large", "Text size: largest"},

	MoreTitle: "More buttons",
	Scan:      "Have a receipt? Scan its code, on any screen.",
	First:     "Touch here, type the code on your receipt",
	Second:    "Touch here, type what you want to get done",

	TouchHead: "Using this screen",
	Touch: []string{
		"Touch a box to choose it. Drag a long page upwards, or touch ▲ ▼.",
		"Touch a field and the keyboard appears. Only keys that can come next are lit.",
		"With a real keyboard: Tab or the arrows to move, Enter to choose.",
		"When you are done, touch Finish: the screen forgets everything, nobody can look back.",
	},
	CodeReady: "Complete. Touch Look up.",
	Slow:      "The system is slow. Wait a little, or touch Stop waiting.",
	Where:     "%d / %d",
}
