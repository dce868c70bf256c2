package wish

import "strings"

// stem brings a word in lower case to what its forms have in common: "registered" and
// "registering" become "register", "licences" becomes "licence". It is a light stemmer, in
// the manner of Porter's first step (M. F. Porter, "An algorithm for suffix stripping",
// 1980): it need not be a word, only the same for all forms. American spelling becomes
// British.
func stem(word string) string {
	w := strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "'")
	w = strings.ReplaceAll(w, "'", "")
	if len(w) <= 3 {
		return w
	}
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		w = w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"):
		w = w[:len(w)-2]
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "is"):
	case strings.HasSuffix(w, "s"):
		w = w[:len(w)-1]
	}
	for _, end := range []string{"ing", "ed"} {
		if root, ok := strings.CutSuffix(w, end); ok && len(root) >= 3 && strings.ContainsAny(root, "aeiouy") {
			if n := len(root); root[n-1] == root[n-2] && !strings.ContainsRune("lsz", rune(root[n-1])) {
				root = root[:n-1] // "stopped"
			}
			w = root
			break
		}
	}
	return british(w)
}

// british replaces American endings, then drops a final e and makes a final y an i, which
// forms of one word do not share: "issue" and "issued", "marry" and "married".
func british(w string) string {
	for _, s := range [][2]string{{"ization", "isation"}, {"ize", "ise"}, {"iz", "is"}, {"yze", "yse"}, {"avor", "avour"}, {"abor", "abour"}, {"olor", "olour"}, {"center", "centre"}, {"program", "programme"}} {
		if root, ok := strings.CutSuffix(w, s[0]); ok && len(w) > len(s[0])-1 {
			w = root + s[1]
			break
		}
	}
	if root, ok := strings.CutSuffix(w, "e"); ok && len(root) > 2 {
		return root
	}
	if root, ok := strings.CutSuffix(w, "y"); ok && len(root) > 2 {
		return root + "i"
	}
	return w
}
