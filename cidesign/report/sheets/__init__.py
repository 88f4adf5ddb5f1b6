"""The sheets of the workbook, one module each, in the order people leaf through them."""
