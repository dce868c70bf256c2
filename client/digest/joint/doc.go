// Package joint reads papers that "và", "hoặc" or a comma join: where the joints are, and which of
// the papers a condition behind the last one limits. "A hoặc B (đối với X)" may be about both, or
// about B alone; where the words do not tell, the Reach is Unclear and a person reads the row.
package joint
