"""Made-up results of provinces that merged, for pages and commands; nothing of it was published."""

from scoring.store import Store
from tests.analysis.material import load_league, load_satisfaction

LEAGUE = "STT | Đơn vị | Hạng | Chỉ số\n{} | {} | 1/2 | {}"
PAPI = "STT | Yếu tố | Kết quả\n1 | Công khai | {}\n2 | Giải trình | 40\n0 | Chung | 50"
_OLD = {"lam-dong": "Lâm Đồng", "dak-nong": "Đắk Nông"}
_NEW = {"lam-dong-2025": "Lâm Đồng"}
_PAR = {2021: 80, 2022: 82, 2023: 84, 2024: 83, 2025: 88}
_PAPI = {2017: (50, 60), 2018: (52, 80), 2019: (53, 80), 2021: (55, 80)}


def load_made_up(store: Store) -> None:
    """PAR of two old provinces and of the one that they became; PAPI of one, a year missing."""
    for year, value in _PAR.items():
        names = _OLD if year < 2025 else _NEW
        for at, (who, name) in enumerate(names.items()):
            load_league(
                store,
                LEAGUE.format(who, name, value - 5 * at),
                organisation=f"giả lập {at}",
                year=year,
            )
    for year, (percent, total) in _PAPI.items():
        load_satisfaction(
            store,
            PAPI.format(percent),
            organisation="lam-dong",
            organisation_name="Lâm Đồng",
            index_name="PAPI",
            year=year,
            total_max=float(total),
        )
