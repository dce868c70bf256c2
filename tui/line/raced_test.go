//go:build race

package line

const raced = true
