"""Documents that leave the house: a result in, the bytes of a memo, a workbook or a letter out."""
