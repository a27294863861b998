"""What other tools, and people, call our fields: in English and in German.

A key is compared in lower case, with `_` for spaces and hyphens. A key may stand for several fields:
`deadline` is `due` in a goal and `end` in a plan. The first that may stand in the same place is meant.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from mkdocs_plans.model.slugs import composed

_CALLED: Mapping[tuple[str, ...], str] = {
    ("dri", "lead"): (
        "owner owned_by assignee assigned_to assigned responsible responsible_person accountable champion "
        "leader lead manager project_lead project_manager project_owner goal_owner action_owner who person "
        "led_by verantwortlich verantwortliche verantwortlicher verantwortung zuständig zuständige_person "
        "inhaber eigentümer federführung leitung ansprechpartner"
    ),
    ("contributors",): (
        "contributor members team_members helpers supporters supported_by participants involved "
        "collaborators partners consulted mitwirkende beteiligte unterstützung mitarbeit"
    ),
    ("due", "end"): (
        "deadline due_date due_on due_by duedate by by_when target_date completion_date complete_by "
        "expected_completion finish_date frist fällig fällig_am fälligkeit termin stichtag zieltermin bis"
    ),
    ("end", "due", "until"): (
        "end_date enddate ends finish finishes until end due ende enddatum endet endtermin left leaves "
        "left_on last_day austritt"
    ),
    ("end", "target"): "to",
    ("start",): (
        "start_date startdate starts begin begins begin_date from beginn beginnt startdatum startet anfang"
    ),
    ("date",): "day on updated reported datum tag",
    ("measure",): (
        "metric metrics kpi kpis indicator indicators measurement success_measure success_metric "
        "success_criteria measured_by kennzahl kennzahlen messgröße indikator"
    ),
    ("unit",): "units uom unit_of_measure einheit",
    ("baseline",): (
        "start_value starting_value starting_point initial initial_value from current_value ausgangswert "
        "startwert basiswert"
    ),
    ("target",): "target_value goal_value goal_target target_number zielwert soll sollwert",
    ("targets",): "milestones interim_targets checkpoints zwischenziele",
    ("cost",): "budget price amount costs estimate kosten preis betrag",
    ("advances", "goals", "title"): "goal",
    ("goals", "title"): "objective key_result ziel",
    ("role",): "job position job_title title funktion rolle",
    ("title",): "name heading headline titel bezeichnung",
    ("do",): (
        "action task step what title name todo activity deliverable aufgabe maßnahme schritt tätigkeit was"
    ),
    ("name",): "title item resource what full_name fullname display_name bezeichnung titel ressource",
    ("outcome", "goals"): "outcomes",
    ("due",): "date",
    ("goals",): "kpi kpis objectives key_results krs okrs targets aims ziele",
    ("actions",): (
        "steps tasks milestones activities deliverables action_items action_plan next_steps maßnahmen "
        "schritte aufgaben meilensteine"
    ),
    ("resources",): "needs tools inputs requirements ressourcen mittel",
    ("updates",): (
        "check_ins checkins check_in status_updates progress_updates reports progress_reports history log "
        "fortschritte berichte"
    ),
    ("readings",): "reading values results actuals actual measurements messwerte werte",
    ("note",): "notes comment comments remark remarks text hinweis notiz anmerkung bemerkung kommentar",
    ("health",): "rag rag_status status traffic_light confidence ampel zustand",
    ("status",): "state stage phase plan_status stand",
    ("depends_on",): (
        "dependencies dependency depends dependent_on blocked_by requires prerequisites after abhängig_von "
        "abhängigkeiten voraussetzungen"
    ),
    ("serves",): (
        "supports contributes_to linked_goal parent_goal parent_key_result parent_kr aligned_with aligns_to "
        "ladders_to laddering advances dient_ziel zahlt_ein_auf"
    ),
    ("advances",): (
        "supports serves contributes_to goals_supported linked_goals advances_goals ziel_von dient"
    ),
    ("strategy",): "strategies strategic_priority strategic_goal parent strategie",
    ("parent",): "parent_strategy parent_team part_of above reports_to teil_von übergeordnet",
    ("theme",): (
        "pillar pillars focus_area focus workstream strategic_theme themes säule handlungsfeld thema"
    ),
    ("team",): "department dept division group business_unit teams abteilung bereich referat",
    ("review",): "cadence frequency review_cycle review_frequency reviewed turnus",
    ("outcome",): "expected_outcome result expected_result results benefit impact ergebnis wirkung",
    ("statement",): "text mission vision mission_statement vision_statement aussage leitsatz",
    ("summary",): "abstract tldr short_description kurzfassung zusammenfassung",
    ("originally",): "original_date original_due original_end first_promised baseline_date ursprünglich",
    ("when",): "timing timeframe time_frame zeitraum wann",
    ("done",): (
        "completed complete completed_on completed_at completion finished finished_on done_on done_date "
        "closed met erledigt erledigt_am abgeschlossen fertig"
    ),
    ("met",): "achieved achieved_on reached reached_on completed done met_on erreicht erreicht_am erfüllt",
    ("dropped",): "cancelled canceled abandoned dropped_on gestrichen aufgegeben verworfen",
    ("number",): "no nr num numbering nummer",
    ("url",): "link href website web address adresse",
    ("email",): "mail e_mail email_address",
    ("github",): "github_name github_user github_username gh",
    ("gitlab",): "gitlab_name gitlab_user gitlab_username",
}  # fmt: skip

_FIELDS: dict[str, list[str]] = {}
for _fields, _names in _CALLED.items():
    for _name in _names.split():
        _FIELDS.setdefault(_name, []).extend(_fields)

_READING = "write what was measured in a check-in: `updates: [{date: 2026-11-23, readings: {goal-id: 45}}]`"
_ELSEWHERE: Mapping[tuple[str, str], str] = {
    ("plan", "budget"): "write it as a resource: `resources: [{name: Budget, cost: 4800 EUR}]`",
    ("plan", "health"): "write it in a check-in: `updates: [{date: 2026-11-23, health: on-track}]`",
    ("plan", "dates"): "write when it begins and when it ends: `start: 2026-03-01`, and `end: 2026-12-31`",
    ("plan", "progress"): "it is computed from `readings` in `updates`, and from actions that are `done`",
    (
        "goal",
        "status",
    ): "write the day it was reached, `met: 2026-11-23` (or `met: yes`), or its number in a check-in",
    (
        "goal",
        "health",
    ): "how a whole plan is going belongs in its check-ins: `updates: [{date: …, health: on-track}]`",
    ("goal", "progress"): _READING,
    (
        "action",
        "status",
    ): "write the day it was done: `done: 2026-11-23` (or `done: yes`); until then, leave it out",
    ("action", "progress"): "an action is open, or done on a day: `done: 2026-11-23`",
}
"""What can't be said by another key in the same place, and what to write instead."""

_ABOUT = {
    name: topic
    for topic, names in {
        "budget": "budget cost costs price kosten etat",
        "dates": "dates timeline period duration laufzeit zeitplan",
        "health": "health rag rag_status traffic_light ampel confidence",
        "progress": "progress percent percentage percent_complete current current_value actual value reading "
        "readings fortschritt istwert",
        "status": "status state stage stand",
    }.items()
    for name in names.split()
}


def own_word(key: str) -> str:
    """A key, or a site's own word for something, in the form in which the two are compared."""
    return composed(key.strip()).lower().replace(" ", "_").replace("-", "_")


def foreign_field(key: str, known: Collection[str]) -> str | None:
    """The field that others call so, among those that may stand in a place."""
    return next((field for field in _FIELDS.get(own_word(key), ()) if field in known), None)


def name_other_place(key: str, known: Collection[str]) -> str:
    """What to write where a plan, a goal or an action has a key for what stands in another place."""
    places = (("do", "action"), ("met", "goal"), ("depends_on", "plan"))
    place = next((place for field, place in places if field in known), "")
    return _ELSEWHERE.get((place, _ABOUT.get(own_word(key), "")), "")
