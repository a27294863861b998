"""What makes a run impossible. Nothing else raises: what is wrong with a plan is a finding.

PlansError
├── ConfigurationError    mkdocs.yml is missing or can't be read
├── EditError             a file can't be changed without touching more than what is asked
└── ToolError             git is missing, or refuses
"""


class PlansError(Exception):
    """The run can't go on. The message says why and what to do; no traceback is wanted."""


class ConfigurationError(PlansError):
    """The site's configuration can't be found or read."""


class EditError(PlansError):
    """What is asked of a file can't be done by changing only the lines that it must."""


class ToolError(PlansError):
    """A tool that we call is missing, or refused what we asked of it."""
