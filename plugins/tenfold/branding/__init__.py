"""How a local copy looks: a palette from two colours with every pair checked, a logo, a typeface, and the files that
come of them. Knows colours and pictures; knows no records, no pages and not MkDocs."""

from tenfold.branding.brand import Brand, Picture
from tenfold.branding.colours import NotAColour, read_colour
from tenfold.branding.logo import Logo, LogoRefused, checked_alt, take_logo
from tenfold.branding.palette import Palette
from tenfold.branding.refusing import Refusal, Refused, palette
from tenfold.branding.stylesheet import stylesheet
from tenfold.branding.typefaces import TYPEFACES, NoSuchTypeface, Typeface, typeface

__all__ = [
    "TYPEFACES",
    "Brand",
    "Logo",
    "LogoRefused",
    "NoSuchTypeface",
    "NotAColour",
    "Palette",
    "Picture",
    "Refusal",
    "Refused",
    "Typeface",
    "checked_alt",
    "palette",
    "read_colour",
    "stylesheet",
    "take_logo",
    "typeface",
]
