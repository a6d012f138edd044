"""What the standards ask of the formats for programs, closed against all that they do not know.

Of SARIF 2.1.0 the parts that are written here; GitLab's Code Quality and the XML of JUnit whole.
"""

from __future__ import annotations

from typing import Any


def _object(properties: dict[str, Any], *optional: str) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def _list(items: dict[str, Any], *, least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least, "uniqueItems": True}


_TEXT = {"type": "string", "minLength": 1}
_POSITIVE = {"type": "integer", "minimum": 1}
_INDEX = {"type": "integer", "minimum": 0}
_MESSAGE = _object({"text": _TEXT})
_PHYSICAL = _object(
    {
        "artifactLocation": _object(
            {
                "uri": {"type": "string", "pattern": r"^[A-Za-z0-9._~/%-]+$"},
                "uriBaseId": {"const": "%SRCROOT%"},
            }
        ),
        "region": _object(
            {
                "startLine": _POSITIVE,
                "startColumn": _POSITIVE,
                "endLine": _POSITIVE,
                "endColumn": _POSITIVE,
            }
        ),
    }
)
_RULE = _object(
    {
        "id": _TEXT,
        "name": _TEXT,
        "shortDescription": _MESSAGE,
        "fullDescription": _MESSAGE,
        "help": _object({"text": _TEXT, "markdown": _TEXT}),
    }
)
_RESULT = _object(
    {
        "ruleId": _TEXT,
        "ruleIndex": _INDEX,
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": _MESSAGE,
        "locations": _list(_object({"physicalLocation": _PHYSICAL}), least=1),
        "partialFingerprints": {"type": "object", "additionalProperties": _TEXT},
        "suppressions": _list(
            _object(
                {
                    "kind": {"enum": ["inSource", "external"]},
                    "status": {"enum": ["accepted", "underReview", "rejected"]},
                    "justification": _TEXT,
                }
            )
        ),
        "relatedLocations": _list(
            _object({"id": _INDEX, "physicalLocation": _PHYSICAL, "message": _MESSAGE})
        ),
    }
)
_DRIVER = _object(
    {"name": _TEXT, "version": _TEXT, "language": {"const": "sv"}, "rules": _list(_RULE)}
)
_RUN = _object(
    {
        "tool": _object({"driver": _DRIVER}),
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "originalUriBaseIds": _object({"%SRCROOT%": _object({"description": _MESSAGE})}),
        "invocations": _list(_object({"executionSuccessful": {"type": "boolean"}})),
        "results": {"type": "array", "items": _RESULT},
    }
)
SARIF = _object({"$schema": _TEXT, "version": {"const": "2.1.0"}, "runs": _list(_RUN, least=1)})

GITLAB = {
    "type": "array",
    "items": _object(
        {
            "description": _TEXT,
            "check_name": _TEXT,
            "fingerprint": _TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": _object(
                {
                    "path": {"type": "string", "pattern": r"^(?!\./|/).+"},
                    "lines": _object({"begin": _POSITIVE}),
                }
            ),
        }
    ),
}

_RESULTS = "".join(
    f"""
    <xs:element name="{name}"><xs:complexType mixed="true">
      <xs:attribute name="message" type="xs:string"/><xs:attribute name="type" type="xs:string"/>
    </xs:complexType></xs:element>"""
    for name in ("failure", "error", "skipped")
)
_COUNTS = "".join(
    f'<xs:attribute name="{name}" type="xs:nonNegativeInteger" use="required"/>'
    for name in ("tests", "failures", "errors", "skipped")
)
JUNIT = f"""\
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="testsuites"><xs:complexType>
    <xs:sequence><xs:element ref="testsuite" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    <xs:attribute name="name" type="xs:string"/>
    <xs:attribute name="tests" type="xs:nonNegativeInteger"/>
    <xs:attribute name="failures" type="xs:nonNegativeInteger"/>
  </xs:complexType></xs:element>
  <xs:element name="testsuite"><xs:complexType>
    <xs:sequence><xs:element ref="testcase" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    <xs:attribute name="name" type="xs:string" use="required"/>{_COUNTS}
  </xs:complexType></xs:element>
  <xs:element name="testcase"><xs:complexType>
    <xs:choice minOccurs="0">{_RESULTS}<xs:element name="system-out" type="xs:string"/></xs:choice>
    <xs:attribute name="name" type="xs:string" use="required"/>
    <xs:attribute name="classname" type="xs:string" use="required"/>
  </xs:complexType></xs:element>
</xs:schema>
"""
