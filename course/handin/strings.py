"""The words of the hand-in form: one table, so that an edition in another language replaces it."""

WORDS = {
    # the form
    "title": "Hand in",
    "student": "Student id",
    "name": "Name (optional)",
    "button": "Save and make the file",
    "working": "Saving and checking …",
    "download": "Download {file}",
    "no_answer": "There is no answer from Python: is the kernel running? Run this cell again.",
    "static": "Run this cell to hand in.",
    # saving
    "not_saved": (
        "This notebook may have changes that are not saved. Press Ctrl+S (on a Mac Cmd+S), then press the "
        "button again."
    ),
    "others_not_saved": (
        "{files}: not saved yet. Open it, press Ctrl+S (on a Mac Cmd+S), come back and press the button again."
    ),
    # checking
    "no_student": "Please fill in your student id.",
    "bad_student": (
        "{student!r} cannot be a student id: use letters, digits and . _ @ - only, at most 64 of them, "
        "and begin with a letter or a digit."
    ),
    "no_problems": "There are no problems in {folder}. Run this from one of the problem notebooks.",
    "missing": "{file}: missing. The others are in the file.",
    "unreadable": "{file}: cannot be read as a notebook. It is in the file as it is.",
    "lost_cells": "{file}: deleted answer cells: {cells}.",
    "open": "{file}: no answer yet in {cells}.",
    "complete": "{file}: every answer is there.",
    # the result
    "ready": "Your file is ready. Download it and send it to your instructor; only then is it handed in.",
    "also_here": "It is also in {path}.",
    "written": "Written: {path}",
    "terminal": 'Give your student id: course.hand_in("your-id")',
    "grading": "Handing in is skipped while the notebook is graded or validated.",
}
