"""Controls of the Word form: a list to choose from, and boxes to tick. Word and LibreOffice both know them."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from tenfold.forms.answers import shown
from tenfold.forms.word_prose import text_markup
from tenfold.forms.wording import CHOOSE_ONE
from tenfold.model.vocabulary import Word

BOX_FONT = '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"/>'
TICKED, EMPTY_BOX = "\u2612", "\u2610"


def dropdown(choices: Sequence[str], chosen: str, style: str, *, id: int, tag: str) -> str:
    """A paragraph with a list to choose from; what is chosen, or a text that says to choose."""
    items = "".join(f"<w:listItem w:displayText={quoteattr(each)} w:value={quoteattr(each)}/>" for each in choices)
    holder = "" if chosen else "<w:showingPlcHdr/>"
    look = "" if chosen else '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:sdt><w:sdtPr><w:alias w:val={quoteattr(CHOOSE_ONE)}/>'
        f'<w:tag w:val={quoteattr(tag)}/><w:id w:val="{id}"/>{holder}<w:dropDownList>{items}</w:dropDownList></w:sdtPr>'
        f"<w:sdtContent><w:r>{look}{text_markup(chosen or CHOOSE_ONE)}</w:r></w:sdtContent></w:sdt></w:p>"
    )


def checkbox_line(word: Word, *, chosen: bool, id: int, tag: str) -> str:
    """A paragraph with a box to tick, the label of a word, and what it means."""
    box = TICKED if chosen else EMPTY_BOX
    control = (
        f'<w:sdt><w:sdtPr><w:alias w:val={quoteattr(shown(word))}/><w:tag w:val={quoteattr(tag)}/><w:id w:val="{id}"/>'
        f'<w14:checkbox><w14:checked w14:val="{int(chosen)}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        f'<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r>'
        f"<w:rPr>{BOX_FONT}</w:rPr>{text_markup(box)}</w:r></w:sdtContent></w:sdt>"
    )
    meaning = f'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>{text_markup(f": {word.meaning}")}</w:r>'
    label = f"<w:r>{text_markup(f' {shown(word)}')}</w:r>{meaning if word.meaning else ''}"
    return f'<w:p><w:pPr><w:pStyle w:val="Choice"/></w:pPr>{control}{label}</w:p>'
