"""Forms on a code host, for who edits no files: plan → forms; one that was handed in → what it asks for.

What is handed in may come from anyone. It is read strictly, by the headings of the form; what it chooses
must be among the plan's choices; its texts become texts of a plan file, and nothing else.
"""

from mkdocs_plans.codehost.forms.body import read_answers
from mkdocs_plans.codehost.forms.check_in import CheckInForm
from mkdocs_plans.codehost.forms.files import FORM_HOSTS, MARK, FormFile, write_forms
from mkdocs_plans.codehost.forms.form import Field, Form
from mkdocs_plans.codehost.forms.tactic import TacticForm

__all__ = [
    "FORM_HOSTS",
    "MARK",
    "CheckInForm",
    "Field",
    "Form",
    "FormFile",
    "TacticForm",
    "read_answers",
    "write_forms",
]  # fmt: skip
