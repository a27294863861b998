"""Follows the types of what templates are given through their names, loops, macros and includes.

A type is as a module writes it (`tuple[Item, ...]`, `Link | None`). What isn't known is `Any`, and nothing is
asked of it. A macro is followed for each combination of types that it is called with.
"""

from __future__ import annotations

import dataclasses
import importlib
import re
import types
import typing
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from jinja2 import Environment, nodes

GIVEN = re.compile(r"\{# given: ([\w., ]+)\n")
Scope = Mapping[str, Any]


@dataclasses.dataclass(frozen=True, eq=False)
class Module:
    """The macros of a template, and the names that they see."""

    template: str
    macros: dict[str, nodes.Macro]
    scope: dict[str, Any]


@dataclasses.dataclass(frozen=True, eq=False)
class Macro:
    """A macro in its module."""

    module: Module
    node: nodes.Macro


def given(source: str) -> tuple[type, ...]:
    """The dataclasses that a template's first line names, by their places below `mkdocs_plans.render`."""
    found = GIVEN.match(source)
    return tuple(map(_named, found[1].split(", "))) if found else ()


def _named(name: str) -> type:
    module, _, kind = name.rpartition(".")
    return typing.cast(type, getattr(importlib.import_module(f"mkdocs_plans.render.{module}"), kind))


class Follower:
    """Follows one template and all that it takes in. `problems` says what is wrong, `read` which fields
    of which dataclasses were read, `names` which names.
    """

    def __init__(self, environment: Environment, everywhere: Collection[str]) -> None:
        self.environment = environment
        self.known = {*environment.globals, *everywhere}
        self.problems: list[str] = []
        self.read: set[tuple[type, str]] = set()
        self.names: set[str] = set()
        self._name = ""
        self._done: set[tuple[int, tuple[str, ...]]] = set()
        self._modules: dict[str, Module] = {}

    def follow(self, name: str, scope: Scope) -> None:
        """Follow a template that has these names."""
        before, self._name = self._name, name
        tree = self._parsed(name)
        inner = dict(scope)
        inner |= {one.name: Macro(Module(name, {}, inner), one) for one in tree.find_all(nodes.Macro)}
        self._all(tree.body, inner)
        self._name = before

    def _parsed(self, name: str) -> nodes.Template:
        assert self.environment.loader is not None
        return self.environment.parse(self.environment.loader.get_source(self.environment, name)[0])

    def _module(self, name: str) -> Module:
        if name not in self._modules:
            macros = {one.name: one for one in self._parsed(name).find_all(nodes.Macro)}
            module = self._modules[name] = Module(name, macros, {})
            module.scope.update({key: Macro(module, one) for key, one in macros.items()})
            for one in self._parsed(name).find_all(nodes.Import):
                assert isinstance(one.template, nodes.Const)
                module.scope[one.target] = self._module(one.template.value)
        return self._modules[name]

    # --- statements ------------------------------------------------------------------------------

    def _all(self, body: Sequence[nodes.Node], scope: dict[str, Any]) -> None:
        for node in body:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: dict[str, Any]) -> None:  # noqa: C901 - one case a kind of node
        match node:
            case nodes.Macro():
                pass
            case nodes.Import(template=nodes.Const(value=name), target=target):
                scope[target] = self._module(name)
            case nodes.Include(template=nodes.Const(value=name)):
                self.follow(name, scope)
            case nodes.Assign(target=target, node=value):
                scope |= _bound(target, self._type(value, scope))
            case nodes.For():
                self._loop(node, scope)
            case nodes.CallBlock():
                self._type(node.call, scope)
                rows = self._type(node.call.args[0], scope)
                self._all(node.body, scope | {node.args[0].name: self._attribute(rows, "first")})
            case nodes.If() | nodes.Output() | nodes.Template():
                for child in node.iter_child_nodes():
                    if isinstance(child, nodes.Expr):
                        self._type(child, scope)
                    else:
                        self._statement(child, scope)
            case nodes.TemplateData():
                pass
            case _:
                raise NotImplementedError(node)

    def _loop(self, node: nodes.For, scope: dict[str, Any]) -> None:
        inner = scope | _bound(node.target, element(self._type(node.iter, scope))) | {"loop": Any}
        if node.test is not None:
            self._type(node.test, inner)
        self._all(node.body, inner)
        self._all(node.else_, scope)

    # --- expressions -----------------------------------------------------------------------------

    def _type(self, node: nodes.Node, scope: Scope) -> Any:  # noqa: C901, PLR0911, PLR0912 - likewise
        match node:
            case nodes.Name(name=name):
                if name not in scope and name not in self.known:
                    self.problems.append(f"{self._name}:{node.lineno}: there is no name {name}")
                self.names.add(name)
                if name not in scope and isinstance(
                    self.environment.globals.get(name), types.SimpleNamespace
                ):
                    piece = name.rstrip("_")  # the pieces that all templates have
                    return self._module(f"partials/{piece}.html")
                return scope.get(name, Any)
            case nodes.Filter(name="default", node=nodes.Name(name=name)) if name not in scope:
                return Any
            case nodes.Getattr(node=inner, attr=attr):
                return self._attribute(self._type(inner, scope), attr, node.lineno)
            case nodes.Getitem(node=inner, arg=arg):
                self._type(arg, scope)
                return _item(self._type(inner, scope), arg)
            case nodes.Call():
                return self._call(node, scope)
            case nodes.CondExpr(test=test, expr1=first, expr2=second):
                self._type(test, scope)
                other = self._type(second, scope) if second is not None else None
                return _either(self._type(first, scope), other)
            case nodes.Or(left=left, right=right):
                return _either(self._type(left, scope), self._type(right, scope))
            case nodes.Const(value=value):
                return type(value)
            case nodes.List(items=items):
                found = [self._type(one, scope) for one in items]
                return types.GenericAlias(tuple, (found[0], ...) if found else ())
            case nodes.Tuple(items=items):
                return types.GenericAlias(tuple, tuple(self._type(one, scope) for one in items))
            case _:
                for child in node.iter_child_nodes():
                    self._type(child, scope)
                return Any

    def _call(self, node: nodes.Call, scope: Scope) -> Any:
        called = self._type(node.node, scope)
        arguments = [self._type(one, scope) for one in node.args]
        named = {one.key: self._type(one.value, scope) for one in node.kwargs}
        if node.dyn_kwargs is not None:
            self._type(node.dyn_kwargs, scope)
        if isinstance(called, Macro):
            self._macro(called, arguments, named)
        return Any

    def _macro(self, macro: Macro, arguments: list[Any], named: dict[str, Any]) -> None:
        node = macro.node
        names = [one.name for one in node.args]
        defaults = names[len(names) - len(node.defaults) :]
        values = {key: self._type(one, {}) for key, one in zip(defaults, node.defaults, strict=True)}
        values |= dict(zip(names, arguments, strict=False)) | named
        key = id(node), tuple(f"{name}: {values.get(name)}" for name in names)
        if key not in self._done:
            self._done.add(key)
            before, self._name = self._name, macro.module.template
            self._all(node.body, {"caller": Any, **macro.module.scope, **values})
            self._name = before

    def _attribute(self, kind: Any, name: str, line: int = 0) -> Any:
        if isinstance(kind, Module):
            if name not in kind.macros:
                self.problems.append(f"{self._name}:{line}: {kind.template} has no macro {name}")
            return Macro(kind, kind.macros[name]) if name in kind.macros else Any
        found = [self._of_class(one, name, line) for one in alternatives(kind)]
        return _either(*found) if found else Any

    def _of_class(self, kind: Any, name: str, line: int) -> Any:
        holder = get_origin(kind) or kind
        if kind is Any or holder in {dict, tuple, list} or not isinstance(holder, type):
            return Any
        if not issubclass(holder, Mapping):
            self.read |= {(base, name) for base in holder.__mro__}
            if name not in (hints := get_type_hints(holder, include_extras=False)) and not hasattr(
                holder, name
            ):
                self.problems.append(f"{self._name}:{line}: {holder.__name__} has no {name}")
            return _in_place(hints.get(name, Any), kind)
        return Any


def alternatives(kind: Any) -> Iterator[Any]:
    """The types of a union, without None."""
    if get_origin(kind) is Annotated:
        yield from alternatives(get_args(kind)[0])
    elif get_origin(kind) in {typing.Union, types.UnionType}:
        for one in get_args(kind):
            yield from alternatives(one)
    elif kind is not None and kind is not type(None):
        yield kind


def element(kind: Any) -> Any:
    """What a loop over a type gives."""
    found = [get_args(one)[0] for one in alternatives(kind) if get_args(one)]
    return _either(*found) if found else Any


def _in_place(kind: Any, holder: Any) -> Any:
    """A field's type, with what a generic dataclass was made of in the place of its variable."""
    origin = get_origin(holder)
    if origin is None or not hasattr(origin, "__parameters__"):
        return kind
    made_of = dict(zip(origin.__parameters__, get_args(holder), strict=True))
    return (
        kind[tuple(made_of[one] for one in kind.__parameters__)]
        if getattr(kind, "__parameters__", ())
        else kind
    )


def _item(kind: Any, arg: nodes.Node) -> Any:
    if isinstance(arg, nodes.Slice):
        return kind
    for one in alternatives(kind):
        inner = get_args(one)
        if get_origin(one) is tuple and inner and isinstance(arg, nodes.Const) and Ellipsis not in inner:
            return inner[arg.value]
        if get_origin(one) is tuple and inner:
            return inner[0]
    return Any


def _either(*kinds: Any) -> Any:
    known = [one for kind in kinds for one in alternatives(kind)]
    if any(isinstance(one, (Macro, Module)) or one is Any for one in known) or not known:
        return known[0] if len(known) == 1 else Any
    return typing.Union[tuple(known)]  # noqa: UP007 - it is made as the test runs


def _bound(target: nodes.Node, kind: Any) -> dict[str, Any]:
    if isinstance(target, nodes.Name):
        return {target.name: kind}
    assert isinstance(target, nodes.Tuple)
    kinds = get_args(kind) if get_origin(kind) is tuple else (Any,) * len(target.items)
    return {
        name: one
        for item, part in zip(target.items, kinds, strict=True)
        for name, one in _bound(item, part).items()
    }
