"""A table of who leads what is not R4V's, whatever it says of R4V."""

from pathlib import Path

import pytest

from interagency.importers.r4v import IMPORTER
from interagency.importers.tabular.source import UnreadableTable


@pytest.mark.parametrize(
    "text",
    [
        "Platform,Country,Sector,Lead Agency,Co-Lead\nR4V,Peru,Health,WHO,NRC\n",
        "Plataforma,Sector,Organización líder\nR4V Perú,Salud,OMS\n",
        "Group,Role,Organization,Source\nR4V Health,lead,WHO,RMRP\n",
    ],
)
def test_a_lead_is_no_appeal(tmp_path: Path, text: str) -> None:
    path = tmp_path / "rmrp-2022.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableTable, match="says who leads what, and no one's appeal"):
        IMPORTER.read(path)
