package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"stampdesk"
	"stampdesk/store/bundle"
)

// keyFile holds the secret key of a board, in its data directory. No backup
// has it: who restores on another machine makes another.
const keyFile = "bundle.key"

// readKey reads the secret key of this board; nil where it has none.
func (a *app) readKey() (*bundle.Key, error) {
	b, err := os.ReadFile(filepath.Join(a.conf.Data, keyFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	k, err := bundle.ParseKey(b)
	if err != nil {
		return nil, fail(exitFailed, fmt.Sprintf(a.t.HintBadKey, filepath.Join(a.conf.Data, keyFile)), "%s: %w", keyFile, err)
	}
	return k, nil
}

// warnOfOpenKey tells where other users of the machine can get at the key.
func (a *app) warnOfOpenKey() {
	file := filepath.Join(a.conf.Data, keyFile)
	key, err := os.Stat(file)
	dir, dirErr := os.Stat(a.conf.Data)
	if runtime.GOOS == "windows" || err != nil || dirErr != nil { // there modes say nothing
		return
	}
	if key.Mode().Perm()&0o077 != 0 && dir.Mode().Perm()&0o011 != 0 {
		fmt.Fprintf(a.err, a.t.KeyOpen, file)
	}
}

// ofStore refuses a key that is another store's: it was copied here.
func (a *app) ofStore(k *bundle.Key, id stampdesk.Identity) error {
	if k != nil && k.Card("").Store != id.ID {
		return fail(exitFailed, fmt.Sprintf(a.t.HintBadKey, filepath.Join(a.conf.Data, keyFile)), a.t.KeyOfOther, keyFile)
	}
	return nil
}

// knownKey is the key of this board if the journal has it as that, else nil.
func (a *app) knownKey(ctx context.Context, s stampdesk.Store) (*bundle.Key, error) {
	k, err := a.readKey()
	if k == nil || err != nil {
		return nil, err
	}
	p, id, err := a.partners(ctx, s)
	if err != nil {
		return nil, err
	}
	if err := a.ofStore(k, id); err != nil {
		return nil, err
	}
	if p.Own != k.Card("").Verify {
		return nil, nil
	}
	a.warnOfOpenKey()
	return k, nil
}

// ownKey is the key of this board. Where there is none it is made, and where
// the journal does not know it it is put on record first: a supervisor's act.
func (a *app) ownKey(ctx context.Context, d *stampdesk.Desk) (*bundle.Key, error) {
	k, err := a.knownKey(ctx, d.Store)
	if k != nil || err != nil {
		return k, err
	}
	p, id, err := a.partners(ctx, d.Store)
	if err != nil {
		return nil, err
	}
	if k, err = a.readKey(); err != nil {
		return nil, err
	}
	made := k == nil
	if made {
		if k, err = bundle.NewKey(id.ID); err != nil {
			return nil, err
		}
	}
	p.Own = k.Card("").Verify
	if _, err := a.keepPartners(ctx, d, p); err != nil || !made {
		return k, err
	}
	err = saveNew(filepath.Join(a.conf.Data, keyFile), false, func(f *os.File) error {
		w := bufio.NewWriter(f)
		w.Write(k.Encode())
		return w.Flush()
	})
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(a.err, a.t.KeyMade, filepath.Join(a.conf.Data, keyFile))
	return k, nil
}

// keyring is what this board reads bundles with.
func (a *app) keyring(ctx context.Context, s stampdesk.Store) (bundle.Keyring, error) {
	k, err := a.readKey()
	if err != nil {
		return bundle.Keyring{}, err
	}
	p, id, err := a.partners(ctx, s)
	if err == nil {
		err = a.ofStore(k, id)
	}
	return bundle.Keyring{Key: k, Trusted: p.cards}, err
}
