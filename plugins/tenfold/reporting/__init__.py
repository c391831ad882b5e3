"""Problems in the forms that other programs show: beside the line on GitHub and GitLab, in an editor, in a summary.

What contributors wrote stands in these messages. None of it may end a line early, start a command or become markup.
"""

from tenfold.reporting.github import workflow_commands
from tenfold.reporting.gitlab import code_quality
from tenfold.reporting.sarif import sarif
from tenfold.reporting.summary import Report, as_markdown

__all__ = ["Report", "as_markdown", "code_quality", "sarif", "workflow_commands"]
