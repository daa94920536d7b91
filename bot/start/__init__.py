"""Starting and stopping: the bot at Discord, the playground, the terminal, the operator's words."""
