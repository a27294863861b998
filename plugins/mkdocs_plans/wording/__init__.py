"""How things are said to readers: in the site's language and the organisation's words, with dates, numbers
and money as the language writes them, escaped for where a text lands.
"""
