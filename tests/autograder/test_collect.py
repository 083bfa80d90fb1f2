"""A folder of files from learners and from an LMS is taken in safely, and each file gets its line."""

import io
import json
import stat
import zipfile

import pytest

from autograder import collect as module
from autograder import handins
from autograder.collect import collect
from autograder.errors import Problem
from autograder.handins import Refused, read_archive
from course.handin import packing

RELEASED = {"problem1.ipynb", "problem4.ipynb"}
MONDAY, TUESDAY = 1_800_000_000.0, 1_800_086_400.0


def archive(members, links=()):
    """Return the bytes of a zip archive; a member is (name, data)."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in members:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            if name in links:
                info.external_attr = (stat.S_IFLNK | 0o777) << 16
            out.writestr(info, data)
    return stream.getvalue()


def manifest(student="ada", made="20270115T080000Z", **more):
    return ("hand-in.json", json.dumps({"student": student, "made": made, **more}))


NB = ("problem1.ipynb", "{}")


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def put(inbox, desk, student, moment, name="{}", text=None):
    """Hand in the desk's notebooks as ``student``; the file may be renamed."""
    if text is not None:
        notebook = json.loads((desk / "problem4.ipynb").read_text())
        notebook["cells"][0]["source"] = text
        (desk / "problem4.ipynb").write_text(json.dumps(notebook))
    packed = packing.pack(desk, student, "", moment)
    path = inbox / name.format(packed.file)
    path.write_bytes(packed.data)
    return path


def submitted(root, student, name="problem4.ipynb"):
    return (root / "submitted" / student / "differentiation" / name).read_text()


HOSTILE = {
    "climbs out": (archive([manifest(), ("../../problem1.ipynb", "{}")]), "unsafe"),
    "absolute": (archive([manifest(), ("/etc/problem1.ipynb", "{}")]), "unsafe"),
    "drive": (archive([manifest(), ("C:\\problem1.ipynb", "{}")]), "unsafe"),
    "backslashes": (archive([manifest(), ("..\\..\\problem1.ipynb", "{}")]), "unsafe"),
    "link": (archive([manifest(), NB, ("x", "/etc/passwd")], links=["x"]), "link"),
    "linked notebook": (archive([manifest(), ("problem1.ipynb", "/etc/passwd")], ["problem1.ipynb"]), "link"),
    "no zip": (b"PK\x03\x04 not really", "damaged"),
    "text": (b"hello", "damaged"),
    "cut off": (archive([manifest(), NB])[:-30], "damaged"),
    "empty": (archive([]), "none of the assignment"),
    "other files": (archive([manifest(), ("essay.docx", "x")]), "none of the assignment"),
    "nobody": (archive([NB]), "whose"),
    "bad id": (archive([manifest("../../root"), NB]), "no student id"),
    "id with plus": (archive([manifest("a+b"), NB]), "no student id"),
    "id of another type": (archive([manifest({"a": 1}), NB]), "no student id"),
    "two versions": (archive([manifest(), NB, ("old/problem1.ipynb", "[]")]), "twice"),
    "too many": (archive([manifest(), NB] + [(f"{i}", "") for i in range(400)]), "members"),
    "huge manifest": (archive([("hand-in.json", " " * 1_000_000), NB]), "larger"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_archives_are_refused_in_one_line(name):
    data, word = HOSTILE[name]
    with pytest.raises(Refused, match=word) as caught:
        read_archive(data, "hand-in.zip", RELEASED)
    assert "\n" not in str(caught.value)


def test_a_zip_bomb_is_refused_without_being_unpacked(monkeypatch):
    monkeypatch.setattr(handins, "MAX_MEMBER", 1_000_000)
    bomb = archive([manifest(), ("problem1.ipynb", b" " * 30_000_000)])
    assert len(bomb) < 100_000
    with pytest.raises(Refused, match="larger than 1 MB"):
        read_archive(bomb, "x.zip", RELEASED)


def test_a_bomb_with_a_lying_header_is_refused(monkeypatch):
    monkeypatch.setattr(handins, "MAX_MEMBER", 1_000_000)
    bomb = archive([manifest(), ("problem1.ipynb", b" " * 30_000_000)])
    size = (30_000_000).to_bytes(4, "little")
    with pytest.raises(Refused):
        read_archive(bomb.replace(size, (10).to_bytes(4, "little")), "x.zip", RELEASED)


def test_many_members_together_are_limited(monkeypatch):
    monkeypatch.setattr(handins, "MAX_TOTAL", 1_000_000)
    data = archive(
        [manifest(), ("problem1.ipynb", b" " * 700_000), ("problem4.ipynb", b" " * 700_000)]
    )
    with pytest.raises(Refused, match="larger"):
        read_archive(data, "x.zip", RELEASED)


def test_an_encrypted_archive_is_refused():
    data = bytearray(archive([NB]))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    with pytest.raises(Refused, match="encrypted"):
        read_archive(bytes(data), "x.zip", RELEASED)


def test_what_a_mac_packs_again_is_taken_in():
    data = archive(
        [
            ("hand-in_ada/hand-in.json", manifest()[1]),
            ("hand-in_ada/problem1.ipynb", "{}"),
            ("__MACOSX/hand-in_ada/._problem1.ipynb", "x"),
            ("hand-in_ada/.DS_Store", "x"),
        ]
    )
    (taken,), _ = read_archive(data, "Archive.zip", RELEASED)
    assert taken.student == "ada"
    assert "without problem4.ipynb" in taken.notes


def test_the_file_name_tells_the_student_if_the_contents_do_not():
    name = "Lovelace Ada_4711_assignsubmission_file_hand-in_ada_20270115T080000Z (1).zip"
    (taken,), _ = read_archive(archive([NB]), name, RELEASED)
    assert (taken.student, taken.moment) == ("ada", "20270115T080000Z")


def test_a_name_that_contradicts_the_contents_is_remarked():
    name = "hand-in_bob_20270115T080000Z.zip"
    (taken,), _ = read_archive(archive([manifest("ada"), NB]), name, RELEASED)
    assert taken.student == "ada"
    assert "bob" in taken.notes[0]


def test_a_notebook_changed_afterwards_is_remarked():
    data = archive([manifest(notebooks={"problem1.ipynb": {"sha256": "0" * 64}}), NB])
    (taken,), _ = read_archive(data, "x.zip", RELEASED)
    assert any("changed" in note for note in taken.notes)


def test_an_lms_archive_of_hand_ins_is_opened():
    good = archive([manifest("ada"), NB])
    other = archive([manifest("bob"), NB])
    whole = archive(
        [("Ada_1/hand-in.zip", good), ("Bob_2/x (1).zip", other), ("Eve_3/e.zip", b"junk")]
    )
    taken, refusals = read_archive(whole, "submissions.zip", RELEASED)
    assert [each.student for each in taken] == ["ada", "bob"]
    assert refusals == [("submissions.zip/Eve_3/e.zip", "the archive is damaged")]
    assert not any("Eve_3" in note for each in taken for note in each.notes)


def test_archives_are_opened_one_level_deep_only():
    deep = archive([("a.zip", archive([("b.zip", archive([manifest(), NB]))]))])
    taken, refusals = read_archive(deep, "x.zip", RELEASED)
    assert taken == []
    assert [name for name, _ in refusals] == ["x.zip/a.zip"]


@pytest.mark.grading
def test_each_refused_file_of_an_lms_archive_has_its_line(root, inbox, capsys):
    """Also if the archive's first hand-in is superseded or was taken in before."""
    whole = archive(
        [
            ("Euler_1/hand-in.zip", archive([manifest("euler", "20270115T080000Z"), NB])),
            ("Euler_1/hand-in (1).zip", archive([manifest("euler", "20270115T080009Z"), NB])),
            ("Cauchy_2/hand-in.zip", b"PK broken"),
            ("Abel_3/answer.pdf", b"%PDF"),
            ("Galois_4/problem1.ipynb", "{}"),
            ("__MACOSX/Euler_1/._hand-in.zip", "x"),
        ]
    )
    (inbox / "submissions.zip").write_bytes(whole)
    for _ in range(2):
        assert collect(inbox) == 1
        said = capsys.readouterr().out
        for name in ("Cauchy_2/hand-in.zip", "Abel_3/answer.pdf", "Galois_4/problem1.ipynb"):
            assert said.count(f"submissions.zip/{name}: not taken in: ") == 1
        assert said.count("not taken in") == 3
        assert "passed over" in said or "is there already" in said
    assert [path.name for path in (root / "submitted").iterdir()] == ["euler"]


@pytest.mark.grading
def test_a_folder_is_taken_in_through_zip_collect(root, desk, inbox, capsys):
    put(inbox, desk, "ada", MONDAY, text="ada, Monday")
    put(inbox, desk, "ada", TUESDAY, name="Ada_12345_hand-in (1).zip", text="ada, Tuesday")
    put(inbox, desk, "bob", MONDAY, name="sub folder of {}", text="bob")
    (inbox / "essay.pdf").write_bytes(b"%PDF")
    (inbox / "problem1.ipynb").write_text("{}")
    (inbox / "evil.zip").write_bytes(HOSTILE["climbs out"][0])
    (inbox / "link.zip").symlink_to("/etc/passwd")
    assert collect(inbox) == 1
    said = capsys.readouterr().out
    assert "ada, Tuesday" in submitted(root, "ada")
    assert "bob" in submitted(root, "bob")
    assert submitted(root, "ada", "timestamp.txt").startswith("2027-01-16 08:00:00")
    assert sorted(path.name for path in (root / "submitted").iterdir()) == ["ada", "bob"]
    for name in ("essay.pdf", "problem1.ipynb", "evil.zip", "link.zip"):
        assert f"{name}: not taken in" in said
    assert "passed over, ada handed in" in said
    assert not list(root.parent.glob("*.ipynb"))

    # The same folder again changes nothing.
    assert collect(inbox) == 1
    assert "is there already" in capsys.readouterr().out
    assert "ada, Tuesday" in submitted(root, "ada")

    # A later hand-in replaces the earlier one, which is kept aside; an older one does not.
    for path in inbox.iterdir():
        path.unlink()
    put(inbox, desk, "ada", TUESDAY + 60, text="ada, later")
    put(inbox, desk, "bob", MONDAY - 60, text="bob, older")
    assert collect(inbox) == 0
    assert "ada, later" in submitted(root, "ada")
    assert "older" not in submitted(root, "bob")
    kept = list((root / "downloaded" / "differentiation" / "replaced").glob("ada_*/problem4.ipynb"))
    assert ["ada, Tuesday" in path.read_text() for path in kept] == [True]


def test_nothing_to_take_in(root, inbox, capsys):
    assert collect(inbox) == 1
    assert "nothing" in capsys.readouterr().out


def test_no_folder_and_no_release_are_problems(root, inbox, tmp_path, monkeypatch):
    with pytest.raises(Problem, match="not a folder"):
        collect(tmp_path / "nowhere")
    monkeypatch.setenv("COURSE_NBGRADER_ROOT", str(tmp_path / "other"))
    with pytest.raises(Problem, match="released"):
        module.collect(inbox)
