// Package command contains the words of the look-up commands: what each is for, its
// messages besides the answers, the line mode and the manual pages. They are part of
// [text.Texts].
package command

// ExampleCode is a dossier code as printed on a receipt, the same in every sentence that
// needs an example.
const ExampleCode = "H55.17.05-261120-0007"
