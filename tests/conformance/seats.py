"""A body with seats, among those who may hold them."""

from tests.conformance.packs import outcome_of

WORLD = """\
roles: {boss: leads}
organizations:
  a: {name: A, kind: un-agency}
  b: {name: B, kind: national-ngo, tags: [local]}
  n: {name: N, kind: ngo}
  g: {name: G, kind: local-government}
  who-knows: {name: Who, kind: unknown}
  argued: {kind: government, certainty: disputed}
  neither: {kind: national-ngo, tags: none}
  denied: {kind: national-ngo, tags: none, certainty: disputed}
offices:
  o: {organization: a}
posts:
  rc: {organization: a, designations: [resident-coordinator]}
  plain: {office: o, designations: none}
  mystery: {organization: unknown}
  contested: {organization: a, designations: [resident-coordinator], certainty: disputed}
forums:
  other: {kind: steering}
  dark: {kind: network}
"""


def seat(seats: str, wanted: str, head: str = "", body: str = "") -> str:
    """Return the outcome of a clause on the seats of a body called X."""
    document = f"{head}\n{WORLD}  x: {{name: X, kind: rcf{body}{seats and f', seats: {seats}'}}}"
    return outcome_of(document, f"for: {{kind: rcf}}, expect: {{seat: {wanted}}}")
