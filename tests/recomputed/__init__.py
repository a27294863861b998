"""Every figure computed a second time, from the plan's data as it was made up, by code that shares nothing
with the product's: it follows the guide's page "How figures are computed" alone.
"""
