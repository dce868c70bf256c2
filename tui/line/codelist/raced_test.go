//go:build race

package codelist

const raced = true
