"""What a role term means; it lives with the vocabularies, and rules find it here."""

from interagency.vocabularies.standing import STANDINGS, Standing, standing_of

__all__ = ["STANDINGS", "Standing", "standing_of"]
