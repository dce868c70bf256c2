package topic

// LinkedWords are the words about procedures that are done together (liên thông).
type LinkedWords struct {
	Does   string // list of procedures: on the page of the one that does all
	PartOf string // list of procedures, code of the one that does all
	Law    string // the law, and the day since when
	Office string // whose file says so, and its day
	Joined string // the source alone says that the procedure is linked
	Key    string // to the procedure that does all
}

// Linked are these words, Vietnamese first.
var Linked = both(LinkedWords{
	Does:   "Nộp một lần là làm luôn cả: %s.",
	PartOf: "Có thể nộp một lần, làm luôn cả: %s. Đó là thủ tục liên thông %s.",
	Law:    "Theo %s, từ ngày %s.",
	Office: "Theo %s, ngày %s.",
	Joined: "Thủ tục liên thông: nộp một lần, các cơ quan chuyển hồ sơ cho nhau.",
	Key:    "liên thông",
}, LinkedWords{
	Does:   "Handed in once, it does all of these: %s.",
	PartOf: "It can be handed in once together with others, and all of these are done: %s. That is the linked procedure %s.",
	Law:    "As %s says, since %s.",
	Office: "As %s says, on %s.",
	Joined: "A linked procedure: you hand in once, and the offices pass the application on.",
	Key:    "do it all at once",
})
