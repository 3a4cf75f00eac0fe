# Generated from acme.yaml sha256:821beca4db60ceda by `openrouterkit generate SPEC OUT`: do not edit; change its document, or how it is generated, instead.
"""Models, unions and enumerations of the API, for type checkers and editors."""

from .answer import Answer as Answer
from .answer_piece import AnswerPiece as AnswerPiece
from .balance import Balance as Balance
from .question import Question as Question, QuestionDict as QuestionDict
from .source import Source as Source
from .usage import Usage as Usage
