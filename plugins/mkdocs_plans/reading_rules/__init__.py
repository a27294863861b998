"""The rules by which reading itself finds something: files → findings, before there is a plan to look at.

They stand below the code that reads, because it makes its findings with them. The rules that look at the
whole plan stand in `rules/`.
"""
