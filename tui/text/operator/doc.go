// Package operator holds the texts for the people who run the program: an administrator's
// commands, the findings of doctor, faults in a configuration or a file of keys, and the
// operator's page of a kiosk. The texts for citizens and staff are in package text; pages of
// the interface do not import this package.
//
// There is one file for each topic, and names begin with the topic. A sentence with values
// lists them in its comment, in order.
package operator
