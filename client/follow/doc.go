// Package follow is what it means to follow a dossier: when it is asked for again,
// and what of a new answer is news. `track --watch` and the list of dossiers that
// staff follow both go by it, so that they ring for the same things. Each dossier has
// pauses of its own: a minute after its first answer and after news, then longer ones up
// to a quarter of an hour, and never less than its system asks for.
//
// News is what a person who follows a dossier wants to be told of:
//
//   - its state, and the portal's own words for it;
//   - when it is due, when the work was done and when the result was handed over;
//   - how it stands to its date: it becomes due today, late, or its clock stops;
//   - where it lies: a step of the time line, its date and its desk, the agency that
//     works on it, the desk that hands the result out;
//   - why it was refused or stopped;
//   - what is missing, what the agency notes of that, and what is to be paid.
//
// Never news is
//
//   - what our own clock does: when we were told, and the days that are left;
//   - that a system is down and a kept answer stands in, or which system answered;
//   - the order of a list;
//   - what a proof opened in only one of the two answers: the words that officials
//     type (names of steps, reasons), papers and fees are compared with the last answer
//     that was opened as far;
//   - what a dossier is from its first day (its procedure, who handed it in and when),
//     and the papers that were handed in or come out.
//
// Nothing here keeps an answer: a dossier is followed for hours, and answers live in
// memory for minutes. What was seen is kept as hashes.
package follow
