// Package store gives the things of the desk their form as bytes: records,
// keys, the sealing of a journal entry, the canonical order and hash of a
// roster. Every engine below it writes the same bytes; the engines are in
// store/bolt and store/mem, what they must do in store/storetest.
//
// A record is a version byte, its fields (those of fixed length first), and a
// CRC-32C over its kind, its key and all of that: a flipped bit is found, and
// so is a record that strayed to another key. What a version means never
// changes; see README.md for how a record is changed.
package store
