"""How a learning task is taught, from its facts: five steps of progression, eight links of a lesson."""
