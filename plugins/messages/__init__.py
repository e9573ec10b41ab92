"""Every sentence that Python shows to an editor or a reader: one catalogue, in Vietnamese.

`rules` holds the problems that content may have, `texts` the words of pages and commands,
`setup_texts` what is said before the environment exists. Standard library only.
"""
