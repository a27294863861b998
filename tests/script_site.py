"""Plans in Chinese and in Arabic, with nothing in Latin letters that an author could write otherwise: labels,
titles, handles, folders and file names, statuses, fields of their own, units and dates in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.small_site import write_document, write_site

TACTICS = 6
"""How many tactics each of the strategies has."""


@dataclass(frozen=True)
class Script:
    """What a plan is written with. Words of `labels` and `statuses` are by ours; `people` are names by their
    handles; `strategies` and `tactics` are titles, of which the first part is the file's name.
    """

    language: str
    site_name: str
    mission: str
    vision: str
    values: tuple[str, ...]
    labels: dict[str, str | list[str]]
    statuses: dict[str, str]
    field: str
    folders: tuple[str, str, str, str]
    themes: tuple[str, ...]
    teams: tuple[str, ...]
    people: dict[str, str]
    strategies: tuple[str, ...]
    tactics: tuple[str, ...]
    goals: tuple[str, ...]
    actions: tuple[str, ...]
    unit: str
    in_words: str
    when: str
    note: str


SCRIPTS = {
    "zh": Script(
        language="zh",
        site_name="青溪市图书馆",
        mission="让每一位读者都能找到想读的书。",
        vision="一座没有围墙的图书馆。",
        values=("读者为先", "开放", "务实"),
        labels={"theme": "重点领域", "strategy": "战略目标", "tactic": "行动方案", "goal": "关键结果",
                "dri": "负责人", "team": "部门"},
        statuses={"进行中": "active", "等待经费": "paused", "已完成": "done", "征求意见": "proposed"},
        field="经费来源",
        folders=("重点", "战略", "行动", "部门"),
        themes=("服务读者", "数字资源"),
        teams=("读者服务部", "技术部", "馆长办公室"),
        people={"王小明": "王小明", "李华": "李华", "馆长": "", "張偉": "張偉"},
        strategies=("延长开放时间，方便上班族借阅", "把馆藏搬到网上：手机也能读", "培训每一位馆员"),
        tactics=("试行夜间开放", "增设自助还书机（24 小时）", "扫描古籍《青溪志》",
                 "与学校合作", "招募志愿者", "改进检索系统"),
        goals=("夜间到馆人数翻一番", "每个街道至少有一个还书点", "读者满意度"),
        actions=("拟定方案，报馆长批准", "采购设备", "向读者公布结果"),
        unit="人",
        in_words="每个街道至少一个",
        when="经费批准之后",
        note="两个分馆仍然落后，详见月报。",
    ),
    "ar": Script(
        language="ar",
        site_name="مكتبة وادي الزيتون",
        mission="أن يجد كل قارئ الكتاب الذي يبحث عنه.",
        vision="مكتبة بلا جدران.",
        values=("القارئ أولاً", "الانفتاح", "الأمانة"),
        labels={"theme": ["محور", "محاور", "محوراً"],
                "strategy": ["هدف استراتيجي", "أهداف استراتيجية", "هدفاً استراتيجياً"],
                "tactic": ["مبادرة", "مبادرات", "مبادرة"], "team": ["إدارة", "إدارات", "إدارة"]},
        statuses={"قيد التنفيذ": "active", "بانتظار التمويل": "paused", "منجزة": "done",
                  "قيد الدراسة": "proposed"},
        field="مصدر التمويل",
        folders=("المحاور", "الأهداف", "المبادرات", "الإدارات"),
        themes=("خدمة القراء", "المصادر الرقمية"),
        teams=("إدارة خدمة القراء", "إدارة التقنية", "مكتب المدير"),
        people={"سلمى_حداد": "سلمى حداد", "يوسف": "يوسف منصور", "المدير": "", "ليلى": "ليلى قاسم"},
        strategies=("تمديد ساعات العمل حتى المساء", "إتاحة المجموعات على الإنترنت (2027)", "تدريب كل موظف"),
        tactics=("تجربة العمل المسائي", "أجهزة إعادة الكتب على مدار 24 ساعة", "رقمنة المخطوطات",
                 "شراكة مع المدارس", "استقطاب المتطوعين", "تحسين نظام البحث"),
        goals=("مضاعفة عدد زوار المساء", "نقطة إعادة في كل حي", "رضا القراء"),
        actions=("إعداد الخطة واعتمادها", "شراء الأجهزة", "إعلان النتائج للقراء"),
        unit="زائر",
        in_words="نقطة واحدة على الأقل في كل حي",
        when="بعد اعتماد التمويل",
        note="فرعان ما زالا متأخرين.",
    ),
}  # fmt: skip


def file_name(title: str) -> str:
    """The name that an author gives to the file of a title: up to its first sign, with hyphens for spaces."""
    for sign in "，：（(《:":
        title = title.partition(sign)[0]
    return title.strip().replace(" ", "-")


def config_of(script: Script) -> str:
    """The site's settings."""
    ours = {
        "today": "2026-11-23",
        "organization": script.site_name,
        "labels": script.labels,
        "statuses": script.statuses,
        "extra_fields": {script.field: {"label": script.field, "type": "text"}},
        "rules": {"tactic-without-resource": "off"},
    }
    theme = {"name": "material", "font": False, "language": script.language}
    return yaml.safe_dump(
        {
            "site_name": script.site_name,
            "site_url": "https://example.org/plan/",
            "docs_dir": "plans",
            "theme": theme,
            "plugins": ["search", {"plans": ours}],
        },
        allow_unicode=True,
        sort_keys=False,
    )


def write_script_site(folder: Path, script: Script) -> Path:
    """Write the site."""
    themes, strategies, tactics, teams = script.folders
    handles = list(script.people)
    people = {
        handle: {
            "name": name or None,
            "role": handle,
            "team": file_name(script.teams[nth % len(script.teams)]),
        }
        for nth, (handle, name) in enumerate(script.people.items())
    }
    files: dict[str, str | bytes] = {
        "people.yml": yaml.safe_dump(_present(people), allow_unicode=True),
        "mission.md": write_document({"type": "mission", "statement": script.mission}),
        "vision.md": write_document({"type": "vision", "statement": script.vision}),
        "values.md": write_document({"type": "values", "values": list(script.values)}),
    }
    for title in script.themes:
        files[f"{themes}/{file_name(title)}.md"] = write_document({"type": "theme", "title": title})
    for nth, title in enumerate(script.teams):
        lead = handles[nth % len(handles)]
        files[f"{teams}/{file_name(title)}.md"] = write_document(
            {"type": "team", "title": title, "lead": lead}
        )
    for nth, title in enumerate(script.strategies):
        files[f"{strategies}/{file_name(title)}.md"] = write_document(
            _strategy(script, nth, title), script.note
        )
        for each in range(TACTICS):
            name = f"{nth + 1}.{each + 1}-{file_name(script.tactics[each])}"
            files[f"{tactics}/{name}.md"] = write_document(_tactic(script, nth, each))
    return write_site(folder, files, config=config_of(script))


def _present(values: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {key: {name: one for name, one in value.items() if one} for key, value in values.items()}


def _handle(script: Script, nth: int) -> str:
    handles = list(script.people)
    return handles[nth % len(handles)]


def _strategy(script: Script, nth: int, title: str) -> dict[str, Any]:
    active = next(own for own, ours in script.statuses.items() if ours == "active")
    counted, in_words, kept = script.goals
    return {
        "type": "strategy", "number": str(nth + 1), "title": title,
        "theme": file_name(script.themes[nth % len(script.themes)]),
        "dri": _handle(script, nth), "status": active, "start": 2026, "end": 2027,
        script.field: script.in_words,
        "goals": [
            {"id": "a", "title": counted, "unit": script.unit, "baseline": 1200, "target": 2400,
             "due": "2026-12-31"},
            {"id": "b", "title": in_words, "target": script.in_words, "when": script.when},
            {"id": "c", "title": kept, "unit": "percent", "keep": "at least", "target": 90},
        ],
        "updates": [
            {"date": "2026-10-31", "health": ("on-track", "at-risk", "off-track")[nth],
             "readings": {"a": (2300, 2000, 1500)[nth], "c": 94 - nth * 3}, "note": script.note},
        ],
    }  # fmt: skip


def _tactic(script: Script, strategy: int, nth: int) -> dict[str, Any]:
    own = list(script.statuses)[(0, 0, 1, 2, 0, 3)[nth]]
    title = f"{script.tactics[nth]} {strategy + 1}" if strategy else script.tactics[nth]
    is_done = script.statuses[own] == "done"
    ended = {"done": "2026-05-29"} if is_done else {}
    return {
        "type": "tactic", "number": f"{strategy + 1}.{nth + 1}", "title": title,
        "strategy": file_name(script.strategies[strategy]), "advances": ["a", "b"][: 1 + nth % 2],
        "dri": _handle(script, strategy + nth), "status": own, "start": "2026-01-15",
        "end": "2026-06-30" if is_done else "2026-12-31",
        "actions": [
            {"do": script.actions[0], "done": "2026-02-27"},
            {"do": script.actions[1], "due": "2026-11-30", **ended},
            {"do": script.actions[2], **(ended or {"when": script.when})},
        ],
        "updates": [{"date": "2026-11-15", "note": script.note}],
    }  # fmt: skip
