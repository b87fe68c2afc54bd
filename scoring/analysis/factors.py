"""What of satisfaction is a factor, a question about one, or a criterion of a score table?"""

import pandas as pd


def factors_of(satisfaction: pd.DataFrame) -> pd.DataFrame:
    """The rows of factors: neither the overall row nor questions.

    Shape: `satisfaction` has code and overall; a question's code begins with its factor's: '3.2'.
    """
    return satisfaction[~satisfaction["overall"].astype(bool) & ~_is_question(satisfaction)]


def questions_of(satisfaction: pd.DataFrame) -> pd.DataFrame:
    """The questions in printed order, with `factor`: the title of the factor that each is about.

    Shape: as `factors_of`, and title; `factor` is None where the table has no row of that factor.
    """
    titles = dict(zip(satisfaction["code"], satisfaction["title"], strict=True))
    asked = satisfaction[_is_question(satisfaction)]
    factor = [titles.get(code.partition(".")[0]) for code in asked["code"]]
    return asked.assign(factor=pd.Series(factor, dtype=object, index=asked.index))


def survey_criterion(losses: pd.DataFrame) -> pd.DataFrame:
    """The row of a score table that satisfaction (SIPAS) brought its points; none where no title
    names it.

    Shape: as the question `losses` gives it.
    """
    return losses[losses["title"].str.contains("SIPAS", case=False, na=False)].head(1)


def _is_question(satisfaction: pd.DataFrame) -> pd.Series:
    return satisfaction["code"].astype(str).str.contains(".", regex=False)
