"""How charts are drawn, with matplotlib, in a process of their own (`worker`).

The bot itself imports only `chart` and `chart_process`, neither of which loads matplotlib.
"""
