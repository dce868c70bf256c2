// Package limit decides who may connect, how long a source that misbehaved is refused, and
// how many dossiers and proofs anybody may try.
//
// [Gate] is asked once for each connection, before a byte is read. It counts the
// handshakes in flight and drops some early and at random, as OpenSSH does with
// MaxStartups; counts the connections of one source and of all; and refuses
// sources with a penalty, as OpenSSH does with PerSourcePenalties. A source is an
// IPv4 address or an IPv6 /64.
//
// It also limits what a connection opens: sessions and the cells of their terminals, for
// one source and in total, and how often they may start. The public gets only a part of
// each total, so that staff, kiosks and offices get in however many strangers come.
//
// [Lookups] keeps the budgets against guessing dossiers, and [Track] makes a
// look-up that is charged to them. A simulation in virtual time measures them (go test
// ./kiosk/limit -run TestAttack -v), over the real client.Service, on every path that a
// look-up can take. It assumes:
//
//   - A proof is four digits, each of the 10,000 as likely as the others. The
//     attacker tries them in their order and the right one is the last.
//   - A system answers in 2 ms and a refusal comes at 50 ms; an asker who hangs up does
//     so after 10 ms.
//   - One network makes up to twenty look-ups a second, and so does a script at a kiosk.
//     It waits as long as it is told; meanwhile others continue with its code.
//   - A network is an IPv4 address or an IPv6 /48 of which one /64 asks.
//   - An attack lasts an hour, unless a line says otherwise, and nobody who reads
//     the alarm in the log stops it.
//   - A unit's day has 300 dossiers, numbered from one.
//   - Whatever may be a system's refusal of a proof is charged as one: its silence after
//     the question was sent, an error, a status. A failure before that is not charged.
//
// The most that an attacker gains, first before look-ups were charged by what a system may
// have revealed (commit 7bcd736), then after:
//
//	proofs of one dossier that are tried, of 10,000
//	1 network           waits for each answer                       12      12
//	1 network           hangs up while the refusal is rounded    10000      12
//	1 network           a page behind the system                 10000      12
//	1 network           a dead system behind it                  10000      12
//	1 network           a dead system beside it                  10000      12
//	2 networks          share each look-up, one hangs up            13      12
//	2 networks          share each look-up, both hang up         10000      12
//	50 addresses        wait for each answer                       262      22
//	50 addresses        the code in six spellings                  482      22
//	120 /48s            wait for each answer                       561      22
//	1,000 /48s          wait for each answer                      4537      22
//	10,000 /48s         wait for each answer                     10000      22
//	120 /48s            the same for a day                        3390      68
//	30 kiosks over SSH  one after another                          142      46
//	1 network           has the server killed every 3rd look-up  10000       7
//	1 person            a script on a local kiosk                10000      16
//
//	whole numbers of a card or telephone that are tried, of 1,000,000,000
//	300 /48s            wait for each answer                      1390    1100
//
//	dossiers of one day that are learned, of 300
//	50 addresses        walk in order                               68      68
//	50 addresses        twenty sessions each                        68      68
//	50 addresses        try a wrong proof first                    202      62
//	50 addresses        hang up on each code first                  50      62
//	1,000 networks      of one /48                                  46      46
//	120 /48s            walk in order                              138     138
//	1,000 /48s          walk in order                              300     300
//
//	dossiers of many days that are learned
//	50 addresses        random codes                               850     850
//
// One network and ten thousand can try equally many proofs of a dossier, because they share
// one total ([DossierLimits]). The price: strangers who use the total up keep the owner
// from typing four digits at home for as long as they continue. The counter, a kiosk, the
// place where the dossier was opened before and a whole number stay open.
//
// The simulation takes whole numbers as random, which those of identity cards are not. Of
// the twelve digits three are the province, one is the sex and the century, two are the
// year of birth, and six are random. Nine digits from the end count as a whole number, so
// an attacker who knows a person's sex and year of birth has a million to try. For a
// telephone number with a known prefix there are some ten million. The total for whole
// numbers ([DossierLimits].Whole, 1,000 and 100 an hour) then allows hundreds of networks
// together, by calculation,
//
//	                                    in an hour    in a day    in 30 days
//	four digits, of 10,000               22  0.2%     68  0.7%    1,460  15%
//	whole, sex and year of birth known   1,100  0.1%  3,400  0.3%  73,000  7%
//	whole, a telephone's network known   1,100  0.01% 3,400  0.03% 73,000  0.7%
//
// So even an acquaintance with hundreds of networks guesses a whole number half as likely
// as four digits, and the alarm reports either within an hour. A relative who knows the
// number need not guess.
//
// A walk through the dossiers of one day is limited by the number of networks: each adds
// the one dossier that a citizen without a proof must be able to see. A total over all
// askers for one unit and day would not help. It would have to admit the owners, who come
// from as many networks as there are dossiers: some 300 of them twice until the result is
// fetched, a hundred in the hour in which a day's results are due. Such a total, 100 at
// once and 30 an hour, would give 120 /48s 130 dossiers in an hour instead of 138, and all
// 300 within seven hours; and a hundred networks that use it up would lock out everybody
// who has no proof at hand. What limits a walk is the alarm (in_order, dense) and somebody
// who reads it. Alarms count within a process: at a local kiosk, where each person has a
// process, an alarm covers one person's walk. There the points of the machine, which are
// kept in a file, limit all walks together.
//
// Everything that several servers of one province would have to share goes through the
// interface of package ledger, which keeps it in memory or in a file.
package limit
