package main

// formTexts are the sentences of the forms and of the report that goes up.
type formTexts struct {
	BoardSignedBy, BoardSigner, BoardDrawnUp, BoardRecipients string
}

var vietnameseForms = formTexts{
	BoardSignedBy:   "trên chữ ký, mỗi dòng một chuỗi",
	BoardSigner:     "người ký",
	BoardDrawnUp:    "người lập biểu",
	BoardRecipients: "nơi nhận, mỗi dòng một chuỗi",
}

var englishForms = formTexts{
	BoardSignedBy:   "over the signature, a line each",
	BoardSigner:     "who signs",
	BoardDrawnUp:    "who drew it up",
	BoardRecipients: "recipients, a line each",
}
