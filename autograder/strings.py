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

# Execution
STOPPED = "{cell}: stopped after {seconds:g} s"
PYTHON_ENDED = (
    "{cell}: Python ended in this cell, and nothing after it could run; "
    "please grade the rest of the notebook by hand"
)
ENDED_HERE = "Python ended in this cell; the cells after it were not run.\n"
NOT_RUN = "This cell was not run."
DEAD_KERNEL = "Python ended while {notebook} was run"
NOT_GRADED = "not graded"

# The command line
DESCRIPTION = "The instructor's side of the course, on nbgrader."
VERBS = {
    "install": "make JupyterLab and nbgrader of this environment know the course",
    "release": "make the learners' version of the problems and put it beside the chapters",
    "collect": "take in a folder of hand-in files, also as a learning platform renames them",
    "grade": "autograde every submission, write feedback pages and grades.csv",
    "class": "show all of it on a demonstration class",
}
ROOT_OPTION = "folder of submissions, gradebook and exchange, if not the course's own"
LEARNER_OPTION = "hide the instructor's panels in JupyterLab"
FORCE_OPTION = "make the release anew even if nothing changed"
FOLDER_OPTION = "folder of hand-in files and learning-platform downloads"

# install
INSTALLED = "JupyterLab and nbgrader are set up for the course."
INSTALLED_BEFORE = "JupyterLab and nbgrader are set up for the course already."
NOT_WRITABLE = "{path} cannot be written. Install the course into an environment of your own."
NOT_JSON_FILE = "{path} is not valid JSON: repair or remove it."

# release
NO_SOURCE = "There are no problems in {path}."
RELEASED = "Released {count} problems: {path}"
RELEASED_BEFORE = "The release is up to date."
GIVEN = "{count} problems are beside the chapters now: {path}"
KEPT = (
    "{path} was kept: you have worked in it, and the released version is newer. "
    "Rename it to get the new one."
)

# collect
NO_FOLDER = "{path} is not a folder."
NOT_RELEASED = "Nothing is released yet: run `python -m autograder release` first."
NOTHING = "There was nothing to take in from {path}."
TAKEN = "{file}: taken in for {student}"
REFUSED = "{file}: not taken in: {reason}"
OLDER = "{file}: passed over, {student} handed in {newer} later"
SAME_AGAIN = "{file}: passed over, the same work as {newer}"
KNOWN = "{file}: {student}'s hand-in of that time is there already"
NEWER_THERE = "{file}: passed over, a later submission of {student} is there already"
REPLACED = "the earlier submission was kept in {path}"
COLLECTED = "{count} hand-ins taken in: {path}"
NOT_A_FILE = "it is no ordinary file"
NO_ARCHIVE = "it is no zip archive; ask for the file that course.hand_in() makes"
LONE_NOTEBOOK = (
    "a single notebook does not say whose it is; put it into submitted/STUDENT/differentiation/"
)
BAD_ARCHIVE = "the archive is damaged"
DAMAGED = "{name} in the archive is damaged"
TOO_MANY = "the archive has {count} members"
UNSAFE_NAME = "the archive has a member with an unsafe name, {name!r}"
LINK = "the archive has a link as a member, {name!r}"
ENCRYPTED = "the archive is encrypted"
BOMB = "{name} in the archive is larger than {megabytes:.0f} MB"
TWICE = "{name} is in the archive twice with different contents"
NO_NOTEBOOKS = "none of the assignment's notebooks is in it"
BAD_ID = "{student!r} is no student id"
NO_ID = "it does not say whose it is"
OTHER_ID = "the file's name says {named}, its contents {student}"
CHANGED = "{name} was changed after course.hand_in()"
WITHOUT = "without {names}"

# grade
NOBODY = "Nobody has handed in: {path} is empty."
GRADING = "grading {number} of {of}: {student}"
HEADINGS = ("student", "notebook", "points", "remark")
NOT_HANDED_IN = "not handed in"
OPEN_MARK = "*"
OPEN_LEGEND = "* waits for a person: open it in Formgrader, Manual Grading."
GRADED = "grades:    {grades}\nfeedback:  {feedback}\nnotebooks: {autograded}"

# class
NOT_OURS = "{path} is not empty and is no demonstration class: name another folder."
HANDED_IN = "{count} students handed in: {path}"
THROUGH_EXCHANGE = "{student} fetched, answered, submitted and was collected through the exchange"
