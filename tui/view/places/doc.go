// Package places says in words what a place of before the merger of 1 July 2025 is called
// today.
package places
