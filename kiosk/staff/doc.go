// Package staff decides whether an SSH key or certificate is staff's. It reads authorized
// keys, authorities that sign certificates, and revoked keys as OpenSSH does (sshd(8),
// AUTHORIZED_KEYS FILE FORMAT; ssh-keygen(1), KEY REVOCATION LISTS). It differs where
// OpenSSH silently ignores something: a line with an option that it cannot enforce is
// skipped and reported.
package staff
