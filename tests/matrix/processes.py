"""Mistakes about a matter that follows a long process."""

from __future__ import annotations

from tests.matrix.mistake import ERROR, WARNING, Mistake, cut, matter, swap

DIALOGUE = matter("2028-001-overenskommelse-med-civilsamhallet")

MISTAKES = (
    Mistake(
        "D-phases",
        "the parties gathered before anybody had met",
        WARNING,
        (swap(DIALOGUE, "inledande-moten: {done: 2028-02}", "inledande-moten: {done: 2028-10}"),),
        where="    samling: {done: 2028-09",
    ),
    Mistake(
        "D-parties",
        "nobody from the civil society takes part",
        ERROR,
        (cut(DIALOGUE, "    - {side: civil-society, name: Föreningarnas samråd}\n"),),
        where="  parties:\n    - {",
    ),
    Mistake(
        "D-leaders",
        "the associations had nobody to lead the process",
        ERROR,
        (
            swap(
                DIALOGUE,
                "{side: civil-society, name: Föreningarnas samordnare, from: 2029-01}",
                "{side: civil-society, vacant: true}",
            ),
        ),
        where="  leaders:\n    - {",
    ),
    Mistake(
        "D-leaders",
        "the region's leader came when the writing was over",
        ERROR,
        (swap(DIALOGUE, "ronja-pahittad, from: 2029-01}", "ronja-pahittad, from: 2029-10}"),),
        where="  leaders:\n    - {",
    ),
    Mistake(
        "D-remiss",
        "the associations approved before the answers were worked through",
        WARNING,
        (
            swap(
                DIALOGUE,
                "ideburet-godkannande: {planned: 2030, done: 2030-01-23}",
                "ideburet-godkannande: {planned: 2030, done: 2029-09-28}",
            ),
        ),
        where="    remissbearbetning: {planned: 2029-10, done: 2029-10",
    ),
    Mistake(
        "D-anchoring",
        "the agreement was never anchored among the officials",
        ERROR,
        (cut(DIALOGUE, "    forankring/tjanst: {done: 2029-10}\n"),),
        where="    signering: {planned: 2030-03, done: 2030-03-13",
    ),
    Mistake(
        "D-anchoring",
        "the action plan was anchored too late among the associations",
        ERROR,
        (
            swap(
                DIALOGUE,
                "handlingsplanens-forankring/ideburna: {done: 2030-12}",
                "handlingsplanens-forankring/ideburna: {done: 2031-06}",
            ),
        ),
        where="    handlingsplanens-forankring/ideburna: {done: 2031-06",
    ),
    Mistake(
        "D-approval",
        "the associations did not approve what was signed",
        ERROR,
        (cut(DIALOGUE, "    ideburet-godkannande: {planned: 2030, done: 2030-01-23}\n"),),
        where="    signering: {planned: 2030-03, done: 2030-03-13",
    ),
    Mistake(
        "D-plan-of-action",
        "the matter was closed without an action plan",
        ERROR,
        (
            cut(DIALOGUE, "    handlingsplan: {planned: 2030, done: 2030-10-09}\n"),
            cut(DIALOGUE, "    uppfoljning: {planned: 2031, done: 2031-05-21}\n"),
        ),
        where="status: closed",
    ),
    Mistake(
        "D-plan-of-action",
        "the action plan came before what it follows was signed",
        ERROR,
        (
            swap(
                DIALOGUE,
                "handlingsplan: {planned: 2030, done: 2030-10-09}",
                "handlingsplan: {planned: 2030, done: 2030-03-01}",
            ),
        ),
        where="    signering: {planned: 2030-03, done: 2030-03-13",
    ),
    Mistake(
        "D-principles",
        "one of the six principles was forgotten",
        ERROR,
        (cut(DIALOGUE, "    principer/mangfald: {done: 2028-11-16}\n"),),
        where="    signering: {planned: 2030-03, done: 2030-03-13",
    ),
    Mistake(
        "VR171",
        "the anchoring is said to be done as a whole",
        ERROR,
        (swap(DIALOGUE, "forankring: {planned: 2029}", "forankring: {planned: 2029, done: 2029}"),),
        where="    forankring: {planned: 2029, done: 2029",
    ),
    Mistake(
        "VR101",
        "a step that the process does not have",
        ERROR,
        (swap(DIALOGUE, "    fortsatt-dialog: {", "    forsatt-dialog: {"),),
        where="    forsatt-dialog: {",
    ),
    Mistake(
        "VR904",
        "a norm on the process speaks of a step it does not have",
        ERROR,
        (
            swap(
                "processes/dialogprocess.yaml",
                "signering: [politiskt-beslut, ideburet-godkannande]",
                "signering: [politiskt-beslut, ideburet-godkannande, fest]",
            ),
        ),
        where="        signering: [politiskt-beslut, ideburet-godkannande, fest",
    ),
)
