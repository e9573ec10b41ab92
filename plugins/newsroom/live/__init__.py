"""`tasks.py preview`: the site beside the editor's text, built again at every save."""
