"""nbgrader's configuration of this course: edit it here, or override it in ``~/.jupyter``.

``python -m autograder install`` makes JupyterLab and the ``nbgrader`` commands read this file from any
folder. The environment variable ``COURSE_NBGRADER_ROOT`` moves submissions, gradebook and exchange to
another folder; the settings stay these.
"""

import os

from autograder import repairs
from autograder.places import HERE, root

c = get_config()  # given by Jupyter, which runs this file
_root = root()
repairs.apply()

# --- the course ---------------------------------------------------------------------------------
c.CourseDirectory.course_id = "differentiation-course"
c.CourseDirectory.root = str(_root)
c.CourseDirectory.db_url = f"sqlite:///{_root / 'gradebook.db'}"
# Never copied, neither out to learners nor in from them.
c.CourseDirectory.ignore = [
    ".ipynb_checkpoints", "*.pyc", "__pycache__", ".DS_Store", "__MACOSX", ".virtual_documents",
    "feedback", "hand-in*", "*.db", "*.html", ".git",
]  # fmt: skip
c.CourseDirectory.max_file_size = 20_000  # kB
c.CourseDirectory.max_dir_size = 50_000  # kB

# --- the exchange: a folder inside the course, made by `python -m autograder install` -------------
# A shared server names its own folder, writable by everybody, in ~/.jupyter or /etc/jupyter.
c.Exchange.root = str(_root / "exchange")
# Fetch and Submit work on the folder `problems` beside the chapters.
c.ExchangeFactory.fetch_assignment = "autograder.exchange.FetchAssignment"
c.ExchangeFactory.submit = "autograder.exchange.Submit"
c.ExchangeFactory.fetch_feedback = "autograder.exchange.FetchFeedback"
c.ExchangeFactory.list = "autograder.exchange.List"
if _root != HERE:  # a demonstration or test: everything stays in its folder
    c.Exchange.cache = str(_root / "exchange" / ".cache")
    c.Exchange.assignment_dir = str(_root)
elif os.access(HERE.parent / "notebooks", os.W_OK):
    c.Exchange.assignment_dir = str(HERE.parent / "notebooks")

# --- the release version -------------------------------------------------------------------------
# No `raise`: "Run All" goes on past an open answer, and "" means "no answer yet".
c.ClearSolutions.code_stub = {"python": "# YOUR ANSWER HERE"}
c.ClearSolutions.text_stub = "*Your answer here.*"
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ClearSolutions",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ClearMarkScheme",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
    "autograder.contents.ListContents",
]

# --- grading -------------------------------------------------------------------------------------
# An unreadable file costs its own points, not the class's grading.
c.Autograde.exporter_class = "autograder.reading.TolerantExporter"
c.Autograde.sanitize_preprocessors = [
    "autograder.structure.RestoreStructure",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]
# A notebook whose Python ends costs its own points, not those of the whole submission.
c.Autograde.autograde_preprocessors = [
    "autograder.execution.Execute",
    "nbgrader.preprocessors.LimitOutput",
    "autograder.scores.SaveScores",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]
# Seconds: one cell; the kernel's start.
c.Execute.timeout = 20
c.Execute.startup_timeout = 60
c.Execute.interrupt_on_timeout = True
c.Execute.raise_on_iopub_timeout = False
c.Execute.shutdown_kernel = "immediate"
c.Execute.extra_arguments = ["--HistoryManager.enabled=False", "--IPKernelApp.log_level=40"]
c.LimitOutput.max_lines = 200

# --- feedback pages and hand-in files ------------------------------------------------------------
# Stock nbgrader shows the hidden tests, and the right answers in them, to who may hand in again.
c.GenerateFeedback.preprocessors = [
    "nbgrader.preprocessors.GetGrades",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]
# A demo's static form comes before its live one, which needs a kernel.
_order = [
    "text/html", "text/markdown", "image/svg+xml", "image/png", "image/jpeg", "text/latex", "text/plain",
]  # fmt: skip
c.DataTypeFilter.display_data_priority = c.WidgetsDataTypeFilter.display_data_priority = _order
# The names that `course.hand_in()` gives, also with what a learning platform puts around them.
c.FileNameCollectorPlugin.named_regexp = (
    r".*hand-in_(?P<student_id>[A-Za-z0-9][A-Za-z0-9._@-]*?)_(?P<timestamp>\d{8}T\d{6}Z)[^/\\]*"
    r"[/\\](?P<file_id>[^/\\]+)\.ipynb"
)
c.ZipCollectApp.strict = True
