package mem_test

import (
	"testing"

	"stampdesk"
	"stampdesk/store/mem"
	"stampdesk/store/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(t testing.TB) stampdesk.Store { return mem.New(storetest.Identity()) })
}
