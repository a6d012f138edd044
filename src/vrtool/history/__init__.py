"""What has changed between two states of a data repo, in the words of meetings and matters."""
