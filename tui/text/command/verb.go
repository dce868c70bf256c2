package command

// Verb has the help texts of a command that looks something up.
type Verb struct {
	Args        string // the arguments after the name
	Short, Long string
	Example     string // with %[1]s for the program's name
	Typed       string // a line of the line mode's help, "" for none
}
