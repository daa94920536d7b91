"""How charts are drawn, with matplotlib. Only the drawing process imports what is in here (`worker.py`)."""
