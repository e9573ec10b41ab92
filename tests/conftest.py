"""What all tests share: Hypothesis without a time limit for one example, since the machine may be busy."""

from hypothesis import settings

settings.register_profile("project", deadline=None)
settings.load_profile("project")
