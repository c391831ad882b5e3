"""What stands at the top of a packed copy: a page to double-click, and a text that says how.

On Windows a double click inside a zip unpacks that one file alone, and everything it leads to is missing. So the page
to start from says what to do then; when the copy is beside it, it leads there at once.
"""

from __future__ import annotations

from html import escape

from tenfold.offline.about import About

START, READ_ME, SITE = "START HERE.html", "READ ME FIRST.txt", "site"
LEADS_ON = "offline/here.js"

PAGE = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{name}: start here</title>
<style>
body {{ margin: 0; font: 1.125rem/1.6 system-ui, "Segoe UI", sans-serif; color: #1a1a1a; background: #fff; }}
main {{ max-width: 38rem; margin: 3rem auto; padding: 0 1.5rem; }}
a {{ color: #0b4f6c; }}
@media (prefers-color-scheme: dark) {{ body {{ color: #f2f2f2; background: #16191b; }} a {{ color: #8fd0ee; }} }}
</style>
<script src="{site}/{leads_on}"></script>
</head>
<body>
<main>
<h1>{name}</h1>
<p><a href="{site}/index.html">Open the toolkit</a></p>
<h2>If that leads nowhere</h2>
<p>This page was opened from inside the zip file, where the rest cannot be reached. Unpack it first:</p>
<ol>
<li>Close this page.</li>
<li>Windows: right-click the zip file and choose “Extract All”. Mac: double-click the zip file.</li>
<li>In the new folder, double-click “START HERE” again.</li>
</ol>
</main>
</body>
</html>
"""

TEXT = """{name}: offline copy{dated}

HOW TO OPEN IT

1. Unpack the zip file first.
   Windows: right-click it and choose "Extract All".
   Mac: double-click it.
2. In the new folder, double-click "START HERE".

It opens in your web browser and needs no internet. Nothing is
installed, and nothing that you type leaves this computer.

HOW TO PASS IT ON

Copy the whole folder, or the zip file, to a USB stick or a shared
drive. "START HERE" and the folder "{site}" must stay side by side.

GOOD TO KNOW

It needs a computer: phones and tablets do not open such folders.
It does not update itself.{newest}
Links to other websites need the internet.
A page may say that your setting is "kept on this device": some
browsers keep it for that one page only.
"""


def start_page(about: About) -> str:
    return PAGE.format(name=escape(about.name), site=SITE, leads_on=LEADS_ON)


def read_me(about: About) -> str:
    """The text for people, with the ends of lines that every editor knows."""
    newest = f" The newest is at\n{about.address}" if about.address else ""
    dated = f", content of {about.day}" if about.day else ""
    return TEXT.format(name=about.name, dated=dated, site=SITE, newest=newest).replace("\n", "\r\n")


def leading_on() -> str:
    """The script by which the first page knows that the copy is beside it."""
    return f'location.replace("{SITE}/index.html");\n'
