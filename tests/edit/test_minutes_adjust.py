"""Minutes signed and adjusted, the fingerprint when all have, and that taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.after_meetings import (
    NOTES,
    PROTOCOL,
    UNJUDGED,
    added,
    change,
    data_faults,
    meeting,
    minutes,
    practice,
    protocol,
    text,
)
from tests.council import Council
from vrtool.edit.minutes_adjust import adjust, settled, unadjust, waiting
from vrtool.errors import CannotDo
from vrtool.register.fingerprint import adjusted_parts

CHAIR, VICE = "regina-pahittad", "anna-exempel"
DAY, LATER = date(2031, 10, 17), date(2031, 10, 18)


@pytest.fixture(name="council")
def a_council(tmp_path: Path) -> Council:
    return practice(tmp_path)


def _refused(council: Council, key: str = NOTES, **given: object) -> str:
    """Why an adjustment is refused; nothing is written then."""
    before = text(council, key)
    wanted = {"by": (CHAIR,), "on": DAY, **given}
    with pytest.raises(CannotDo) as caught:
        adjust(council.root, key, **wanted)  # type: ignore[arg-type] # as the cases give them
    assert text(council, key) == before
    return str(caught.value).replace("\N{NO-BREAK SPACE}", " ")


# Who adjusts


def test_no_fingerprint_until_all_have_adjusted(council: Council) -> None:
    before = text(council, NOTES)
    first = adjust(council.root, NOTES, [CHAIR], DAY)
    assert added(council, NOTES, before) == (
        "  adjusted:\n    - by: regina-pahittad\n      date: 2031-10-17\n"
    )
    assert [one.who for one in first.waiting] == [VICE]
    assert (first.settled, first.besides) == (False, ())
    assert minutes(council, NOTES).fingerprint == {}


def test_the_last_to_adjust_settles_them(council: Council) -> None:
    adjust(council.root, NOTES, [CHAIR], DAY)
    before = text(council, NOTES)
    done = adjust(council.root, NOTES, [VICE], LATER)
    prints = adjusted_parts(meeting(council, NOTES)[1])
    lines = [f"    {part}: {prints[part]}\n" for part in sorted(prints)]
    assert added(council, NOTES, before) == (
        "    - by: anna-exempel\n      date: 2031-10-18\n  fingerprint:\n" + "".join(lines)
    )
    assert (done.waiting, done.settled) == ((), True)
    assert done.files == (council.root / "data/meetings/or-2031-07.yaml",)
    assert data_faults(council) == []


def test_several_at_once_each_once(council: Council) -> None:
    assert adjust(council.root, NOTES, [CHAIR, VICE, CHAIR], DAY).settled
    assert [one.by for one in minutes(council, NOTES).adjusted] == [CHAIR, VICE]


def test_a_change_after_the_last_adjustment_shows(council: Council) -> None:
    adjust(council.root, NOTES, [CHAIR], DAY)
    change(council, NOTES, "due: 2032-02-20", "due: 2032-02-21")
    assert data_faults(council) == []
    adjust(council.root, NOTES, [VICE], DAY)
    change(council, NOTES, "due: 2032-02-21", "due: 2032-02-22")
    assert data_faults(council) == ["VR142"]


def test_the_same_again_is_told_and_writes_nothing(council: Council) -> None:
    adjust(council.root, NOTES, [CHAIR], DAY)
    again = adjust(council.root, NOTES, [CHAIR], DAY)
    assert again.files == ()
    assert [one.who for one in again.waiting] == [VICE]


def test_the_same_person_on_another_day_is_refused(council: Council) -> None:
    adjust(council.root, NOTES, [CHAIR], DAY)
    assert _refused(council, by=(VICE, CHAIR), on=LATER) == (
        "Det är redan antecknat att Regina Påhittad justerade minnesanteckningarna "
        "17 oktober 2031. Var det fel: vr minutes adjust or-2031-07 --undo."
    )


def test_somebody_besides_is_told_of_and_settles_nothing(council: Council) -> None:
    done = adjust(council.root, NOTES, ["dag-exempel"], DAY)
    assert (done.besides, done.settled) == (("dag-exempel",), False)
    assert [one.who for one in done.waiting] == [CHAIR, VICE]


def test_where_no_norm_asks_one_adjustment_settles(council: Council) -> None:
    done = adjust(council.root, UNJUDGED, ["agnes-fingerad"], date(2031, 11, 20))
    assert (done.waiting, done.besides, done.settled) == ((), (), True)
    assert minutes(council, UNJUDGED).fingerprint
    assert data_faults(council) == []


def test_notes_adjusted_before_there_were_fingerprints_get_theirs(council: Council) -> None:
    council.add(
        f"meetings/{NOTES}.yaml",
        "  adjusted: [{by: regina-pahittad, date: 2031-10-17}, "
        "{by: anna-exempel, date: 2031-10-17}]\n",
    )
    assert adjust(council.root, NOTES, [CHAIR], DAY).settled
    parts = adjusted_parts(meeting(council, NOTES)[1])
    assert minutes(council, NOTES).fingerprint == parts


# Signed minutes


def test_signed_by_one_and_adjusted_by_another(tmp_path: Path) -> None:
    council, day = protocol(tmp_path), date(2018, 11, 30)
    before = text(council, PROTOCOL)
    first = adjust(council.root, PROTOCOL, ["nils-provsson"], day)
    assert [(one.who, one.signs) for one in first.waiting] == [("ragnhild-pahittad", True)]
    assert not first.settled
    done = adjust(council.root, PROTOCOL, ["ragnhild-pahittad"], day, signs=True)
    assert (done.waiting, done.settled) == ((), True)
    signature = "  signed:\n    by: ragnhild-pahittad\n    date: 2018-11-30\n"
    assert added(council, PROTOCOL, before).startswith(
        f"{signature}  adjusted: [{{by: nils-provsson, date: 2018-11-30}}]\n  fingerprint:\n"
    )
    assert data_faults(council) == []
    for signs in (True, False):
        unadjust(council.root, PROTOCOL, signs=signs)
    assert text(council, PROTOCOL) == before


def test_a_second_signature_is_refused(tmp_path: Path) -> None:
    council, day = protocol(tmp_path), date(2018, 11, 30)
    adjust(council.root, PROTOCOL, ["ragnhild-pahittad"], day, signs=True)
    told = _refused(council, PROTOCOL, by=("viktor-exempel",), on=day, signs=True)
    assert told == (
        "Det är redan antecknat att Ragnhild Påhittad undertecknade protokollet "
        "30 november 2018. Var det fel: vr minutes adjust srb-2018-06 --undo --sign."
    )


# What is refused


@pytest.mark.parametrize(
    ("old", "new", "lacking"),
    [
        ("  led_by: regina-pahittad\n", "", "vem som ledde mötet"),
        ("  secretary: rakel-skrivare\n", "", "vem som var sekreterare"),
        (
            "      outcome:\n        kind: position\n        text: as-proposed\n    - id: koll",
            "    - id: koll",
            "resultatet av ”Årshjul 2032”",
        ),
    ],
)
def test_what_is_to_be_adjusted_must_be_there(
    council: Council, old: str, new: str, lacking: str
) -> None:
    change(council, NOTES, old, new)
    assert _refused(council) == (
        "Minnesanteckningarna från ordföranderådet 10 oktober 2031 kan inte justeras än: där "
        f"saknas {lacking}. Fyll i det i data/meetings/or-2031-07.yaml först."
    )


def test_a_skeleton_is_nothing_to_adjust(council: Council) -> None:
    before, _, _ = text(council, NOTES).partition("minutes:\n")
    council.write(f"meetings/{NOTES}.yaml", f"{before}minutes:\n  attendance:\n    present:\n")
    assert "där saknas vem som ledde mötet, vem som var sekreterare och närvaron. Fyll" in _refused(
        council
    )
    council.write(f"meetings/{NOTES}.yaml", before)
    assert _refused(council).endswith("är inte påbörjade. Börja med vr minutes start or-2031-07.")


def test_a_forum_without_a_chair_needs_nobody_to_have_led(council: Council) -> None:
    assert minutes(council, UNJUDGED).led_by is None
    assert adjust(council.root, UNJUDGED, ["agnes-fingerad"], date(2031, 11, 20)).files


def test_not_before_the_meeting(council: Council) -> None:
    assert _refused(council, on=date(2031, 10, 9)).endswith(
        "kan inte ha justerats 9 oktober 2031, före mötet. Rätta dagen."
    )
    assert adjust(council.root, NOTES, [CHAIR], date(2031, 10, 10)).files


def test_not_what_was_changed_since_it_was_adjusted(council: Council) -> None:
    adjust(council.root, NOTES, [CHAIR, VICE], DAY)
    change(council, NOTES, "due: 2032-02-20", "due: 2032-02-21")
    assert "är ändrade efter justering; vr check visar var." in _refused(
        council, by=("dag-exempel",)
    )


def test_not_a_cancelled_meeting(council: Council) -> None:
    change(council, NOTES, "mode: hybrid", "mode: hybrid\ncancelled: {reason: Storm.}")
    assert _refused(council) == "Ordföranderådet 10 oktober 2031 är inställt: Storm."


def test_not_two_items_under_one_id(council: Council) -> None:
    change(council, NOTES, "- id: ovriga-fragor", "- id: arshjul")
    assert "har id arshjul. Ge dem olika" in _refused(council)


# Taken back


def test_taking_back_leaves_the_file_as_it_was(council: Council) -> None:
    before = text(council, NOTES)
    adjust(council.root, NOTES, [CHAIR], DAY)
    halfway = text(council, NOTES)
    adjust(council.root, NOTES, [VICE], LATER)
    files, who = unadjust(council.root, NOTES)
    assert (text(council, NOTES), who, len(files)) == (halfway, VICE, 1)
    assert unadjust(council.root, NOTES)[1] == CHAIR
    assert text(council, NOTES) == before
    with pytest.raises(CannotDo, match=r"Att någon har justerat minnesanteckningarna .* inget att"):
        unadjust(council.root, NOTES)
    with pytest.raises(CannotDo, match="Att någon har undertecknat"):
        unadjust(council.root, NOTES, signs=True)


def test_taking_back_one_too_many_leaves_the_fingerprint(council: Council) -> None:
    adjust(council.root, NOTES, [CHAIR, VICE], DAY)
    settled_text = text(council, NOTES)
    adjust(council.root, NOTES, ["dag-exempel"], DAY)
    assert unadjust(council.root, NOTES)[1] == "dag-exempel"
    assert text(council, NOTES) == settled_text
    demands, there = meeting(council, NOTES)
    assert settled(demands, there)
    assert waiting(demands, there) == ()


def test_nothing_is_taken_back_from_under_a_correction(council: Council) -> None:
    adjust(council.root, NOTES, [CHAIR, VICE], DAY)
    change(
        council,
        NOTES,
        "  fingerprint:\n",
        "  corrections: [{date: 2031-11-01, text: X}]\n  fingerprint:\n",
    )
    with pytest.raises(CannotDo, match="har rättelser, som bara hör till det som är justerat"):
        unadjust(council.root, NOTES)


def test_comments_and_line_ends_stay(council: Council) -> None:
    path = council.root / "data/meetings/or-2031-07.yaml"
    raw = path.read_bytes().replace(b"  secretary:", b"  # hon vikarierar\n  secretary:")
    path.write_bytes(raw.replace(b"\n", b"\r\n") + b"# slut\r\n")
    before = path.read_bytes()
    adjust(council.root, NOTES, [CHAIR, VICE], DAY)
    after = path.read_bytes()
    assert b"\n" not in after.replace(b"\r\n", b"")
    new = [line for line in after.splitlines() if line not in before.splitlines()]
    assert [line for line in after.splitlines() if line not in new] == before.splitlines()
    for _ in range(2):
        unadjust(council.root, NOTES)
    assert path.read_bytes() == before
