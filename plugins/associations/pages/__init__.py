"""The pages of the site: for each an address, a template and, when it is asked for, a view."""
