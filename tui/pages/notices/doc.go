// Package notices shows what is posted, where to complain and how to reach the office, and
// beside it one notice.
package notices
