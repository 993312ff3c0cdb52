"""A profile says what holds for all tables of a family."""

from attrs import evolve

from interagency.importers.r4v.profile import PROFILE
from interagency.importers.tabular.read import imported
from tests.importers.grids import table

ROWS = [("Org id", "Name"), ("7", "Casa Uno")]


def test_the_architecture_and_its_sources_are_as_the_profile_says() -> None:
    profile = evolve(PROFILE, title="Partners", publisher="A ministry", situation="mixed")
    whole = imported((table(ROWS),), profile).architecture
    assert (whole.title, whole.situation, whole.note) == ("Partners", "mixed", PROFILE.note)
    assert [source.publisher for source in whole.sources] == ["A ministry"]


def test_ids_of_organizations_are_of_its_scheme_and_keep_off_its_prefixes() -> None:
    profile = evolve(PROFILE, scheme="registry", prefixes=("casa",))
    (organization,) = imported((table(ROWS),), profile).architecture.organizations
    assert (organization.id, organization.identifiers) == ("org-casa-uno", (("registry", "7"),))
