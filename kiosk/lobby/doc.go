// Package lobby runs a kiosk: it defines what its processes do, and what they say to each
// other and to the devices of the machine.
//
// There are three kinds of process, all of them this program. The parent ([Supervise]) owns
// the terminal, keeps the catalogue up to date, and knows nothing about people. A child
// ([Show]) draws for one person and ends when they leave, so that no data about them
// remains. A separate process ([PrintSlip]) prints each slip, because the child may end
// before the paper is out. Package supervise has the mechanism and the reasons for it; this
// package has the work that motcua does in each process.
package lobby
