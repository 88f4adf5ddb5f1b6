"""Who pays: the one list of money, as Team and Outlook show it."""
