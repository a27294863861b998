"""What changed in a plan since an earlier state of it, as the site's pages show it.

`site_changes` compares the two states, `rows` puts each change into a row of what it was and is,
`cards` gathers the rows of a plan or a person, `whole` tells what concerns the plan as a whole.
"""
