"""The styles that the Word form has beside those of the other documents."""

from __future__ import annotations

from tenfold.documents.about import Colours

GREY = "55606A"
SIZES = {3: 23, 4: 22, 5: 21, 6: 21, 7: 21}


def form_styles(colours: Colours) -> str:
    """WordprocessingML of the styles, to put behind those that are there."""
    headings = "".join(
        style(
            f"Heading{level}",
            f"heading {level}",
            f'<w:keepNext/><w:spacing w:before="160" w:after="60"/><w:outlineLvl w:val="{level - 1}"/>',
            f'<w:b/><w:bCs/><w:color w:val="{colours.main}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
        )
        for level, size in SIZES.items()
    )
    return headings + "".join(style(*each) for each in OTHERS) + CODE_TEXT


def style(id: str, name: str, paragraph: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:uiPriority w:val="20"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


GREY_TEXT = f'<w:color w:val="{GREY}"/><w:sz w:val="19"/><w:szCs w:val="19"/>'
OTHERS = (
    ("Hint", "Form Hint", '<w:keepNext/><w:spacing w:after="60"/>', GREY_TEXT),
    ("TableHint", "Form Table Hint", '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>', GREY_TEXT),
    (
        "Answer",
        "Form Answer",
        (
            '<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="B9B09F"/></w:pBdr>'
            '<w:spacing w:before="40" w:after="120"/><w:ind w:left="170"/>'
        ),
        "",
    ),
    ("Choice", "Form Choice", '<w:spacing w:after="20"/><w:ind w:left="340" w:hanging="340"/>', ""),
    ("TableLabel", "Form Table Label", '<w:spacing w:after="0"/>', '<w:b/><w:bCs/><w:sz w:val="20"/>'),
    ("ListParagraph", "List Paragraph", '<w:spacing w:after="60"/>', ""),
    ("ListContinue", "List Continue", '<w:spacing w:after="60"/>', ""),
    ("Quote", "Quote", '<w:ind w:left="567" w:right="567"/>', "<w:i/><w:iCs/>"),
    (
        "CodeBlock",
        "Form Code",
        '<w:spacing w:line="240" w:lineRule="auto"/>',
        '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>',
    ),
    ("Rule", "Form Rule", '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="B9B09F"/></w:pBdr>', ""),
)
CODE_TEXT = (
    '<w:style w:type="character" w:styleId="CodeText"><w:name w:val="Form Code Text"/>'
    '<w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
    f'<w:rPr><w:color w:val="{GREY}"/></w:rPr></w:style>'
)
