"""Organizations that projects name."""

from typing import Any

from interagency.document import dumps
from interagency.importers.hpc_projects.read import imported
from interagency.model import Architecture
from tests.importers.hpc_projects.samples import AMEL, UNHCR, organization, page, project


class TestOrganizations:
    def found(self, *members: dict[str, Any]) -> Architecture:
        rows = [project(n, organizations=[each]) for n, each in enumerate(members)]
        return imported((page(*rows),)).architecture

    def test_one_of_the_registry_keeps_its_id_and_is_as_there(self) -> None:
        whole = self.found(UNHCR)
        assert whole.appeals[0].organization == "unhcr"
        assert "organizations:" not in dumps(whole)

    def test_one_that_the_registry_knows_by_name_gets_its_number(self) -> None:
        (unv,) = self.found(organization(77, "United Nations Volunteers", "UNV")).organizations
        assert (unv.id, unv.kind) == ("unv", "un-agency")
        assert dict(unv.identifiers) == {"fts": "77"}

    def test_one_of_the_name_of_another_with_a_number_is_somebody_else(self) -> None:
        (other,) = self.found(organization(78, "Oxfam", "Oxfam")).organizations
        assert (other.id, dict(other.identifiers)) == ("organization-78", {"fts": "78"})

    def test_two_numbers_are_two_organizations_even_of_one_name(self) -> None:
        one, two = (organization(n, "United Nations Volunteers") for n in (77, 79))
        assert [each.id for each in self.found(one, two).organizations] == [
            "united-nations-volunteers",
            "unv",
        ]

    def test_a_shared_short_name_is_no_id(self) -> None:
        pairs = [(1, "Insan Association"), (2, "International Alert")]
        whole = self.found(*(organization(n, name, "IA") for n, name in pairs))
        assert [each.id for each in whole.organizations] == [
            "insan-association",
            "international-alert",
        ]
        assert [each.acronym for each in whole.organizations] == ["IA", "IA"]

    def test_ids_are_never_taken_twice(self) -> None:
        names = ["\u062a\u062d\u062f\u064a", "Same", "Same", "RSYR22"]
        whole = self.found(*(organization(n, name) for n, name in enumerate(names, start=1)))
        assert sorted(each.id for each in whole.organizations) == [
            "organization-1",
            "organization-3",
            "organization-4",
            "same",
        ]

    def test_a_number_that_is_an_id_already_gets_another(self) -> None:
        whole = self.found(organization(1, "Organization 2"), organization(2, "\u0648"))
        assert [each.id for each in whole.organizations] == ["organization-2", "organization-2-2"]

    def test_a_number_that_is_none_still_makes_an_id(self) -> None:
        whole = self.found(organization("A B", ""), organization("a-b", ""))
        assert [each.id for each in whole.organizations] == [
            "organization-a-b",
            "organization-a-b-2",
        ]

    def test_the_id_of_a_source_is_taken(self) -> None:
        (one,) = self.found(organization(5, "HPC projects")).organizations
        assert one.id == "organization-5"

    def test_a_title_gives_another_spelling(self) -> None:
        (amel,) = self.found(AMEL).organizations
        assert amel.aliases == ()  # "Amel" is its short name
        rows = [project(n, f"Lebanon: {who} (WASH response)") for n, who in enumerate("AAB", 1)]
        (other,) = imported((page(*rows),)).architecture.organizations
        assert [each.name for each in other.aliases] == ["A", "B"]

    def test_a_collective_says_so(self) -> None:
        several = organization(10268, "UN agencies and NGOs (Confidential)", collectiveInd=True)
        (one,) = self.found(several).organizations
        assert one.note
        assert "stands for several" in one.note

    def test_a_short_name_that_is_none_is_left_out(self) -> None:
        long = "A short name that is longer than many a name"
        whole = self.found(organization(1, "One", long), organization(2, "Two", "two"))
        assert [each.acronym for each in whole.organizations] == [None, None]
