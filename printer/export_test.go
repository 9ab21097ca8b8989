package printer

import "stampdesk"

// Papers are the papers of the tests, for those of the packages that draw them.
func Papers(l stampdesk.Lang) map[string]Doc { return papers(l) }
