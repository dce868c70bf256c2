package review

// Kind is what is wrong with a file of reviews.
type Kind string

// What can be wrong. What Problem.Value holds stands behind each.
const (
	NoFile     Kind = "no_file"
	Unread     Kind = "unread"      // the system's own word
	Untrusted  Kind = "untrusted"   // Problem.Err tells what others may do with it
	TooLarge   Kind = "too_large"   // the most, in megabytes
	NotText    Kind = "not_text"    // not UTF-8
	Syntax     Kind = "syntax"      // the parser's word
	UnknownKey Kind = "unknown_key" // a key that was probably meant, or ""
	WrongType  Kind = "wrong_type"
	Missing    Kind = "missing"
	Empty      Kind = "empty"
	TooLong    Kind = "too_long"   // the most characters
	TooMany    Kind = "too_many"   // the most
	BadCode    Kind = "code"       // what stands there
	BadDate    Kind = "date"       // what stands there
	Future     Kind = "future"     // what stands there; a warning
	BadSource  Kind = "source"     // what stands there
	BadNumber  Kind = "number"     // what stands there
	Twice      Kind = "twice"      // where the first one stands
	NoPapers   Kind = "no_papers"  // a list of papers without any
	Both       Kind = "both"       // the key that it does not go with
	OneChoice  Kind = "one_choice" // one_of with fewer than two
	Unknown    Kind = "unknown"    // the code; a warning: no catalogue has it
)

// Problem is one thing that is wrong, and where. Its sentences are in package
// text.
type Problem struct {
	File  string
	Line  int // 0 when it is about the whole file
	Kind  Kind
	Key   string // "paper.originals"
	Value string
	Code  string // of the procedure that is skipped for it; "" when it is about none
	Err   error
	// Warn says that nothing is skipped for it.
	Warn bool
}
