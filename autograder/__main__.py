"""The instructor's commands: ``python -m autograder VERB``."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from . import places, strings
from .errors import Problem


def main(words: list[str] | None = None) -> int:
    """Run one verb; return the exit status."""
    options = parser().parse_args(words)
    if getattr(options, "root", None):
        os.environ[places.ROOT_VARIABLE] = str(Path(options.root).resolve())
    try:
        return options.run(options)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    top = argparse.ArgumentParser(prog="python -m autograder", description=strings.DESCRIPTION)
    verbs = top.add_subparsers(metavar="VERB", required=True)

    def verb(name, run, root=True):
        added = verbs.add_parser(name, help=strings.VERBS[name], description=strings.VERBS[name])
        added.set_defaults(run=run)
        if root:
            added.add_argument("--root", metavar="DIR", help=strings.ROOT_OPTION)
        return added

    verb("install", _install).add_argument(
        "--learner", action="store_true", help=strings.LEARNER_OPTION
    )
    verb("release", _release).add_argument(
        "--force", action="store_true", help=strings.FORCE_OPTION
    )
    verb("collect", _collect).add_argument("folder", metavar="FOLDER", help=strings.FOLDER_OPTION)
    verb("grade", _grade)
    verb("class", _class)
    return top


def _install(options):
    from .install import install

    return install(learner=options.learner)


def _release(options):
    from .release import release

    return release(force=options.force)


def _collect(options):
    from .collect import collect

    return collect(Path(options.folder))


def _grade(options):
    from .grade import grade

    return grade()


def _class(options):
    from .classroom import demonstrate

    return demonstrate(Path(options.root) if options.root else None)


if __name__ == "__main__":
    sys.exit(main())
