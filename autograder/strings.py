"""Every sentence that the autograder prints or writes: replace this table to translate it."""

# Reading submissions
TOO_LARGE = "the file has {megabytes:.0f} MB"
NOT_TEXT = "it is not a text file in UTF-8"
EMPTY_FILE = "the file is empty"
AT_LINE = " (line {line})"
NOT_JSON = "it is not complete JSON{where}"
NOT_A_NOTEBOOK = "it is JSON, but not a notebook"
INVALID = "it is not a valid notebook: {reason}"
UNREADABLE = "{file} could not be read: {reason}."
UNREADABLE_ADVICE = "It was graded as unanswered. Please hand it in again."

# Restoring the released structure
COPIED = "{cell}: copied cell; the copy was kept as an ordinary cell"
ANSWER_IN_COPY = "{cell}: the answer was taken from a copy of the cell; the original was left open"
SPLIT = "{cell}: split cell, joined again"
PUT_BACK = "{cell}: deleted cell, put back"

# Scores
UNDETERMINED = "the program cannot decide this answer; please grade it by hand. {reason}"
NO_SCORE = "the test cell gave no number of points; please grade it by hand"
ODD_SCORE = "the test cell gave {value!r}, no number from 0 to {maximum:g}; please grade it by hand"
