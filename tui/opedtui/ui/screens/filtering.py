"""Narrowing a list to what matters now, by a filter or by the values of a field."""

from __future__ import annotations

from textual import work
from textual.reactive import var

from ..panes.lists import RecordList
from .editing import Editing

# The prompt and the facets are loaded when they are asked for: a start need not wait for them.


class Filtering(Editing):
    """Opens a line under the panes in which the list that keys reach is filtered."""

    is_prompting: var[bool] = var(False)
    """Whether keys are letters of a filter."""

    @property
    def filtered(self) -> RecordList:
        """The list that keys reach, or the one of the lists that is shown."""
        if isinstance(self.focused, RecordList):
            return self.focused
        return next(records for records in self.query(RecordList) if records.display)

    async def action_filter(self) -> None:
        """The list stays where it is, and narrows as the filter is typed."""
        from ..panes.filter_prompt import FilterPrompt

        records = self.filtered
        prompt = FilterPrompt(records, records.kind.table)
        prompt.palette = self.palette
        self.is_prompting = True
        self.add_class("-prompting")
        await self.mount(prompt, after="Panes")

    async def end_prompt(self) -> None:
        """Back to the list."""
        from ..panes.filter_prompt import FilterPrompt

        for prompt in self.query(FilterPrompt):
            self.is_prompting = False
            self.set_focus(prompt.records)
            self.remove_class("-prompting")
            await prompt.remove()

    async def on_filter_prompt_ended(self) -> None:
        await self.end_prompt()

    @work(exit_on_error=False)
    async def action_facets(self) -> None:
        """Count the values of a field, and narrow the list to one."""
        from .facets import Facets

        records = self.filtered
        text = await self.app.push_screen_wait(Facets(records, self.palette))
        if text is not None:
            records.narrow(text)
