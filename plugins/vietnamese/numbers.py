"""Numbers in Vietnamese notation: dots group thousands, a comma begins the decimals."""

import re
from decimal import Decimal

LONGEST = 30
"""Characters a number may have; longer ones are not read (Python refuses ints of 4,300 digits)."""

_NUMBER = re.compile(r"([0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]+))?")
_SWAP = str.maketrans(",.", ".,")
_SIZE_UNITS = ("KB", "MB", "GB", "TB")


def parse_number(text: str) -> int | Decimal | None:
    """The number that an editor typed: `12.000` is 12000, `01` is 1, `3,5` is Decimal 3.5. None: anything else.

    Dots must group exactly three digits (`12.5`, `0.123` and `1.0000` are None). `12,000` is Decimal 12.000, twelve,
    as it is in Vietnamese; its three decimals stay in the value for a caller who doubts it.
    """
    match = _NUMBER.fullmatch(text) if len(text) <= LONGEST else None
    if match is None:
        return None
    whole = match[1].replace(".", "")
    return int(whole) if match[2] is None else Decimal(f"{whole}.{match[2]}")


def group_digits(number: int | Decimal) -> str:
    """Like 10.950.000; of a Decimal with all its decimals, 1.234,50."""
    return (f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}").translate(_SWAP)


def file_size(size: int) -> str:
    """The size of a file of so many bytes: 512 B, 340 KB, 1,2 MB. 1 KB is 1024 bytes, as file managers say."""
    if size < 1024:
        return f"{size} B"
    scale, unit = 1024, _SIZE_UNITS[0]
    for larger in _SIZE_UNITS[1:]:
        if size < scale * 1024 - scale // 2:  # else it would round to 1024 of this unit
            break
        scale, unit = scale * 1024, larger
    if unit == "KB":
        return f"{(size + scale // 2) // scale} KB"
    whole, tenth = divmod((size * 10 + scale // 2) // scale, 10)
    return f"{group_digits(whole)}{f',{tenth}' if tenth else ''} {unit}"
