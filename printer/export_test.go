package printer

import "stampdesk"

// What the tests from outside the package, those with the tools of others, share with the tests inside it.

// Updating tells whether the golden files are to be rewritten.
func Updating() bool { return *update }

// Samples are the documents of the tests, by name, in a language.
func Samples(l stampdesk.Lang) map[string]Doc {
	docs := papers(l)
	if l == stampdesk.Vietnamese {
		docs["sample"] = sampleDoc()
	}
	return docs
}

// SmallTCVN is the bytes that a printer is sent for small letters in its own code page; nil while none are.
var SmallTCVN func(string) []byte
