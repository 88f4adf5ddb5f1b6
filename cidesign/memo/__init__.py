"""What is handed out: the memo and the draft agreement, as blocks of figures with addresses."""
