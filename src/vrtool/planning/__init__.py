"""What is to be done, and by when: plans made backwards, what falls due, how matters stand."""
