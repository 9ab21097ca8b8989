package main

import (
	"crypto/rand"

	"stampdesk"
)

func newIdentity() stampdesk.Identity {
	id := stampdesk.Identity{Epoch: 1}
	rand.Read(id.ID[:])
	return id
}
