"""The keys that lines of plan files and of the people file begin with: the model's fields.

Reading a file whose YAML is broken needs them to tell a key that lost its colon from a text that goes on.
"""

FIELD_NAMES = frozenset(
    {
        *("actions", "advances", "audience", "baseline", "contributors", "cost", "date", "depends_on", "do"),
        *("done", "dri", "dropped", "due", "email", "end", "github", "gitlab", "goals", "health", "id"),
        *("ignore", "keep", "lead", "measure", "met", "name", "note", "number", "originally", "outcome"),
        *("parent", "readings", "resources", "review", "role", "start", "statement", "status", "strategy"),
        *("summary", "target", "targets", "team", "theme", "title", "type", "unit", "until", "updates"),
        *("url", "values", "when"),
    }
)
