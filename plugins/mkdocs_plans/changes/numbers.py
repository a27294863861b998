"""The numbers that a text says, in figures or in words."""

from __future__ import annotations

import re

_FIGURES = ["2", "3", "4", "5", "6", "7", "8", "9", "10", "12", "20", "30", "40", "50", "100"]

_WORDS = """
two three four five six seven eight nine ten twelve twenty thirty forty fifty hundred
zwei drei vier fünf sechs sieben acht neun zehn zwölf zwanzig dreißig vierzig fünfzig hundert
deux trois quatre cinq - - huit - dix douze vingt trente quarante cinquante cent
- tres cuatro cinco seis siete ocho nueve diez doce veinte treinta cuarenta cincuenta cien
- tre quattro cinque - sette otto nove dieci dodici venti trenta quaranta cinquanta cento
dois três quatro cinco seis sete oito nove dez doze vinte trinta quarenta cinquenta cem
twee drie vier vijf zes zeven - negen tien twaalf twintig dertig veertig vijftig honderd
dwa trzy cztery pięć - siedem osiem dziewięć dziesięć dwanaście dwadzieścia trzydzieści - - sto
"""
"""What these are called in languages that we speak; `-` where the word says something else in one of them."""

_VALUES = {
    word.casefold(): figure
    for line in _WORDS.strip().splitlines()
    for word, figure in zip(line.split(), _FIGURES, strict=True)
}

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


def words_of(text: str) -> list[str]:
    """Give the words and numbers of a text in their order, each number in figures."""
    return [_VALUES.get(one, one) for one in _NUMBER.findall(text.casefold())]


def numbers_in(text: str) -> list[str]:
    """Give the numbers of a text in their order: `ten offices` says as much as `10 offices`."""
    return [one for one in words_of(text) if one[0].isdigit()]
