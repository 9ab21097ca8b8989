package bolt

import (
	"fmt"
	"testing"

	"stampdesk/store/mem"
	"stampdesk/store/storetest"
)

func TestBoltAndMemoryAgreeAfterRandomActs(t *testing.T) {
	steps := 600
	if testing.Short() {
		steps = 150
	}
	for seed := range uint64(3) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			disk := storetest.Twice(open(t))
			storetest.Random(t, seed, steps, mem.New(storetest.Identity()), disk)
		})
	}
}
