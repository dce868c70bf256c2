package topic

// TopicsWords are the words of the page with what can be asked besides the two questions.
type TopicsWords struct {
	Title string `clip:"topics"`
	Key   string // for the footer of the first page
}

// Topics are these words, Vietnamese first.
var Topics = both(TopicsWords{Title: "Việc khác", Key: "việc khác"}, TopicsWords{Title: "More questions", Key: "more"})
