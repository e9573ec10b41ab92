"""Numbers in Vietnamese notation."""

from decimal import Decimal

import pytest

from vietnamese.numbers import file_size, group_digits, parse_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12.000", 12000),
        ("10.950.000", 10_950_000),
        ("01", 1),
        ("46", 46),
        ("0", 0),
        ("12000", 12000),
        ("3,5", Decimal("3.5")),
        ("0,125", Decimal("0.125")),
        ("1.234,5", Decimal("1234.5")),
        ("12,000", Decimal(12)),
    ],
)
def test_numbers(text: str, number: int | Decimal) -> None:
    """Dots group thousands, a comma begins the decimals; without a comma it is an int."""
    parsed = parse_number(text)
    assert parsed == number
    assert type(parsed) is type(number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12.5",
        "0.123",
        "1.0000",
        "1.23.456",
        "12000.000",
        ".500",
        "5,",
        ",5",
        "1,2,3",
        "1,234.5",
        "-5",
        "+5",
        "1e3",
        "1_000",
        " 46",
        "46\n",
        "12 000",
        "٤٦",
        "４６",
        "²",
        "trên 46",
        "1.000.00",
        "9" * 5000,
    ],
)
def test_what_is_no_number(text: str) -> None:
    """A dot that groups no three digits, signs, spaces, other digits, or endless ones: nothing is guessed."""
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1.000"),
        (10_950_000, "10.950.000"),
        (-1234, "-1.234"),
        (Decimal("1234.50"), "1.234,50"),
        (Decimal("1E+3"), "1.000"),
    ],
)
def test_digits_in_groups(number: int | Decimal, shown: str) -> None:
    """Dots between thousands, a comma before decimals."""
    assert group_digits(number) == shown


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "0 B"),
        (1023, "1023 B"),
        (1024, "1 KB"),
        (348_160, "340 KB"),
        (1024 * 1024 - 600, "1023 KB"),
        (1024 * 1024 - 1, "1 MB"),
        (1_258_291, "1,2 MB"),
        (12 * 1024 * 1024, "12 MB"),
        (1024**3 - 1, "1 GB"),
        (int(2.5 * 1024**3), "2,5 GB"),
        (5000 * 1024**4, "5.000 TB"),
    ],
)
def test_sizes_of_files(size: int, shown: str) -> None:
    """Whole KB, larger units with one decimal where it is not nought; never 1024 of a unit."""
    assert file_size(size) == shown
