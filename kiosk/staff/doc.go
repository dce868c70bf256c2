// Package staff tells whose SSH key or certificate is staff's, as OpenSSH would
// read the same files: authorized keys, authorities that sign certificates, and
// what was revoked (sshd(8), AUTHORIZED_KEYS FILE FORMAT; ssh-keygen(1), KEY
// REVOCATION LISTS). It differs where OpenSSH would let something pass in silence:
// a line that it cannot keep to is skipped and told, never guessed at.
package staff
