"""The chapters' fixed figures: well-formed, described in words, in the theme's colours, without language."""

import re
from xml.etree import ElementTree

import numpy as np
import pytest

from course import figures
from course.strings import FIGURES
from course.style import ROLES

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module", params=sorted(FIGURES))
def picture(request):
    return getattr(figures, request.param)()


def test_every_figure_has_a_sentence_and_every_sentence_a_figure():
    drawn = {
        name
        for name, thing in vars(figures).items()
        if callable(thing) and not name.startswith("_") and thing.__module__ == figures.__name__
    }
    assert drawn - {"Picture"} == set(FIGURES)


def test_it_is_an_image_with_alternative_text_and_caption(picture):
    bundle = picture._repr_mimebundle_()
    assert bundle["text/plain"] == picture.sentence
    html = bundle["text/html"]
    assert len(re.findall(r'<svg role="img" aria-label="[^"]{40,}"', html)) == 1
    assert html.count("<figcaption>") == 1
    assert "<script" not in html


def test_it_is_well_formed_and_small(picture):
    ElementTree.fromstring(picture.svg)
    assert len(picture.svg) < 60_000


def test_its_colours_are_the_themes(picture):
    colours = set(re.findall(r"#[0-9a-fA-F]{6}\b", picture.svg))
    assert not colours & {role.light for role in ROLES.values()}
    assert "var(--role-function)" in picture.svg


def test_there_are_no_words_in_the_picture(picture):
    """A translation must not have to draw anything anew."""
    for text in ElementTree.fromstring(picture.svg).iter(f"{SVG}text"):
        assert not re.search(r"[A-Za-z]{2,}", "".join(text.itertext()))


def test_the_chord_joins_two_points_of_its_curve():
    """The picture's numbers: the chord's ends lie on the graph, the trip turns and comes back below 0."""
    t = np.linspace(0, 5, 501)
    trip = figures._trip(t)
    assert trip[0] == 0
    assert trip.max() > trip[-1]
    assert trip[-1] < 0
