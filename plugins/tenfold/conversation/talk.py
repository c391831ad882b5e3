"""The conversation itself: which question comes, what an answer does, and that nothing of it is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tenfold.conversation.advice import more_help
from tenfold.conversation.asks import Ask, asks, is_given, is_needed, keep, name_of, place_of, still_open, value_of
from tenfold.conversation.checking_answers import checked, in_words, new_sources, visible
from tenfold.conversation.choices import choices, chosen, matching
from tenfold.conversation.draft import Draft
from tenfold.conversation.editor import NoEditor, edited, editor_of
from tenfold.conversation.questions import explain, introduce, takes_lines
from tenfold.conversation.replies import EDITOR, HOW, Given, Reply, Wish, one_line, several_lines
from tenfold.conversation.screen import Screen, Stopped
from tenfold.forms import AnswerKind
from tenfold.library import Library
from tenfold.model import Kind
from tenfold.problems import counted

FREE = {AnswerKind.LINE, AnswerKind.PROSE}
"""Answers in words of one's own: they are kept even where something is wrong with them."""
SUGGESTIONS = 8
NOBODY = (
    "Nobody may be recognisable: no names of pupils, no story that points at one, fewer than 10 for small counts. "
    "Adults by their role, and not by name."
)


@dataclass
class Talk:
    """A conversation about one case study.

    Args:
        draft: the answers so far, and where they are kept.
        screen: where questions are shown and answers are read.
        library: the records that answers may name, and that examples are taken from.
        environment: the environment variables, which name somebody's text editor.
    """

    draft: Draft
    screen: Screen
    library: Library
    environment: Mapping[str, str] = field(default_factory=dict)
    step: int = -1
    """The step that was introduced last."""
    pending: str = ""
    """What was typed last and had something wrong with it."""
    asking: Ask | None = None
    """The question that waits for an answer."""
    filled: bool = False
    """Whether answers came from a filled form: then only what is missing is asked."""
    known: frozenset[Ask] = frozenset()
    """What had an answer before the conversation began."""
    alone: bool = False
    """Whether it stopped because nobody can answer any more."""
    again: bool = False
    """Whether what was left for later is being gone through."""

    def run(self) -> bool:
        """Ask until there is nothing more to ask; whether that point was reached. Everything typed is saved.

        Raises:
            OSError: the answers cannot be saved.
        """
        try:
            self.greet()
            ask = self.first()
            while ask is not None:
                ask = self.turn(ask)
            self.ask_again()
        except (Stopped, KeyboardInterrupt) as stopped:
            self.alone = isinstance(stopped, Stopped) and stopped.gone
            self.rescue(stopped.typed if isinstance(stopped, Stopped) else "")
            return False
        return True

    def greet(self) -> None:
        self.screen.say("You are asked one question after the other. Each answer is saved at once. Type")
        self.screen.listed([each for each in HOW if each[0] != EDITOR or self.has_editor])
        self.screen.say()
        self.screen.say(NOBODY)
        known = sum(is_given(value_of(self.draft.answers, ask)) for ask in asks(self.draft.answers))
        if self.draft.written and known:
            start = "You are asked only for what is missing" if self.filled else "You go on where you stopped"
            self.screen.say()
            self.screen.say(f"{counted(known, 'question')} answered so far. {start}.")
            self.list_open()

    @property
    def has_editor(self) -> bool:
        return bool(editor_of(self.environment))

    def list_open(self) -> None:
        names = [name_of(ask) for ask in still_open(self.draft.answers)]
        if names:
            self.screen.say(f"Still needed before it can be published: {'; '.join(names)}.")

    def first(self) -> Ask | None:
        """The question behind the last one that was answered; after a filled form, the first without an answer."""
        everything = self.everything()
        known = [ask for ask in everything if is_given(value_of(self.draft.answers, ask))]
        self.known = frozenset(known)
        if self.draft.written and not self.filled and known:
            return self.after(known[-1])
        return next((ask for ask in everything if not self.is_passed_over(ask)), None)

    def everything(self) -> list[Ask]:
        """All questions, without those that ask for a choice where there is nothing to choose."""
        return [ask for ask in asks(self.draft.answers) if not self.is_idle(ask)]

    def is_idle(self, ask: Ask) -> bool:
        refers = ask.question.refers
        return refers not in {None, Kind.SOURCE, Kind.FEATURE} and not choices(ask.question, self.library)

    def is_passed_over(self, ask: Ask) -> bool:
        """Whether a question had its answer before the conversation began, or could be left out of a filled form."""
        if ask in self.known:
            return True
        in_known_group = any(each.group == ask.group for each in self.known) if ask.group else False
        return self.filled and in_known_group and not is_needed(self.draft.answers, ask)

    def ask_again(self) -> None:
        """Go once through what is needed and was left for later."""
        for ask in still_open(self.draft.answers):
            if not self.again:
                self.again = True
                self.screen.say()
                self.screen.head("What you left for later")
                self.screen.say("These are needed before it can be published. Enter alone leaves one open.")
            if ask in still_open(self.draft.answers):
                self.turn(ask)

    def turn(self, ask: Ask) -> Ask | None:
        """Ask one question until it has an answer or is left; the one that comes next."""
        if ask.step != self.step and not self.again:
            self.step = ask.step
            introduce(self.screen, ask.step)
        self.asking, self.pending = ask, ""
        explain(self.screen, ask, value_of(self.draft.answers, ask), choices(ask.question, self.library))
        while True:
            reply = several_lines(self.screen) if takes_lines(ask.question) else one_line(self.screen)
            if reply is Wish.BACK:
                found = self.before(ask)
                if found is not None:
                    return found
                self.screen.say("This is the first question.")
            elif self.is_done(ask, reply):
                return self.after(ask)

    def is_done(self, ask: Ask, reply: Reply) -> bool:
        """Do what somebody typed; whether the question is dealt with."""
        if isinstance(reply, Given):
            return self.take(ask, reply.text)
        if reply is Wish.EDITOR:
            return self.write_in_editor(ask)
        if reply is Wish.HELP:
            for paragraph in more_help(ask, self.library):
                self.screen.say(paragraph)
            return False
        if reply is Wish.FORGET:
            self.put(ask, None)
            self.screen.say("Deleted.")
        elif self.pending:
            self.put(ask, self.pending)
            self.screen.say("Kept as it is. It stays on the list of what has to be mended.")
        return True

    def take(self, ask: Ask, text: str) -> bool:
        """Take an answer, or say what is wrong with it; whether it was taken."""
        offered = choices(ask.question, self.library)
        if ask.question.kind not in FREE:
            text = chosen(text, ask.question, offered)
        found = checked(ask, text, self.library)
        if not found.problems:
            before = set(new_sources(self.draft.answers, self.library))
            self.put(ask, found.value)
            if ask.question.refers is Kind.SOURCE:
                self.tell_new(before)
            return True
        for problem in dict.fromkeys(map(in_words, found.problems)):
            self.screen.say(problem)
        self.suggest(ask, text)
        return False

    def tell_new(self, before: set[str]) -> None:
        for id in new_sources(self.draft.answers, self.library):
            if id not in before:
                self.screen.say(f'"{id}" is not in the list of sources yet. It is kept; you are reminded at the end.')

    def suggest(self, ask: Ask, text: str) -> None:
        """Say what can be done about an answer that cannot stand."""
        if ask.question.kind in FREE:
            self.pending = visible(text)
            how = "Type it again, or :e to change it in your editor" if self.has_editor else "Type it again"
            self.screen.say(f"{how}. Enter alone keeps it, to mend it later.")
            return
        found = matching(text, choices(ask.question, self.library)) if ask.question.refers else []
        if found:
            self.screen.say("Perhaps one of these:")
            self.screen.listed([(choice.sign, choice.text) for choice in found[:SUGGESTIONS]])
        self.screen.say("Type it again, or press Enter to leave it for later.")

    def write_in_editor(self, ask: Ask) -> bool:
        known = value_of(self.draft.answers, ask)
        text = self.pending or ("\n".join(known) if isinstance(known, list) else known or "")
        try:
            written = edited(text, self.environment)
        except NoEditor as reason:
            self.screen.say(str(reason))
            return False
        return self.take(ask, written) if written.strip() else False

    def put(self, ask: Ask, value: object) -> None:
        """Take a value into the answers, and save them."""
        keep(self.draft.answers, ask, value)
        self.pending = ""
        was = self.draft.file
        self.draft.save()
        if self.draft.file != was:
            place = f"your answers are saved in {self.draft.file.name} from now on."
            self.screen.say(f"{was.name} was changed by another program meanwhile. It is left as it is, and {place}")

    def rescue(self, typed: str) -> None:
        """Save what somebody had typed when they stopped."""
        ask, text = self.asking, typed or self.pending
        if ask is not None and text.strip() and ask.question.kind in FREE:
            found = checked(ask, text, self.library)
            keep(self.draft.answers, ask, visible(text) if found.problems else found.value)
        if self.draft.answers:
            self.draft.save()

    def after(self, ask: Ask) -> Ask | None:
        """The question that comes next."""
        everything = self.everything()
        behind = everything[place_of(ask, everything) + 1 :]
        return next((each for each in behind if not self.is_passed_over(each)), None)

    def before(self, ask: Ask) -> Ask | None:
        """The question that came before; None at the first one."""
        everything = self.everything()
        at = place_of(ask, everything)
        return everything[at - 1] if at > 0 else None
