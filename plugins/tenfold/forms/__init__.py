"""Forms: what a case study needs as questions in the order in which people tell it, as templates to fill in, and read
back from them.

Everything that a form says is derived from the model: labels, hints and words to choose from.
"""

from tenfold.forms.answers import Answered, answer, put
from tenfold.forms.opening import fill_from, read_form
from tenfold.forms.pieces import CannotRead, Filled
from tenfold.forms.questions import AnswerKind, Question, Step, all_questions, editors_step, question_at, steps
from tenfold.forms.record_text import as_record_text

__all__ = [
    "AnswerKind",
    "Answered",
    "CannotRead",
    "Filled",
    "Question",
    "Step",
    "all_questions",
    "answer",
    "as_record_text",
    "editors_step",
    "fill_from",
    "put",
    "question_at",
    "read_form",
    "steps",
]
