"""Formulas: LaTeX to MathML that a browser sets by itself.

What is not known is an error, so that no formula reaches a reader half translated.
"""

import re

from math_core import LatexError, LatexToMathML

_CONVERTER = LatexToMathML(fancy_error=False)
_SIGN_AFTER_COMMA = re.compile(  # as in \max(0,\ -m): a sign, no difference
    r"(<mo[^>]*>[,;]</mo><(?:mspace[^>]*/|mtext>\N{NO-BREAK SPACE}</mtext)>)<mo>−</mo>"
)


class FormulaError(ValueError):
    """A formula that cannot be translated; the message says what is not understood."""


def mathml(latex, block=False):
    """The formula as a `<math>` element.

    Raises `FormulaError` where it holds a command that is not known, or braces that do not match.

    Examples
    --------
    >>> mathml(r"\\frac14")
    '<math><mfrac><mn>1</mn><mn>4</mn></mfrac></math>'
    """
    try:
        made = _CONVERTER.convert_with_local_state(latex.strip(), displaystyle=block)
    except LatexError as error:
        raise FormulaError(f"the formula {latex.strip()!r} cannot be set; at character {error}") from None
    return _SIGN_AFTER_COMMA.sub(r'\1<mo lspace="0" rspace="0">−</mo>', made)
