"""A notice that goes out, the supplement that follows, and both taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.edit.meetings import ID, MEETING, PATH, added, council, data_faults, known
from vrtool.edit.agendas import fix
from vrtool.edit.notices import Notice, send, unsend
from vrtool.errors import CannotDo

DAY = date(2031, 3, 3)
LATER = date(2031, 3, 10)
SENT = Notice(DAY)
FULL = Notice(DAY, to=("alby", "berga"), by="rut", officials=())
NEW = """\
    - id: sent
      title: Sent ärende
      purpose: [information]
"""
OFFICIALS = "    officials: [{office: kso, each: municipality}]\n    chair: rad/ordforande\n"


def test_the_day_is_recorded_and_the_numbers_stand(tmp_path: Path) -> None:
    file = council(tmp_path)
    done = send(tmp_path, ID, SENT)
    assert (done.files, done.late) == ((file,), ())
    assert done.numbers == {"oppnande": 1, "natet": 2, "vagen": 3}
    now = file.read_text(encoding="utf-8")
    flow = "purpose: [information], number: 2}  # kort\n"
    assert flow in now
    assert added(MEETING, now.replace(", number: 2}", "}")) == [
        *("number: 1", "number: 3", "notice:", "sent: 2031-03-03")
    ]
    assert data_faults(tmp_path) == []


def test_to_whom_and_by_whom_and_which_officials(tmp_path: Path) -> None:
    file = council(tmp_path)
    send(tmp_path, ID, FULL)
    assert file.read_text(encoding="utf-8").endswith(
        "notice:\n  sent:\n    date: 2031-03-03\n    to: [alby, berga]\n"
        "  by: rut\n  officials: all\n"
    )
    unsend(tmp_path, ID)
    send(tmp_path, ID, Notice(DAY, officials=("bo", "asta")))
    assert "  sent: 2031-03-03\n  officials: [bo, asta]\n" in file.read_text(encoding="utf-8")
    assert data_faults(tmp_path) == []


@pytest.mark.parametrize("notice", [SENT, FULL], ids=["day", "everything"])
@pytest.mark.parametrize(
    "more",
    [
        "",
        "minutes:\n  secretary: bo\n",
        "notice:\n  text: Välkomna.  # hälsning\n",
        "notice: {text: Välkomna.}\nnote: Sist\n",
        "note: Sist\nnotice:\n  # alla\n  officials: all\n",
    ],
)
def test_taking_it_back_leaves_the_file_as_it_was(
    tmp_path: Path, notice: Notice, more: str
) -> None:
    file = council(tmp_path, MEETING + more)
    send(tmp_path, ID, notice)
    assert known(tmp_path).meetings[ID].items[3].number == 3
    assert unsend(tmp_path, ID).numbers == {"oppnande": 1, "natet": 2, "vagen": 3}
    assert file.read_text(encoding="utf-8") == MEETING + more


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    file = council(tmp_path)
    before = MEETING.replace("\n", "\r\n").encode()
    file.write_bytes(before)
    send(tmp_path, ID, SENT)
    assert b"number: 1\r\n" in file.read_bytes()
    unsend(tmp_path, ID)
    assert file.read_bytes() == before


def test_items_that_came_later_go_out_as_a_supplement(tmp_path: Path) -> None:
    file = council(tmp_path)
    send(tmp_path, ID, SENT)
    inserted = ("    - id: paus\n", f"{NEW}    - id: paus\n")
    text = file.read_text(encoding="utf-8").replace(*inserted)
    file.write_text(text, encoding="utf-8")
    done = send(tmp_path, ID, Notice(LATER))
    assert ([item.id for item in done.late], done.numbers) == (["sent"], {"sent": 4})
    now = file.read_text(encoding="utf-8")
    assert added(text, now) == ["number: 4", "added: 2031-03-10"]
    assert data_faults(tmp_path) == []
    with pytest.raises(CannotDo, match=r"inga punkter har kommit till .* agenda send .* --undo"):
        send(tmp_path, ID, Notice(LATER))
    assert [item.id for item in unsend(tmp_path, ID).late] == ["sent"]
    assert file.read_text(encoding="utf-8") == text
    assert unsend(tmp_path, ID).late == ()
    assert file.read_text(encoding="utf-8") == MEETING.replace(
        "    - id: paus\n", f"{NEW}    - id: paus\n"
    )


def test_the_day_an_item_was_added_stays_as_it_was_written(tmp_path: Path) -> None:
    file = council(tmp_path)
    send(tmp_path, ID, SENT)
    dated = f"{NEW}      added: 2031-03-05\n"
    text = file.read_text(encoding="utf-8").replace("notice:", f"{dated}notice:")
    file.write_text(text, encoding="utf-8")
    send(tmp_path, ID, Notice(LATER))
    assert added(text, file.read_text(encoding="utf-8")) == ["number: 4"]
    unsend(tmp_path, ID)
    assert file.read_text(encoding="utf-8") == text


def test_of_two_supplements_the_last_is_taken_back_first(tmp_path: Path) -> None:
    file = council(tmp_path)
    send(tmp_path, ID, SENT)
    for name, day in (("ett", 9), ("tva", 10)):
        text = file.read_text(encoding="utf-8")
        item = NEW.replace("id: sent", f"id: {name}")
        file.write_text(text.replace("notice:", f"{item}notice:"), encoding="utf-8")
        send(tmp_path, ID, Notice(date(2031, 3, day)))
    assert unsend(tmp_path, ID).numbers == {"tva": 5}
    assert unsend(tmp_path, ID).numbers == {"ett": 4}


def test_a_supplement_is_no_first_notice(tmp_path: Path) -> None:
    file = council(tmp_path)
    send(tmp_path, ID, SENT)
    file.write_text(
        file.read_text(encoding="utf-8").replace("notice:", f"{NEW}notice:"), encoding="utf-8"
    )
    with pytest.raises(CannotDo, match="kan inte ha gått ut före 3\xa0mars\xa02031"):
        send(tmp_path, ID, Notice(date(2031, 3, 2)))
    for more in (Notice(LATER, to=("alby",)), Notice(LATER, by="rut"), Notice(LATER, officials=())):
        with pytest.raises(CannotDo, match="utelämna --to, --by och --officials"):
            send(tmp_path, ID, more)


def _warnings(root: Path) -> tuple[str, ...]:
    return send(root, ID, SENT).warnings


def test_that_it_was_not_fixed_is_told_and_stops_nothing(tmp_path: Path) -> None:
    council(tmp_path)
    (told,) = _warnings(tmp_path)
    assert told == (
        "Att dagordningen för rådet 14\xa0mars\xa02031 har fastställts är inte antecknat: "
        "vr agenda fix ra-2031-02"
    )
    unsend(tmp_path, ID)
    fix(tmp_path, ID, date(2031, 2, 28))
    assert _warnings(tmp_path) == ()


def test_a_change_since_it_was_fixed_is_told(tmp_path: Path) -> None:
    file = council(tmp_path)
    fix(tmp_path, ID, date(2031, 2, 28))
    text = file.read_text(encoding="utf-8").replace("title: Vägen", "title: Vägarna")
    file.write_text(text, encoding="utf-8")
    (told,) = _warnings(tmp_path)
    assert told.startswith("Ändrad efter fastställande: punkt 3 ”Vägarna”. Ska det fastställas")


def test_a_notice_without_items_is_told(tmp_path: Path) -> None:
    file = council(tmp_path, MEETING[: MEETING.index("agenda:")])
    assert _warnings(tmp_path) == ("Dagordningen för rådet 14\xa0mars\xa02031 har inga punkter.",)
    assert file.read_text(encoding="utf-8").endswith("notice:\n  sent: 2031-03-03\n")


def test_officials_that_nothing_is_said_of_are_told_once(tmp_path: Path) -> None:
    file = council(tmp_path)
    forms = tmp_path / "data" / "working-forms" / "former.yaml"
    text = forms.read_text(encoding="utf-8")
    forms.write_text(text.replace("    chair: rad/ordforande\n", OFFICIALS, 1), encoding="utf-8")
    fix(tmp_path, ID, date(2031, 2, 28))
    (told,) = _warnings(tmp_path)
    assert told.startswith("Vilka tjänstepersoner som kallades är inte antecknat. ")
    assert PATH in told
    text = file.read_text(encoding="utf-8").replace("notice:", f"{NEW}notice:")
    file.write_text(text, encoding="utf-8")
    assert "tjänsteperson" not in "".join(send(tmp_path, ID, Notice(LATER)).warnings)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("hours:", "cancelled: {reason: Snö.}\nhours:", "är inställt: Snö."),
        ("2031-03-14", "2031-03-02", "kan inte ha gått ut 3\xa0mars\xa02031, efter mötet"),
        ("id: vagen", "id: natet", "Flera punkter vid rådet 14\xa0mars\xa02031 har id natet"),
    ],
)
def test_what_cannot_have_gone_out(tmp_path: Path, old: str, new: str, said: str) -> None:
    file = council(tmp_path, MEETING.replace(old, new))
    before = file.read_bytes()
    with pytest.raises(CannotDo) as raised:
        send(tmp_path, ID, SENT)
    assert said in str(raised.value)
    assert file.read_bytes() == before


def test_what_is_not_taken_back(tmp_path: Path) -> None:
    file = council(tmp_path)
    with pytest.raises(CannotDo, match="har gått ut är inte antecknat: det finns inget"):
        unsend(tmp_path, ID)
    send(tmp_path, ID, SENT)
    text = file.read_text(encoding="utf-8") + "minutes: {attendance: {present: [rut]}}\n"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CannotDo, match="är hållet"):
        unsend(tmp_path, ID)
