"""Footnotes: ids by article and number, ways there and back."""

from __future__ import annotations

from tests.unit.bodies.rendering import found, html_of, rendered, rules, soup, texts


def test_ids_are_made_of_key_and_number() -> None:
    """`fn-<key>-<number>`, and `fnref-<key>-<number>[-k]` for each place, whatever the label was."""
    body, problems = rendered("a[^x] b[^2] c[^x]\n\n[^x]: Một\n[^2]: Hai", "hop-mat")
    assert problems == []
    assert body.anchors == ("fnref-hop-mat-1", "fnref-hop-mat-2", "fnref-hop-mat-1-2", "fn-hop-mat-1", "fn-hop-mat-2")


def test_every_way_leads_somewhere() -> None:
    """Each link of a note goes to an id that exists, there and back."""
    body, _ = rendered("a[^1] b[^2] c[^1]\n\n- d[^2]\n\n[^1]: Một\n\n    > Hai[^2]\n\n[^2]: - Ba\n")
    targets = [str(link["href"]) for link in soup(body.html).find_all("a")]
    assert len(targets) == 10
    assert {target.removeprefix("#") for target in targets} == set(body.anchors)
    assert body.references == ()


def test_a_note_that_nothing_refers_to_has_no_way_back() -> None:
    """It is shown, without a link to nowhere."""
    assert "<a" not in html_of("a\n\n[^1]: Một")
    assert "Một" in html_of("a\n\n[^1]: Một")


def test_a_reference_without_a_note_is_text() -> None:
    """Nothing is taken away."""
    assert html_of("a[^1] b") == "<p>a[^1] b</p>"


def test_the_mark_for_a_place_is_text() -> None:
    """Notes stand at the end: Python-Markdown's place marker means nothing."""
    assert "///Footnotes Go Here///" in html_of("a[^1]\n\n///Footnotes Go Here///\n\nb\n\n[^1]: c")


def test_a_note_inside_a_note() -> None:
    """What a note defines is shown too."""
    body, _ = rendered("a[^1]\n\n[^1]: b\n\n    - c\n\n        [^2]: d\n")
    assert "d" in texts(body)


def test_a_second_definition_is_an_error() -> None:
    """Python-Markdown would show the last one only."""
    assert found("a[^1]\n\n[^1]: b\n\n[^1]: c") == [("repeated-definition", 5)]


def test_the_way_back_is_named_in_vietnamese() -> None:
    assert "Về chỗ có chú thích 1" in html_of("a[^1]\n\n[^1]: b")


def test_notes_are_blocks_without_their_marks() -> None:
    """A quote of the text finds neither the number of a note nor the arrow."""
    body, _ = rendered("tư vấn cho 46[^1] lượt người\n\n[^1]: theo báo cáo")
    assert texts(body) == ["tư vấn cho 46 lượt người", "theo báo cáo"]
    assert [block.line for block in body.blocks] == [10, 12]


def test_notes_need_their_numbers_only_here() -> None:
    """Two bodies with the same notes share no id."""
    first, second = (rendered("a[^1]\n\n[^1]: b", key)[0] for key in ("mot", "hai"))
    assert not set(first.anchors) & set(second.anchors)
    assert rules("a[^1]\n\n[^1]: b") == []
