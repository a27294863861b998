"""Files → documents. The only place that reads plan files, or asks git for them.

`Folder` and `Revision` give the files of a plan, from disk or from git without a checkout;
`read_document` turns one file's bytes into a `Document`.
"""

from mkdocs_plans.source.body import first_paragraph, headings, without_code, without_comments, without_folds
from mkdocs_plans.source.branch import (
    SHALLOW,
    current_branch,
    default_branch,
    free_branch,
    is_local_branch,
    is_shallow,
    known_revision,
    left_by,
    left_default_branch,
    left_revision,
    remote_address,
    remote_of,
    resolve,
    target_branch,
    top_of,
)
from mkdocs_plans.source.checkout import check_out
from mkdocs_plans.source.commits import Blobs, Commit, Log, history_branch, read_log
from mkdocs_plans.source.csv_text import CsvRow, csv_rows, decode_csv, delimiter_of
from mkdocs_plans.source.cuts import Cut
from mkdocs_plans.source.days import commit_of_day, day_of, day_of_commit
from mkdocs_plans.source.document import (
    BYTE_ORDER_MARK,
    Document,
    read_document,
    read_yaml_document,
)
from mkdocs_plans.source.folder import MARKDOWN, MAX_BYTES, Exclusions, File, Folder, Overlaid, Source
from mkdocs_plans.source.line_slips import NO_WIDTH, ODD, WIDE, unquoted, with_hyphens
from mkdocs_plans.source.revision import Revision, fork_point, plan_folders
from mkdocs_plans.source.three_way import Merged, merge_file
from mkdocs_plans.source.view_comments import ViewComment, view_comments_in

__all__ = [
    "BYTE_ORDER_MARK",
    "MARKDOWN",
    "MAX_BYTES",
    "NO_WIDTH",
    "ODD",
    "SHALLOW",
    "WIDE",
    "Blobs",
    "Commit",
    "CsvRow",
    "Cut",
    "Document",
    "Exclusions",
    "File",
    "Folder",
    "Log",
    "Merged",
    "Overlaid",
    "Revision",
    "Source",
    "ViewComment",
    "check_out",
    "commit_of_day",
    "csv_rows",
    "current_branch",
    "day_of",
    "day_of_commit",
    "decode_csv",
    "default_branch",
    "delimiter_of",
    "first_paragraph",
    "fork_point",
    "free_branch",
    "headings",
    "history_branch",
    "is_local_branch",
    "is_shallow",
    "known_revision",
    "left_by",
    "left_default_branch",
    "left_revision",
    "merge_file",
    "plan_folders",
    "read_document",
    "read_log",
    "read_yaml_document",
    "remote_address",
    "remote_of",
    "resolve",
    "target_branch",
    "top_of",
    "unquoted",
    "view_comments_in",
    "with_hyphens",
    "without_code",
    "without_comments",
    "without_folds",
]  # fmt: skip
