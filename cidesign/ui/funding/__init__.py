"""The one list of money on the pages Team and Outlook: rows, picture and form."""
