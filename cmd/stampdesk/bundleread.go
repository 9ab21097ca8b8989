package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"stampdesk"
	"stampdesk/store/bundle"
)

// readBundle reads a bundle that a person named; what is wrong with it is an
// error of the input.
func (a *app) readBundle(file string, ring bundle.Keyring) (b *bundle.Bundle, size int, err error) {
	body, err := a.readAtMost(file, bundle.MaxSize)
	if err != nil {
		return nil, 0, err
	}
	b, err = bundle.Open(body, ring)
	if err != nil {
		return nil, 0, a.badBundle(file, err)
	}
	return b, len(body), nil
}

// readAtMost reads a file that a person named, one byte beyond a bound where it
// is longer. A pipe or a device is none: it may never end, or never begin.
func (a *app) readAtMost(file string, most int64) ([]byte, error) {
	info, err := os.Stat(a.path(file))
	if err != nil {
		return nil, fail(exitUsage, "", "%w", asNamed(err, file))
	}
	if !info.Mode().IsRegular() {
		return nil, fail(exitUsage, "", a.t.NotAFile, file)
	}
	f, err := a.open(file)
	if err != nil {
		return nil, fail(exitUsage, "", "%w", err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, most+1))
	return b, asNamed(err, file)
}

// badBundle says why a file is refused, in words that a person can pass on.
func (a *app) badBundle(file string, err error) error {
	for _, known := range []struct {
		is         error
		text, hint string
	}{
		{bundle.ErrNewer, a.t.BundleNewer, a.t.HintNewer},
		{stampdesk.ErrNewerResult, a.t.BundleNewer, a.t.HintNewer},
		{bundle.ErrNotForUs, a.t.BundleNotForUs, a.t.HintNotForUs},
		{bundle.ErrTooLarge, a.t.BundleTooLarge, a.t.HintNoBundle},
		{bundle.ErrTruncated, a.t.BundleTruncated, a.t.HintSendAgain},
		{bundle.ErrNotBundle, a.t.BundleNone, a.t.HintNoBundle},
		{bundle.ErrTampered, a.t.BundleTampered, a.t.HintSendAgain},
	} {
		if errors.Is(err, known.is) {
			return fail(exitBadRows, known.hint, "%s: %s", file, known.text)
		}
	}
	return fmt.Errorf("%s: %w", file, err)
}

// trustedBundle refuses what nobody signed whom this board trusts.
func (a *app) trustedBundle(file string, b *bundle.Bundle) error {
	switch {
	case b.Own:
		return a.declined(stampdesk.Outcome{Refusal: stampdesk.ResultOurs, About: file})
	case b.Signer == nil:
		return fail(exitBadRows, a.t.HintTrust, a.t.BundleUntrusted, file, b.Result.Board.Title())
	}
	return nil
}

// isInput reports whether an error is one of what a person handed in.
func isInput(err error) bool {
	f, ok := errors.AsType[*failure](err)
	return ok && (f.code == exitBadRows || f.code == exitUsage)
}
