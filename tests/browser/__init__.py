"""The built site in a browser, as readers meet it. A package, so that its browser ends with the last test of this
folder: two of Playwright's loops can't run in one process."""
