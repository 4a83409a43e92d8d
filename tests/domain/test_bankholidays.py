# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bank holidays: the days that were, and what holds in every year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.domain.bankholidays import bank_holidays, easter, proclaimed_until, why_no_working_day
from redactor.domain.catalogue import NATIONS

#: As published by the government for those years.
KNOWN = {
    ("england_and_wales", 2020): "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    ("england_and_wales", 2021): "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    ("england_and_wales", 2022): "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    ("england_and_wales", 2023): "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    ("england_and_wales", 2026): "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    ("scotland", 2022): "01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27",
    ("scotland", 2026): "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28",
    ("northern_ireland", 2025): "01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26",
}


@pytest.mark.parametrize(("nation", "year"), KNOWN)
def test_the_days_that_were_published(nation: str, year: int) -> None:
    assert [f"{day:%m-%d}" for day in bank_holidays(year, nation)] == KNOWN[nation, year].split()


def test_easter_as_in_the_tables() -> None:
    tables = "2019-04-21 2024-03-31 2025-04-20 2038-04-25 2049-04-18 2076-04-19 2285-03-22"
    assert [str(easter(int(day[:4]))) for day in tables.split()] == tables.split()


@given(st.integers(2018, 2200), st.sampled_from(sorted(NATIONS)))
def test_every_holiday_is_a_weekday_and_none_is_lost_on_a_weekend(year: int, nation: str) -> None:
    days = bank_holidays(year, nation)
    assert all(day.weekday() < 5 for day in days)
    usual = {"england_and_wales": 8, "scotland": 9, "northern_ireland": 10}[nation]
    assert len(days) >= usual and (year <= proclaimed_until().year or len(days) == usual)
    assert list(days) == sorted(days)


@given(st.dates(date(2018, 1, 1), date(2199, 12, 31)), st.sampled_from(sorted(NATIONS)))
def test_there_is_a_working_day_within_six(day: date, nation: str) -> None:
    assert any(not why_no_working_day(day + timedelta(days=n), nation) for n in range(6))
