"""The sentence meets its users: thin edges around the flow. Today, the command line.

Only this package prints, and only it knows Typer and Rich.
"""
