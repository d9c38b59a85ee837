"""Codes by episode, declared."""

from casement.foundation.actions import Action
from casement.foundation.web import page
from casement.rooms.analysis.web.pages import across

READ = Action.ANALYSIS_READ

table = page(READ, across.episode_table_page, "analysis/across.html", place="across", kind="across")
passages = page(READ, across.episode_passages_page, "analysis/across_passages.html", place="across", kind="episode")
file = page(Action.CODING_FILES, across.episode_table_file, "", kind="across")
