// Package procedure is the first page of a procedure: papers, cost, time and place in a
// dozen lines. Papers that are only needed in some case are folded.
package procedure
