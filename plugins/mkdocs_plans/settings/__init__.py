"""The settings under `plugins: - plans:` in mkdocs.yml, and how they are found.

The plugin is given them by MkDocs; the command line reads the same file without loading the site's
other plugins. Either way they come through `read_settings`.
"""

from mkdocs_plans.settings.config_file import plan_options
from mkdocs_plans.settings.docs_dir import find_docs_dir
from mkdocs_plans.settings.schema import OWN_FIELDS_ON, ExtraField, Label, Reviews, Settings, Word
from mkdocs_plans.settings.site import CONFIG_NAMES, AsOf, Site, find_site, read_settings, read_site
from mkdocs_plans.settings.site_url import find_missing_url, guess_site_url
from mkdocs_plans.settings.verdicts import CONCERNED, GRADES, Grade, Verdict

__all__ = [
    "CONCERNED", "CONFIG_NAMES", "GRADES", "OWN_FIELDS_ON", "AsOf", "ExtraField", "Grade", "Label",
    "Reviews", "Settings", "Site", "Verdict", "Word", "find_docs_dir", "find_missing_url", "find_site",
    "guess_site_url", "plan_options", "read_settings", "read_site",
]  # fmt: skip
