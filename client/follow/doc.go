// Package follow decides when a followed dossier is asked for again and what in a new
// answer is news. `track --watch` and the list of dossiers that staff follow both use
// it, so that they report the same things. Each dossier has its own pauses: a
// minute after its first answer and after news, then longer ones up to a quarter of an
// hour, and never shorter than its system asks for.
//
// A dossier is over, and not asked for again, once its result was handed over, or once it
// was refused or stopped and the reason is known. Without a reason it is asked for during
// one more hour.
//
// News is a change of
//
//   - its state, and the portal's own words for it;
//   - when it is due, when the work was done and when the result was handed over;
//   - its timeliness: it becomes due today or late, or its clock stops;
//   - where it is: a step of the time line, its date and its desk, the agency that
//     works on it, the desk that hands the result out;
//   - why it was refused or stopped;
//   - what is missing, the agency's note about it, and what is to be paid.
//
// These are never news:
//
//   - what our own clock changes: when an answer came, and the days that are left;
//   - that a system is down and a kept answer is shown, or which system answered;
//   - the order of a list;
//   - what a proof opened in only one of the two answers: the words that officials
//     type (names of steps, reasons), papers and fees are compared with the last answer
//     that was opened to the same extent;
//   - what is fixed from the first day (the procedure, who handed the dossier in and
//     when), the papers that were handed in, and the results.
//
// Nothing here stores an answer: a dossier is followed for hours, and answers may stay
// in memory for minutes only (see package client). What was seen is stored as hashes.
package follow
