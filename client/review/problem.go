package review

// Kind is what is wrong with a file of reviews.
type Kind string

// What can be wrong. The comment says what Problem.Value holds.
const (
	NoFile     Kind = "no_file"
	Denied     Kind = "denied"      // nothing: this account may not read it
	Folder     Kind = "folder"      // nothing: among the files there is a folder
	NotPlain   Kind = "not_plain"   // nothing: it is a pipe or a device
	Unread     Kind = "unread"      // the system's message
	Untrusted  Kind = "untrusted"   // Problem.Err says what others may do with it
	TooLarge   Kind = "too_large"   // the limit, in megabytes
	NotText    Kind = "not_text"    // nothing: the file is not UTF-8
	Syntax     Kind = "syntax"      // the parser's message
	UnknownKey Kind = "unknown_key" // the key that was probably meant, or ""
	WrongType  Kind = "wrong_type"
	Missing    Kind = "missing"
	Empty      Kind = "empty"
	TooLong    Kind = "too_long"   // the limit, in characters
	TooMany    Kind = "too_many"   // the limit
	BadCode    Kind = "code"       // the value in the file
	BadDate    Kind = "date"       // the value in the file
	Future     Kind = "future"     // the value in the file; a warning
	BadSource  Kind = "source"     // the value in the file
	BadNumber  Kind = "number"     // the value in the file
	Twice      Kind = "twice"      // the position of the first one
	NoPapers   Kind = "no_papers"  // nothing: a list of papers without any
	Both       Kind = "both"       // the key that excludes this one
	OneChoice  Kind = "one_choice" // nothing: one_of with fewer than two papers
	Unknown    Kind = "unknown"    // the code, which no catalogue has; a warning
	Changed    Kind = "changed"    // the code, whose page has changed since; a warning
	Itself     Kind = "itself"     // nothing: a procedure as its own successor
	Circle     Kind = "circle"     // the codes of successors that lead back to the first
	InForce    Kind = "in_force"   // the code, which has a successor and is not abolished; a warning
)

// Problem is one mistake and its position. Package text has its sentences.
type Problem struct {
	File  string
	Line  int // 0 when it is about the whole file
	Kind  Kind
	Key   string // "paper.originals"
	Value string
	Code  string // of the procedure that is skipped because of it; "" when it is about none
	Err   error
	// Warn is true when nothing is skipped because of it.
	Warn bool
}
