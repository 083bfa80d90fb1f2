"""Whatever lies in a submission folder: it is a notebook, or one line says why not."""

import json

import pytest
from grading_tools import small_release
from nbformat import writes

from autograder.reading import UnreadableNotebook, read


def read_bytes(tmp_path, data, limit=1_000_000):
    path = tmp_path / "problem.ipynb"
    path.write_bytes(data)
    with path.open(encoding="utf-8") as stream:
        return read(stream, limit)


WHOLE = writes(small_release()).encode()


def test_a_notebook_is_read_with_and_without_byte_order_mark(tmp_path):
    assert len(read_bytes(tmp_path, WHOLE).cells) == 5
    assert len(read_bytes(tmp_path, b"\xef\xbb\xbf" + WHOLE).cells) == 5


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (WHOLE[:200], "JSON"),
        (b"<<<<<<< HEAD\n" + WHOLE, "JSON"),
        (b"[" * 100_000, "JSON"),
        (b"[1, 2]", "not a notebook"),
        (b"null", "not a notebook"),
        (b'{"cells": []}', "not a notebook"),
        (WHOLE.decode().encode("utf-16"), "UTF-8"),
        (b"PK\x03\x04\xff\xfe", "UTF-8"),
        (b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": 5}', "valid"),
        (b'{"nbformat": "x", "cells": []}', "valid"),
        (b'{"nbformat": 99, "nbformat_minor": 0, "metadata": {}, "cells": []}', "valid"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_notebook_is_told_in_words(tmp_path, data, word):
    with pytest.raises(UnreadableNotebook, match=word) as caught:
        read_bytes(tmp_path, data)
    assert "\n" not in str(caught.value)


def test_a_huge_file_is_not_read(tmp_path):
    with pytest.raises(UnreadableNotebook, match="MB"):
        read_bytes(tmp_path, WHOLE + b" " * 2_000_000)


def test_repeated_cell_ids_are_repaired(tmp_path):
    raw = json.loads(WHOLE)
    raw["cells"].append(dict(raw["cells"][0]))
    ids = [cell.id for cell in read_bytes(tmp_path, json.dumps(raw).encode()).cells]
    assert len(set(ids)) == 6
    assert ids[0] == "title"
