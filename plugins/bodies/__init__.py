"""The text of a post: Markdown to safe HTML, with the links, anchors, pictures and blocks that it holds."""
